import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { isGiven } from '#model/given.ts';
import { columnName } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';
import { replaysStatements } from '../facts.ts';
import type { Family } from '../family.ts';
import { back, guarded, measure, performed } from '../statement.ts';
import { modifyColumn } from './modify-column.ts';

type Args = OperationArguments['setNotNull'];

const change = (family: Family, { table, column }: Args, nullable: boolean, situation: Situation): Script =>
  guarded(
    ...modifyColumn(family, family.clause('change nullability', situation), {
      table,
      column,
      nullable,
      topic: 'nullability',
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable } }],
      remark: nullable
        ? 'writes the table anew beside reads and writes; the lock is exclusive for a moment at its start and at its end'
        : 'writes the table anew beside reads and writes, and is refused (1138, 1265) by the first row with NULL; the lock is exclusive for a moment at its start and at its end',
    }),
  );

/** Where replicas run it again they stand still for as long, and only a tool that copies in pieces spares them that. */
const forReplicas = (family: Family, table: string, situation: Situation): Text =>
  replaysStatements(situation) && isGiven(situation.replicas) && situation.replicas > 0
    ? words`; then each replica does it and lags for as long. ${family.copyTools(table)}`
    : words``;

const again = (table: string) => measure(words`writing ${code(table)} anew once, on a copy with production's size`);

/** There is no proof to begin with: the statement writes the table anew, and finds a NULL at the end of that. */
export const setNotNull =
  (family: Family): Operations<Situation>['setNotNull'] =>
  (args, situation) =>
    performed({
      does: words`Set NOT NULL on ${code(columnName(args.table, args.column))}: the table is written anew beside reads and writes, with as much free disk as it takes${forReplicas(family, args.table, situation)}`,
      scripts: [change(family, args, false, situation)],
      worked: words`${code('SHOW CREATE TABLE')} lists ${code(args.column)} as ${code('NOT NULL')} on every node, with the default and comment that it had. On ${code('1799')} more was written meanwhile than ${code('innodb_online_alter_log_max_size')} holds: nothing has changed; raise it, or run it in a quieter hour`,
      undo: back([change(family, args, true, situation)], { minutes: again(args.table) }),
    });

export const dropNotNull =
  (family: Family): Operations<Situation>['dropNotNull'] =>
  (args, situation) =>
    performed({
      does: words`Allow NULL in ${code(columnName(args.table, args.column))}: the table is written anew beside reads and writes, with as much free disk as it takes${forReplicas(family, args.table, situation)}`,
      scripts: [change(family, args, true, situation)],
      worked: words`an insert with NULL in ${code(args.column)} goes through`,
      undo: back([change(family, args, false, situation)], {
        minutes: again(args.table),
        note: words`Rows that hold NULL in ${code(args.column)} by then make it fail (${code('1138')}, ${code('1265')}): decide on a value for them and fill it first.`,
      }),
    });
