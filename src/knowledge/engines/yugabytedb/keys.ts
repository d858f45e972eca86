import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Delta } from '#model/schema.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, goes, quoteLast } from '../postgresql/names.ts';
import { operations as postgresql } from '../postgresql/operations/index.ts';
import { quoteName, quoteTable } from '../postgresql/quote.ts';
import { inManual, pages } from './manual.ts';
import { asYsql, retoldOutcome } from './retold.ts';

const alter = (table: string, text: string, deltas: readonly Delta[], anew: boolean): Statement => ({
  text: `ALTER TABLE ${quoteTable(table)} ${text}`,
  language: 'sql',
  effect: {
    locks: [],
    blocks: anew ? 'writes' : 'schema changes',
    work: anew ? 'rewrite' : 'catalog',
    transaction: 'any',
  },
  source: inManual(pages.rewrites),
  deltas,
  ...(anew
    ? {
        remark:
          'stop every writer of the table first: what is written meanwhile can be missing afterwards, without an error',
      }
    : {}),
});

/** The guard of a short statement ends it after a minute; what writes a table anew takes as long as it takes. */
const unlimited: Statement = {
  text: 'SET statement_timeout = 0',
  language: 'sql',
  effect: { locks: [], blocks: 'nothing', work: 'none', transaction: 'any' },
  source: inManual('api/ysql/the-sql-language/statements/cmd_set/'),
  deltas: [],
};

const long = (...statements: readonly Statement[]): Script => ({
  guard: 'short-lock',
  transaction: 'none',
  statements: [unlimited, ...statements],
});

const dropBuilt = (table: string, index: string): Statement => ({
  ...alter(table, '', [goes('index', index)], false),
  text: `DROP INDEX IF EXISTS ${quoteLast(index)}`,
  source: inManual('api/ysql/the-sql-language/statements/ddl_drop_index/'),
});

const columnsIn = (columns: readonly string[]): string => columns.map(quoteName).join(', ');

/** Rows are stored by the primary key: one that comes, or goes, writes the table and all its indexes anew. */
export const attachPrimaryKey = (
  { table, constraint, index, columns }: OperationArguments['attachPrimaryKey'],
  _situation: Situation,
): Outcome => ({
  kind: 'performed',
  does: words`Add the primary key ${code(constraint)} to ${code(table)}: the table and all its indexes are written anew, with every writer stopped. ${code(index)} has shown that nothing stands twice, and goes`,
  scripts: [
    long(
      alter(
        table,
        `ADD CONSTRAINT ${quoteName(constraint)} PRIMARY KEY (${columnsIn(columns)})`,
        [comes('constraint', constraint)],
        true,
      ),
    ),
    { guard: 'short-lock', transaction: 'none', statements: [dropBuilt(table, index)] },
  ],
  worked: words`${code(`\\d ${table}`)} lists ${code(`${constraint} PRIMARY KEY`)}; as many rows as before; then writers start again`,
  undo: {
    kind: 'statements',
    scripts: [
      long(alter(table, `DROP CONSTRAINT ${quoteName(constraint)}`, [goes('constraint', constraint)], true)),
      {
        guard: 'unhurried',
        transaction: 'none',
        statements: [
          {
            text: `CREATE UNIQUE INDEX CONCURRENTLY ${quoteLast(index)} ON ${quoteTable(table)} (${columnsIn(columns)})`,
            language: 'sql',
            effect: { locks: [], blocks: 'schema changes', work: 'index build', transaction: 'outside' },
            source: inManual(pages.createIndex),
            deltas: [comes('index', index)],
          },
        ],
      },
    ],
    minutes: { kind: 'measure', what: words`writing ${code(table)} anew on a copy with production's size` },
    loses: 'nothing',
    note: words`The drop writes the table anew as well: writers stop for it. Row counts before and after are compared.`,
  },
});

/** Without the tables that PostgreSQL would lock with it. */
export function dropConstraint(args: OperationArguments['dropConstraint'], situation: Situation): Outcome {
  const outcome = asYsql(postgresql.dropConstraint, retoldOutcome)(args, situation);
  return outcome.kind === 'cannot'
    ? outcome
    : {
        ...outcome,
        does: words`Drop the constraint ${code(args.constraint)} of ${code(args.table)}. If it is the primary key, the table is written anew: stop every writer first`,
      };
}
