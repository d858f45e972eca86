import type { Delta, TableName } from '#model/schema.ts';
import type { Script, Undo } from '#model/statement.ts';
import { type Text, words } from '#model/text.ts';
import { code } from '#model/text.ts';
import { bareName, beside, quoteLast, quoteTable, sqlString } from '../quote.ts';
import { back, measure, short, statement, type Statements } from '../statement.ts';

/** A table written anew under another definition. */
export interface Rebuild {
  readonly table: TableName;
  /** How the new definition differs from the one that is printed: `status NOT NULL`, `status without DEFAULT`. */
  readonly differs: string;
  readonly deltas?: readonly Delta[];
  /** What a column gets from the old row, where it is not its own value. */
  readonly computes?: { readonly column: string; readonly expression: string };
  /** Indexes that do not come again. */
  readonly withoutIndex?: string;
  /** Foreign keys are proved before the commit. */
  readonly proves?: boolean;
}

const page = 'lang_altertable#otheralter';

/** A row that points to nothing fails the CHECK, so the transaction ends without a commit. */
const proof = (table: TableName): readonly [Rest, Rest, Rest] => [
  statement('CREATE TEMP TABLE orphans (found INTEGER CHECK (found = 0))', { page: 'foreignkeys', work: 'none' }),
  statement(`INSERT INTO temp.orphans SELECT count(*) FROM pragma_foreign_key_check(${sqlString(bareName(table))})`, {
    page: 'pragma#pragma_foreign_key_check',
    work: 'scan',
    remark: 'fails, and with it the whole script, when a row points to nothing',
  }),
  statement('DROP TABLE temp.orphans', { page: 'foreignkeys', work: 'none' }),
];

type Rest = Statements[number];

/**
 * The manual's procedure for what ALTER TABLE cannot do, inside one transaction and with foreign keys off (the guard turns them off before it).
 *
 * Only the definition that the file holds says everything about the table, so it is printed and edited by a person; nothing is guessed of it.
 */
export function rebuildStatements({
  table,
  differs,
  deltas = [],
  computes,
  withoutIndex,
  proves = false,
}: Rebuild): Statements {
  const bare = bareName(table);
  const fresh = beside(table, `${bare}_rebuilt`);
  const [old, anew] = [quoteTable(table), quoteTable(fresh)];
  const values = `<the same columns${computes === undefined ? '' : `, with (${computes.expression}) for ${computes.column}`}>`;
  return [
    statement(`CREATE TABLE ${anew} <definition of ${bare} as printed, with ${differs}>`, {
      writes: [table],
      page,
      remark: `print it before: SELECT sql FROM sqlite_schema WHERE tbl_name = ${sqlString(bare)}; write the new one and have it reviewed`,
    }),
    statement(`INSERT INTO ${anew} (<every column of ${bare} but computed ones>)\nSELECT ${values} FROM ${old}`, {
      writes: [table],
      work: 'rewrite',
      page,
      remark:
        'with AUTOINCREMENT, after it: UPDATE sqlite_sequence SET seq = (the seq of the old name) WHERE name = the new name',
    }),
    statement(`DROP TABLE ${old}`, { writes: [table], page, remark: 'its indexes and triggers go with it' }),
    statement('PRAGMA legacy_alter_table = ON', {
      work: 'none',
      page: 'pragma#pragma_legacy_alter_table',
      remark: 'else a view that names the table makes the rename fail',
    }),
    statement(`ALTER TABLE ${anew} RENAME TO ${quoteLast(table)}`, { writes: [table], page, deltas }),
    statement('PRAGMA legacy_alter_table = OFF', { work: 'none', page: 'pragma#pragma_legacy_alter_table' }),
    statement(
      `<CREATE INDEX and CREATE TRIGGER of ${bare} as printed${withoutIndex === undefined ? '' : `, without ${bareName(withoutIndex)}`}>`,
      { writes: [table], work: 'index build', page, remark: 'leave it out where there are none' },
    ),
    ...(proves ? proof(table) : []),
  ];
}

export const rebuild = (parts: Rebuild): Script => short(...rebuildStatements(parts));

/** What is to be seen after a rebuild. */
export const rebuilt = (table: TableName, seen: Text): Text =>
  words`${seen}; ${code(`PRAGMA foreign_key_check`)} and ${code('PRAGMA integrity_check')} find nothing; as many rows, indexes and triggers of ${code(table)} as before`;

/** The way back is a rebuild to the definition of before; the rows stay as they are by then. */
export const rebuildBack = (parts: Rebuild, rest: Omit<Parameters<typeof back>[1] & object, 'minutes'> = {}): Undo =>
  back([rebuild(parts)], {
    minutes: measure(words`the same rebuild of ${code(parts.table)} on a copy with production's size`),
    ...rest,
  });
