import type { Contradiction, PlannedChange } from '#model/brief.ts';
import type { Engine } from '#model/engine.ts';
import type { TableAnswers } from '#model/pages/scale.ts';
import { quote } from './read.ts';

/** `public.orders` as its two names; a dot inside quotes does not part them. */
const partsOf = (name: string): readonly string[] => name.match(/"(?:[^"]|"")*"|[^.]+/g) ?? [];

const problemsOf = (engine: Engine, names: readonly string[]): readonly string[] =>
  names
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'not-sure')
    .flatMap(partsOf)
    .flatMap((name) => engine.checkName(name)?.message ?? []);

/** A name for what is made that is already the name of what is there: a plan for it would take away what it has made. */
function sameNames({ change, fields }: PlannedChange, index: number): readonly Contradiction[] {
  const named = Object.entries(change.fields).filter(
    ([id, { control, essential }]) =>
      control === 'name' && essential && id !== 'references' && (fields[id] ?? '') !== '',
  );
  return named.flatMap(([id, { label }], place) => {
    const twin = named.slice(0, place).find(([other]) => fields[other] === fields[id]);
    return twin
      ? [
          {
            page: 'change',
            field: `changes.${index}.fields.${id}`,
            says: `${label} and ${twin[1].label} are both ${quote(fields[id] ?? '')}. Give one of them another name.`,
          },
        ]
      : [];
  });
}

/** Names that the engine cannot use as they are, each with what to do. */
export function nameContradictions(
  engine: Engine,
  tables: readonly TableAnswers[],
  changes: readonly PlannedChange[],
): readonly Contradiction[] {
  const fromTables = tables.flatMap(({ name, key }, index) => [
    ...problemsOf(engine, [name]).map((says) => ({
      page: 'scale',
      field: `tables.${index}.name`,
      says: `Table ${quote(name)}: ${says}`,
    })),
    ...problemsOf(engine, key.split(',')).map((says) => ({
      page: 'scale',
      field: `tables.${index}.key`,
      says: `Key ${quote(key)}: ${says}`,
    })),
  ]);
  const fromChanges = changes.flatMap(({ change, fields }, index) =>
    Object.entries(change.fields)
      .filter(([, { control }]) => control === 'name' || control === 'names')
      .flatMap(([id, { label, control }]) =>
        problemsOf(engine, control === 'names' ? (fields[id] ?? '').split(',') : [fields[id] ?? '']).map((says) => ({
          page: 'change',
          field: `changes.${index}.fields.${id}`,
          says: `${label} ${quote(fields[id] ?? '')}: ${says}`,
        })),
      ),
  );
  return [...fromTables, ...fromChanges, ...changes.flatMap(sameNames)];
}
