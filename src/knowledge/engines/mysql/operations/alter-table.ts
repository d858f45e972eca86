import type { Situation } from '#model/engine.ts';
import type { TableName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import type { Alteration, Clause, Family } from '../family.ts';
import type { Topic } from '../manual.ts';
import { quoteTable } from '../quote.ts';
import { type Acts, statement } from '../statement.ts';

/** What an ALTER TABLE says beside its locks and its work, which its clause tells. */
export interface Alters extends Partial<Omit<Acts, 'source' | 'work' | 'language' | 'repeat'>> {
  readonly topic: Topic;
}

/** What refuses a clause on an older server, or on a table where it cannot be had; nothing has changed then. */
const refusals: Readonly<Record<string, string>> = {
  'ALGORITHM=INSTANT':
    'refused (1800, 1845, 1846, 4092) on an older server, with a FULLTEXT index, ROW_FORMAT=COMPRESSED or too many instant changes before: nothing has changed; then plan ALGORITHM=INPLACE, LOCK=NONE, which writes the table anew beside reads and writes',
};

/** An ALTER TABLE with the clause that makes the server refuse instead of doing more than is said here. */
export const alterWith = (
  family: Family,
  { text, mode, work }: Clause,
  table: TableName,
  does: string,
  { topic, locks = {}, ...acts }: Alters,
): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} ${does}, ${text}`, {
    ...(refusals[text] === undefined ? {} : { remark: refusals[text] }),
    ...acts,
    locks: { [table]: mode, ...locks },
    work,
    source: family.source(topic),
  });

export const alter = (
  family: Family,
  alteration: Alteration,
  situation: Situation,
  table: TableName,
  does: string,
  acts: Alters,
): Statement => alterWith(family, family.clause(alteration, situation), table, does, acts);
