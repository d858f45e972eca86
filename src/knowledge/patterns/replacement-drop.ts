import type { ChangeContext, PhaseDraft, StepDraft } from '#model/change.ts';
import { step } from '#model/change.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { definitionOf } from './listed-indexes.ts';
import { peopleStep } from './people-step.ts';
import type { Replacement } from './replacement.ts';
import { namesOf } from './replacement.ts';
import { rowKey } from './row-key.ts';
import { undoInstead } from './with-undo.ts';

/** What the old column loses before its last writer goes. Its NOT NULL would refuse every insert that no longer names it. */
export function relaxed(
  context: ChangeContext,
  replacement: Replacement,
): { readonly nullable: readonly Outcome[]; readonly defaults: readonly Outcome[] } {
  const { engine } = context;
  const { table, from, to, required, default: given, newDefault = given } = replacement;
  const { old, oldProof } = namesOf(replacement);
  const nullable = engine.dropNotNull({ table, column: from, proof: oldProof });
  const stays = undoInstead(nullable, {
    kind: 'unneeded',
    because: words`${code(old)} may stay nullable: whoever writes it, writes a value`,
  });
  return {
    nullable: required === 'yes' ? [nullable] : required === 'unknown' ? [stays] : [],
    defaults: [
      ...(newDefault === undefined ? [] : [engine.setDefault({ table, column: to, default: newDefault })]),
      ...(given === undefined ? [] : [engine.dropDefault({ table, column: from, was: given })]),
    ],
  };
}

export const exportOld = (context: ChangeContext, replacement: Replacement): StepDraft => {
  const { table, from } = replacement;
  const { file } = namesOf(replacement);
  return step(context.engine.exportColumn({ table, key: rowKey(context, table), column: from, file }), {
    does: words`Export it with the key to ${code(file)}, only while drift is 0`,
  });
};

export const easyWayEnds = ({ from, to }: Replacement, older: string): NonNullable<PhaseDraft['gate']> => ({
  title: words`End of the easy way back for ${code(from)}`,
  criteria: [
    words`every dependent reads ${code(to)}, signed`,
    words`no read of ${code(from)} for 7 days on any node`,
    words`every instance on the release that knows only ${code(to)}; ${older}`,
  ],
});

export const dropOld = (context: ChangeContext, replacement: Replacement): PhaseDraft => {
  const { engine } = context;
  const { table, from, indexes } = replacement;
  const { old, file } = namesOf(replacement);
  return {
    stage: 'contract',
    title: words`Drop ${code(old)}`,
    why: words`A change of its own, once nobody has missed it for two weeks.`,
    notBeforeDays: 14,
    gate: {
      title: words`Drop of ${code(old)}`,
      criteria: [
        words`no statement named ${code(old)} for 14 days on any node, month-end included`,
        words`${code(file)} kept at ______ until ______`,
        words`drop rehearsed on a copy with an instance started that day`,
      ],
    },
    steps: [
      ...indexes.map(({ index, columns, unique }) =>
        step(
          engine.dropIndex({
            table,
            index,
            unique,
            ...definitionOf(engine.createIndex({ table, index, columns, unique })),
          }),
        ),
      ),
      step(engine.dropColumn({ table, column: from }), { proves: 'after' }),
    ],
  };
};

export const dependentsMove = ({ from, to }: Replacement): StepDraft =>
  peopleStep(
    words`Dependents move from ${code(from)} to ${code(to)}`,
    words`owners have signed; two nightly runs right`,
    { kind: 'unneeded', because: words`each owner can go back alone` },
    { actor: 'dependent owners', proves: 'dependents' },
  );
