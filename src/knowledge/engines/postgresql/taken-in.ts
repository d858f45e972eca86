import type { TakenIn } from '#model/statement.ts';

/** psql takes in a file beside the one it runs, and stops when it is not there. */
export const takenIn = (name: string): TakenIn => ({ file: `${name}.sql`, include: `\\ir ${name}.sql` });
