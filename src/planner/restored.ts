import type { Step } from '#model/plan.ts';
import type { Release } from '#model/release.ts';
import { tableOf } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { joinText, words } from '#model/text.ts';
import { writtenBy } from './compatible.ts';

const undoStatements = ({ undo }: Step): readonly Statement[] =>
  undo.kind === 'statements' ? statementsOf(undo.scripts) : [];

/** Undoing these takes away a column or table that a release writes: what must be true before it. */
export function onlyWith(undone: readonly Step[], releases: readonly Release[]): Text | undefined {
  const deltas = undone.flatMap(undoStatements).flatMap((statement) => statement.deltas);
  const goes = (column: string): boolean =>
    deltas.some(
      (delta) =>
        (delta.kind === 'drop-column' && delta.column === column) ||
        (delta.kind === 'drop-table' && delta.table === tableOf(column)),
    );
  const before = releases[releases.findIndex((release) => writtenBy(release).some(goes)) - 1];
  return before
    ? words`only with every instance on ${before.title}, none newer starting, no dependent on it`
    : undefined;
}

/** How one sees that a phase was taken back. */
export function restoredWhen(
  steps: readonly Step[],
  undoes: readonly string[],
  titles: readonly string[],
  copies: boolean,
): Text {
  const undone = steps.filter(({ id }) => undoes.includes(id));
  const kinds = new Set(undone.map(({ undo }) => undo.kind));
  const loops = undone.flatMap(undoStatements).some(({ repeat }) => repeat !== undefined);
  const release = titles.length > 0 ? titles.join(' and ') : 'the release before';
  const parts = [
    ...(kinds.has('flag') ? [words`flag at 0 % on every instance`] : []),
    ...(kinds.has('deploy') ? [words`every instance on ${release}`] : []),
    ...(kinds.has('statements') ? [words`schema as before the phase`] : []),
    ...(loops ? [words`${copies ? 'parity 0' : 'nothing left to copy'} over the whole key`] : []),
  ];
  return parts.length > 0 ? joinText(parts, '; ') : words`it is stopped`;
}
