import type { Delta, TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Effect, Loss, Minutes, Performed, Script, Statement, Undo } from '#model/statement.ts';
import type { Source } from '#model/source.ts';
import { type Text, words } from '#model/text.ts';
import type { Claim, Dialect } from './dialect.ts';

interface Acts {
  readonly table: TableName;
  readonly claim: Claim;
  readonly source?: Source;
  readonly work?: Effect['work'];
  readonly deltas?: readonly Delta[];
  readonly remark?: string;
  /** Where it is another than that of the engine’s other schema changes. */
  readonly transaction?: Effect['transaction'];
}

const written = (text: string, effect: Effect, source: Source, { deltas = [], remark }: Acts): Statement => ({
  text,
  language: 'sql',
  effect,
  source,
  deltas,
  ...(remark === undefined ? {} : { remark }),
});

const locksOf = (table: TableName, mode: string | undefined): Effect['locks'] =>
  mode === undefined ? [] : [{ table, mode }];

/** A change of the schema. What is left out: no row is touched. */
export function schemaChange(dialect: Dialect, text: string, acts: Acts): Statement {
  const { blocks, mode, remark } = dialect.schemaChange;
  const transaction = acts.transaction ?? dialect.inTransaction;
  const effect: Effect = { locks: locksOf(acts.table, mode), blocks, work: acts.work ?? 'catalog', transaction };
  return written(text, effect, acts.source ?? dialect.sources[acts.claim], {
    ...(remark === undefined ? {} : { remark }),
    ...acts,
  });
}

/** A change of rows in one statement, which is undone whole if it fails. */
export function rowChange(dialect: Dialect, text: string, acts: Acts): Statement {
  const { blocks, mode } = dialect.rowChange;
  const effect: Effect = { locks: locksOf(acts.table, mode), blocks, work: acts.work ?? 'rows', transaction: 'any' };
  return written(text, effect, acts.source ?? dialect.sources[acts.claim], { remark: dialect.rowRemark, ...acts });
}

/** What makes a new table or only reads: it holds up nobody. */
export function alone(dialect: Dialect, text: string, acts: Acts): Statement {
  const work = acts.work ?? 'none';
  const transaction = acts.transaction ?? (work === 'none' || work === 'scan' ? 'any' : dialect.inTransaction);
  const effect: Effect = { locks: [], blocks: 'nothing', work, transaction };
  return written(text, effect, acts.source ?? dialect.sources[acts.claim], acts);
}

type Statements = readonly [Statement, ...Statement[]];

/** Waits a short time for what holds the table, then gives up. */
export const short = (dialect: Dialect, ...statements: Statements): Script => ({
  guard: 'short-lock',
  transaction: statements.some(({ effect }) => effect.transaction === 'outside') ? 'none' : dialect.transaction,
  statements,
});

/** Reads and copies: nothing to guard. */
export const plainly = (...statements: Statements): Script => ({ guard: 'none', transaction: 'none', statements });

interface Way {
  readonly minutes?: Minutes;
  readonly loses?: Loss;
  readonly note?: Text;
}

const fromDryRun: Minutes = { kind: 'measure', what: words`the dry run on a copy gives the minutes` };

/** The way back by statements. What is left out: the dry run gives the minutes, and nothing is lost. */
export const back = (
  scripts: readonly [Script, ...Script[]],
  { loses = 'nothing', note, minutes = fromDryRun }: Way = {},
): Undo => ({ kind: 'statements', scripts, minutes, loses, ...(note === undefined ? {} : { note }) });

/** A way back that ends by itself after some days: it stands behind the point of no return. */
export const restore = (from: Text, what: Text): Undo => ({
  kind: 'restore',
  from,
  minutes: fromDryRun,
  loses: { what },
});

export const performed = (parts: Omit<Performed, 'kind'>): Performed => ({ kind: 'performed', ...parts });

/** A table whose columns are not told one by one. */
export const whole = (table: TableName): readonly Delta[] => [
  { kind: 'add-table', table },
  { kind: 'add-column', column: columnName(table, '*'), is: { nullable: true, hasDefault: false, filled: true } },
];

/** A table that stands beside another: `shop.orders` and `copy` give `shop.copy`. */
export const beside = (dialect: Dialect, table: TableName, name: string): TableName => {
  const schema = dialect.quoting.schema(table);
  return schema === undefined ? name : `${schema}.${name}`;
};
