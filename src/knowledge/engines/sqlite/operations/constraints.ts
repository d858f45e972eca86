import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { TableName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { beside, quoteLast, quoteName, quoteTable } from '../quote.ts';
import { back, measure, performed, short, statement } from '../statement.ts';
import { atLeast } from '../versions.ts';
import { buildIndex } from './indexes.ts';
import { comes, goes, withoutEnd } from './names.ts';
import { altered, altersConstraints } from './not-null.ts';
import { rebuild, rebuildStatements, rebuilt } from './rebuild.ts';

const minutes = (table: TableName) => measure(words`the same on a copy of ${code(table)} with production's size`);

const isCheck = (definition: string | undefined): boolean => /^check\b/i.test(definition?.trim() ?? '');
const isForeign = (definition: string | undefined): boolean => /^foreign\b/i.test(definition?.trim() ?? '');

/** A CHECK goes by ALTER TABLE from 3.53 on, a foreign key from 3.54; UNIQUE and PRIMARY KEY never do. */
const alters = (definition: string | undefined, references: string | undefined, situation: Situation): boolean =>
  isCheck(definition)
    ? atLeast(altersConstraints, situation)
    : (isForeign(definition) || references !== undefined) && atLeast('3.54', situation);

function add(table: TableName, constraint: string, definition: string, situation: Situation): Script {
  const deltas = [comes('constraint', constraint)];
  if (isCheck(definition) && atLeast(altersConstraints, situation))
    return short(
      statement(`ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(constraint)} ${definition}`, {
        writes: [table],
        work: 'scan',
        page: 'lang_altertable',
        versions: altered,
        deltas,
        remark: 'reads every row under the write lock; a row that breaks it makes it fail',
      }),
    );
  return rebuild({
    table,
    differs: `the new CONSTRAINT ${quoteName(constraint)} ${definition}`,
    deltas,
    proves: isForeign(definition),
  });
}

function drop(
  { table, constraint, definition, references }: OperationArguments['dropConstraint'],
  situation: Situation,
): Script {
  const deltas = [goes('constraint', constraint)];
  return alters(definition, references, situation)
    ? short(
        statement(`ALTER TABLE ${quoteTable(table)} DROP CONSTRAINT ${quoteName(constraint)}`, {
          writes: [table],
          page: 'lang_altertable',
          versions: isCheck(definition) ? altered : '3.54',
          deltas,
        }),
      )
    : rebuild({ table, differs: `no CONSTRAINT ${quoteName(constraint)}`, deltas });
}

const adding = (table: TableName, constraint: string, definition: string, situation: Situation): Outcome =>
  performed({
    does: words`Add ${code(`${constraint} ${definition}`)} to ${code(table)}; every row is read while every other write to the file waits`,
    scripts: [add(table, constraint, definition, situation)],
    worked: rebuilt(
      table,
      words`${code(constraint)} stands in the definition; a row that breaks it is refused on a copy`,
    ),
    undo: back([drop({ table, constraint, definition }, situation)], { minutes: minutes(table) }),
  });

export const addCheck = (
  { table, constraint, expression }: OperationArguments['addCheck'],
  situation: Situation,
): Outcome => adding(table, constraint, `CHECK (${expression})`, situation);

const onSays = (onDelete?: string, rules = onDelete === undefined ? '' : `ON DELETE ${onDelete}`): string =>
  rules === '' ? '' : ` ${rules}`;

/** Foreign keys come with the definition only. Each connection decides for itself whether they count. */
export function addForeignKey(
  { table, constraint, columns, references, referencedColumns, onDelete, rules }: OperationArguments['addForeignKey'],
  situation: Situation,
): Outcome {
  const list = (names: readonly string[]) => names.map(quoteName).join(', ');
  const outcome = adding(
    table,
    constraint,
    `FOREIGN KEY (${list(columns)}) REFERENCES ${quoteTable(references)} (${list(referencedColumns)})${onSays(onDelete, rules)}`,
    situation,
  );
  return outcome.kind === 'cannot'
    ? outcome
    : {
        ...outcome,
        worked: words`${outcome.worked}; ${code('PRAGMA foreign_keys')} says 1 in every program that writes the file: it is off unless the program turns it on, and then the constraint counts for nothing`,
      };
}

/** Whatever stands was proved when it came. */
export const validateConstraint = (
  { table, constraint }: OperationArguments['validateConstraint'],
  _situation: Situation,
): Outcome => ({
  kind: 'cannot',
  because: words`SQLite has no constraint that is added unproved: ${code(constraint)} was proved for every row of ${code(table)} when it was added`,
  instead: words`Nothing to run; ${code('PRAGMA foreign_key_check')} and ${code('PRAGMA integrity_check')} look at the rows again`,
});

export function dropConstraint(args: OperationArguments['dropConstraint'], situation: Situation): Outcome {
  const { table, constraint, definition } = args;
  const again =
    definition === undefined
      ? rebuild({
          table,
          differs: `the CONSTRAINT ${quoteName(constraint)} of before`,
          deltas: [comes('constraint', constraint)],
        })
      : add(table, constraint, withoutEnd(definition), situation);
  return performed({
    does: words`Drop the constraint ${code(constraint)} of ${code(table)}${alters(definition, args.references, situation) ? '' : '; the table is written anew while every other write to the file waits'}. One without a name is found by its text in the printed definition`,
    scripts: [drop(args, situation)],
    worked: words`${code(constraint)} no longer stands in the definition of ${code(table)}`,
    undo: back([again], {
      minutes: minutes(table),
      note: words`Rows written in between that break it make it fail: decide on them first.`,
    }),
  });
}

/** A unique index refuses the same rows as the constraint, and a foreign key may point to it. */
export const attachUnique = (
  { table, constraint, index }: OperationArguments['attachUnique'],
  _situation: Situation,
): Outcome => ({
  kind: 'cannot',
  because: words`a UNIQUE constraint of SQLite is a unique index under another name, and no statement turns one into the other`,
  instead: words`Leave the unique index ${code(index)}: it refuses duplicates in ${code(table)} just as ${code(constraint)} would, serves ${code('ON CONFLICT')} and foreign keys, and can be dropped alone`,
});

/** The key stands in the definition; the index that proved it goes, because the key brings its own. */
export function attachPrimaryKey(
  { table, constraint, index, columns }: OperationArguments['attachPrimaryKey'],
  _situation: Situation,
): Outcome {
  const key = `CONSTRAINT ${quoteName(constraint)} PRIMARY KEY (${columns.map(quoteName).join(', ')})`;
  return performed({
    does: words`Rebuild ${code(table)} with ${code(key)}; every other write to the file waits. A key of one column declared ${code('INTEGER')} becomes the number of the row itself; in any other key SQLite takes NULL unless each column is NOT NULL`,
    scripts: [
      rebuild({
        table,
        differs: `the new ${key}`,
        withoutIndex: index,
        deltas: [goes('index', index), comes('constraint', constraint)],
      }),
    ],
    worked: rebuilt(table, words`${code(`PRAGMA table_info`)} numbers ${columns.join(', ')} under ${code('pk')}`),
    undo: back(
      [
        short(
          ...rebuildStatements({
            table,
            differs: `no CONSTRAINT ${quoteName(constraint)}`,
            deltas: [goes('constraint', constraint)],
          }),
          buildIndex(
            table,
            index,
            `CREATE UNIQUE INDEX ${quoteTable(beside(table, index))} ON ${quoteLast(table)} (${columns.map(quoteName).join(', ')})`,
          ),
        ),
      ],
      { minutes: minutes(table) },
    ),
  });
}
