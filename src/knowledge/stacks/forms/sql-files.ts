import type { MigrationForm, MigrationLines } from '#model/stack.ts';

/** A statement as it stands in a file of SQL. */
export const sqlLine = (statement: string): string => `${statement};`;

/** The way back of a file, or why there is none. */
export const backLines = ({ down, irreversible }: MigrationLines): readonly string[] =>
  irreversible ? ['-- it cannot be taken back'] : down.length === 0 ? ['-- nothing to take back'] : down;

/** A tool whose migrations are SQL: the runbook's statements, in the tool's files. */
export const sqlFiles = (rest: Omit<MigrationForm, 'language' | 'sql'> & Partial<MigrationForm>): MigrationForm => ({
  language: 'sql',
  sql: sqlLine,
  ...rest,
});
