import type { Answers } from '#model/answers.ts';

/** The kinds of change that tips speak of, by what they have in common. A test holds them to the files of `changes`. */
export const kinds = {
  addsColumn: ['add-column'],
  addsForeignKey: ['add-foreign-key'],
  addsEnumValue: ['add-enum-value'],
  columnGoes: ['drop-column', 'rename-column'],
  setsNotNull: ['set-not-null'],
  makesUnique: ['add-unique-constraint', 'add-primary-key'],
  writesRows: ['backfill-data', 'delete-rows'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The planned changes of such kinds, with their fields as typed. */
export const planned = ({ change }: Answers, wanted: readonly string[]) =>
  change.changes.filter(({ kind }) => wanted.includes(kind));
