import type { Text } from './text.ts';
import { code, words } from './text.ts';

/** What an engine calls the things that most call rows and columns, in texts that stand in any plan. */
export interface Terms {
  readonly row: string;
  /** What a row is in which a column has no value: `rows in which it is NULL`. */
  readonly empty: string;
  /** A read that takes whatever is there, and so meets what comes or goes. */
  readonly wholeRow: Text;
  /** What can hang on a column and does not go with its values. */
  readonly onColumn: Text;
  /** What two writers of one row meet, and from how many on it is a sign. */
  readonly conflict: { readonly name: string; readonly where: Text; readonly threshold: Text };
}

/** As SQL has it. An engine states what differs. */
export const sqlTerms: Terms = {
  row: 'row',
  empty: 'NULL',
  wholeRow: [code('SELECT *')],
  onColumn: words`default, NOT NULL, checks, foreign keys, indexes, statistics, grants, comment, views, functions, policies`,
  conflict: { name: 'deadlock', where: words`server log`, threshold: words`1` },
};

/** More than before: where a few are normal. */
export const aboveBaseline = { where: words`section 5`, threshold: words`2 × baseline` };
