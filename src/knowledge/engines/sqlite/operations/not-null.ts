import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, measure, performed, short, statement } from '../statement.ts';
import { atLeast } from '../versions.ts';
import { rebuild, rebuilt } from './rebuild.ts';

/** From this version on ALTER TABLE changes NOT NULL and CHECK. */
export const altersConstraints = '3.53';
export const altered = '3.53, 3.54';

const page = 'lang_altertable';

const delta = (table: TableName, column: string, nullable: boolean) =>
  ({ kind: 'alter-column', column: columnName(table, column), set: { nullable } }) as const;

function scripts(table: TableName, column: string, nullable: boolean, situation: Situation): Script {
  if (!atLeast(altersConstraints, situation))
    return rebuild({
      table,
      differs: nullable ? `${quoteName(column)} without NOT NULL` : `${quoteName(column)} NOT NULL`,
      deltas: [delta(table, column, nullable)],
    });
  const alter: Statement = statement(
    `ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(column)} ${nullable ? 'DROP' : 'SET'} NOT NULL`,
    {
      writes: [table],
      work: nullable ? 'catalog' : 'scan',
      page,
      versions: altered,
      deltas: [delta(table, column, nullable)],
      ...(nullable ? {} : { remark: 'reads every row under the write lock; a row with NULL makes it fail' }),
    },
  );
  return short(alter);
}

const minutes = (table: TableName, situation: Situation) =>
  atLeast(altersConstraints, situation)
    ? {}
    : { minutes: measure(words`the same rebuild of ${code(table)} on a copy with production's size`) };

const seenAs = (table: TableName, seen: Text, situation: Situation): Text =>
  atLeast(altersConstraints, situation) ? seen : rebuilt(table, seen);

/** One statement from 3.53 on; before, the table is written anew. Nothing proves it beforehand, so the rows must be right. */
export const setNotNull = ({ table, column }: OperationArguments['setNotNull'], situation: Situation): Outcome =>
  performed({
    does: atLeast(altersConstraints, situation)
      ? words`Forbid NULL in ${code(columnName(table, column))}; every row is read while every other write to the file waits`
      : words`Rebuild ${code(table)} with ${code(column)} NOT NULL; every other write to the file waits`,
    scripts: [scripts(table, column, false, situation)],
    worked: seenAs(
      table,
      words`${code(`PRAGMA table_info(${quoteName(table)})`)} shows 1 under ${code('notnull')} of ${code(column)}`,
      situation,
    ),
    undo: back([scripts(table, column, true, situation)], minutes(table, situation)),
  });

export const dropNotNull = ({ table, column }: OperationArguments['dropNotNull'], situation: Situation): Outcome =>
  performed({
    does: atLeast(altersConstraints, situation)
      ? words`Allow NULL in ${code(columnName(table, column))}`
      : words`Rebuild ${code(table)} with ${code(column)} nullable; every other write to the file waits`,
    scripts: [scripts(table, column, true, situation)],
    worked: seenAs(
      table,
      words`${code(`PRAGMA table_info(${quoteName(table)})`)} shows 0 under ${code('notnull')} of ${code(column)}`,
      situation,
    ),
    undo: back([scripts(table, column, false, situation)], {
      ...minutes(table, situation),
      note: words`Rows that got ${code('NULL')} meanwhile need a value first: one is enough to make it fail.`,
    }),
  });
