import type { Statement } from '#model/statement.ts';

/** A check's statement, left out where the engine has no such query. */
export const withStatement = (statement: Statement | undefined): { readonly statement?: Statement } =>
  statement === undefined ? {} : { statement };
