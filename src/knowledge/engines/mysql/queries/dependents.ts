import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { bareName, ofTable, sqlString, wordPattern } from '../quote.ts';
import { reading } from '../reading.ts';
import type { QuerySource } from './query-source.ts';

/**
 * Who names the table or its columns.
 *
 * The catalog knows indexes, foreign keys and computed columns; views, triggers, routines and events are searched as text. Code outside the database is in neither.
 */
export const dependentsOf =
  (source: QuerySource): Queries<Situation>['dependents'] =>
  ({ table, column }) => {
    const columns = column === undefined ? [] : [column].flat();
    const names = columns.length === 0 ? [table] : columns;
    const listed = columns.map((one) => sqlString(bareName(one))).join(', ');
    const only = (name: string) => (columns.length === 0 ? '' : ` AND ${name} IN (${listed})`);
    const named = (text: string) => `(${names.map((one) => `${text} REGEXP ${wordPattern(one)}`).join(' OR ')})`;
    return reading(
      `SELECT 'index' AS how, INDEX_NAME AS what FROM information_schema.STATISTICS WHERE ${ofTable(table)}${only('COLUMN_NAME')}
UNION SELECT 'foreign key', CONCAT(TABLE_NAME, '.', CONSTRAINT_NAME) FROM information_schema.KEY_COLUMN_USAGE
  WHERE REFERENCED_TABLE_NAME IS NOT NULL AND ((${ofTable(table)}${only('COLUMN_NAME')}) OR (${ofTable(table, ['REFERENCED_TABLE_SCHEMA', 'REFERENCED_TABLE_NAME'])}${only('REFERENCED_COLUMN_NAME')}))
UNION SELECT 'computed column', COLUMN_NAME FROM information_schema.COLUMNS WHERE ${ofTable(table)} AND ${named('GENERATION_EXPRESSION')}
UNION SELECT 'trigger', TRIGGER_NAME FROM information_schema.TRIGGERS WHERE ${ofTable(table, ['EVENT_OBJECT_SCHEMA', 'EVENT_OBJECT_TABLE'])} OR ${named('ACTION_STATEMENT')}
UNION SELECT 'view', CONCAT(TABLE_SCHEMA, '.', TABLE_NAME) FROM information_schema.VIEWS WHERE ${named('VIEW_DEFINITION')}
UNION SELECT LOWER(ROUTINE_TYPE), CONCAT(ROUTINE_SCHEMA, '.', ROUTINE_NAME) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA <> 'sys' AND ${named('ROUTINE_DEFINITION')}
UNION SELECT 'event', CONCAT(EVENT_SCHEMA, '.', EVENT_NAME) FROM information_schema.EVENTS WHERE ${named('EVENT_DEFINITION')}`,
      { source: source('catalog') },
    );
  };
