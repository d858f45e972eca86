import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';
import { defaultKind } from '../../mysql/default-kind.ts';
import { addColumn as add } from '../../mysql/operations/add-column.ts';
import { addGeneratedColumn as addComputed } from '../../mysql/operations/add-generated-column.ts';
import { cannot } from '../../mysql/operations/cannot.ts';
import { changeCollation as collate } from '../../mysql/operations/change-collation.ts';
import { changeType as change } from '../../mysql/operations/change-type.ts';
import { setDefault as set } from '../../mysql/operations/defaults.ts';
import { modifyColumn } from '../../mysql/operations/modify-column.ts';
import { back, measure, performed, unhurried } from '../../mysql/statement.ts';
import { takesNoLiteralDefault } from '../../mysql/type-name.ts';
import { tidbFamily } from '../family.ts';

const computed = (value: string): boolean => !['constant', 'stable'].includes(defaultKind(value));

const noDefault = (because: Text, table: string, column: string) =>
  cannot(
    because,
    words`Add ${code(column)} to ${code(table)} nullable and without a default, let the release that inserts write it, then fill the rows of before in ranges`,
  );

const addColumn: Operations<Situation>['addColumn'] = (args, situation) => {
  const { table, column, type, default: value } = args;
  if (/\b(?:serial|auto_increment)\b/i.test(type))
    return noDefault(words`TiDB adds no column with ${code('AUTO_INCREMENT')} to a table that is there`, table, column);
  if (value !== undefined && takesNoLiteralDefault(type))
    return noDefault(words`a ${code(type)} takes no literal as its default`, table, column);
  if (value !== undefined && computed(value))
    return noDefault(
      words`TiDB takes few functions as a default, and none that would give each row of before its own value`,
      table,
      column,
    );
  return add(tidbFamily)(args, situation);
};

const setDefault: Operations<Situation>['setDefault'] = (args, situation) =>
  computed(args.default)
    ? cannot(
        words`TiDB takes few functions as a default, and ${code(args.default)} is not confirmed as one of them`,
        words`Let the release that inserts into ${code(args.table)} write ${code(args.column)}`,
      )
    : set(tidbFamily)(args, situation);

const addGeneratedColumn: Operations<Situation>['addGeneratedColumn'] = (args, situation) =>
  args.stored
    ? cannot(
        words`TiDB adds no stored computed column to a table that is there`,
        words`Add ${code(args.column)} as ${code('VIRTUAL')} and index it, or as a plain column that the release writes and a backfill fills`,
      )
    : addComputed(tidbFamily)(args, situation);

const nullability = ({ table, column }: OperationArguments['setNotNull'], nullable: boolean): Script =>
  unhurried(
    ...modifyColumn(tidbFamily, tidbFamily.clause('change nullability', {} as Situation), {
      table,
      column,
      nullable,
      topic: 'nullability',
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable } }],
      ...(nullable ? {} : { remark: 'refused by the first row with NULL: nothing has changed then' }),
    }),
  );

const looked = (table: string) =>
  measure(words`the look for NULL over ${code(table)}, on a copy with production's size`);

const setNotNull: Operations<Situation>['setNotNull'] = (args) =>
  performed({
    does: words`Set NOT NULL on ${code(columnName(args.table, args.column))}: a job looks for NULL beside reads and writes`,
    scripts: [nullability(args, false)],
    worked: words`${code('SHOW CREATE TABLE')} lists ${code(args.column)} as ${code('NOT NULL')}, with the default and comment that it had`,
    undo: back([nullability(args, true)]),
  });

const dropNotNull: Operations<Situation>['dropNotNull'] = (args) =>
  performed({
    does: words`Allow NULL in ${code(columnName(args.table, args.column))}`,
    scripts: [nullability(args, true)],
    worked: words`an insert with NULL in ${code(args.column)} goes through`,
    undo: back([nullability(args, false)], {
      minutes: looked(args.table),
      note: words`Rows that hold NULL in ${code(args.column)} by then make it fail: decide on a value for them and fill it first.`,
    }),
  });

const changeType: Operations<Situation>['changeType'] = (args, situation) => {
  const outcome = change(tidbFamily)(args, situation);
  if (outcome.kind === 'cannot' || tidbFamily.typeChange(args.from, args.to).work === 'catalog') return outcome;
  return {
    ...outcome,
    does: words`Change the type of ${code(columnName(args.table, args.column))} from ${code(args.from)} to ${code(args.to)}: a job writes its values anew beside reads and writes. It is refused (${code('8200')}) on a partitioned table, in the primary key and for a computed column`,
  };
};

const changeCollation: Operations<Situation>['changeCollation'] = (args, situation) => {
  const outcome = collate(tidbFamily)(args, situation);
  return outcome.kind === 'cannot'
    ? outcome
    : {
        ...outcome,
        does: words`Change the collation of ${code(columnName(args.table, args.column))} to ${code(args.to)}. Whether TiDB takes it for a column with an index only a run on a copy shows; where it is refused (${code('8200')}) nothing has changed`,
      };
};

export const columns = {
  addColumn,
  setDefault,
  addGeneratedColumn,
  setNotNull,
  dropNotNull,
  changeType,
  changeCollation,
};
