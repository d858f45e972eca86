import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Cannot } from '#model/statement.ts';
import { code, type Text, words } from '#model/text.ts';
import { cannot } from '../../warehouses/absent.ts';
import { dropping } from '../../warehouses/drop-column.ts';
import { back, performed, restore, schemaChange, short } from '../../warehouses/statement.ts';
import { dialect } from './dialect.ts';
import { alterTable } from './manual.ts';
import { typeChange } from './type-change.ts';

const { quoting } = dialect;

const dropColumn: Operations<Situation>['dropColumn'] = ({ table, column }) =>
  performed({
    does: words`Drop ${code(columnName(table, column))}; not with CASCADE, which takes views along`,
    scripts: [short(dialect, dropping(dialect, table, column))],
    worked: words`${code(`SHOW TABLE ${table}`)} no longer shows ${code(column)}; a view that is bound to it refuses the drop, a late-binding one fails when it is read`,
    undo: restore(
      words`from the snapshot taken before: restore ${code(table)} under another name, ${code(`ALTER TABLE ${quoting.table(table)} ADD COLUMN ${quoting.name(column)} <its type>`)}, then ${code(dialect.carry({ target: table, source: '<copy>', targetKey: '<key>', sourceKey: '<key>', columns: [{ from: column, to: column }] }).replaceAll('\n', ' '))}; or from the export`,
      words`values of ${code(columnName(table, column))} written since the snapshot or the export`,
    ),
  });

const sized = (table: string, column: string, type: string) =>
  short(
    dialect,
    schemaChange(dialect, `ALTER TABLE ${quoting.table(table)} ALTER COLUMN ${quoting.name(column)} TYPE ${type}`, {
      table,
      claim: 'columns',
      source: alterTable,
      transaction: 'outside',
      remark: 'refused for a column with a default, a key, or the encoding BYTEDICT, RUNLENGTH, TEXT255 or TEXT32K',
    }),
  );

const changeType: Operations<Situation>['changeType'] = ({ table, column, from, to }) =>
  typeChange(from, to).work === 'catalog'
    ? performed({
        does: words`Change the size of ${code(columnName(table, column))} from ${code(from)} to ${code(to)}`,
        scripts: [sized(table, column, to)],
        worked: words`${code(`SHOW TABLE ${table}`)} shows ${code(to)}, and loads that name ${code(column)} run`,
        undo: back([sized(table, column, from)], {
          note: words`Refused while a value is longer than ${code(from)}: the loads keep to it until the change is held.`,
        }),
      })
    : cannot(
        words`in place only the size of a VARCHAR changes`,
        words`Add a column of type ${code(to)} to ${code(table)}, write both, fill it with ${code(`CAST(${column} AS ${to})`)}, move the readers, then drop ${code(column)}.`,
      );

/** What only a new table can have: the deep copy of the manual. */
const byDeepCopy = (table: string, what: Text): Cannot =>
  cannot(
    words`Redshift changes no default of a column that stands`,
    words`Stop the loads and make a deep copy: create a table beside ${code(table)} from its printed definition with ${what}, insert all rows, give it the grants, then in one transaction rename ${code(table)} away and the copy to its name. Bound views follow the old table and are made anew.`,
  );

const setDefault: Operations<Situation>['setDefault'] = ({ table, column, default: value }) =>
  byDeepCopy(table, words`${code(`${column} … DEFAULT ${value}`)}`);
const dropDefault: Operations<Situation>['dropDefault'] = ({ table, column }) =>
  byDeepCopy(table, words`${code(column)} without a default`);
export const columns = { dropColumn, changeType, setDefault, dropDefault };
