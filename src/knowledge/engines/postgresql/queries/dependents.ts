import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import { inManual } from '../manual.ts';
import { bareName, regclass, sqlString, wordPattern } from '../quote.ts';
import { reading } from '../reading.ts';

/**
 * Who names the table or its columns.
 *
 * The catalog knows views, policies, constraints, indexes, defaults and triggers; it does not look into the text of a function, so that is searched. Code outside the database
 * is in neither. What the server was made with has numbers below 16384.
 */
export const dependents: Queries<Situation>['dependents'] = ({ table, column }) => {
  const columns = column === undefined ? [] : [column].flat();
  const [only = table, ...others] = columns;
  const listed = columns.map((one) => sqlString(bareName(one))).join(', ');
  const here = `${regclass(table)}`;
  const attributes = columns.length === 0 ? '' : ' JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid';
  const attribute = columns.length === 0 ? '' : ` AND attname ${others.length > 0 ? `IN (${listed})` : `= ${listed}`}`;
  const word = others.length > 0 ? `ANY (ARRAY[${columns.map(wordPattern).join(', ')}])` : wordPattern(only);
  // A column that a publication lists is in pg_depend; one that publishes the whole table is not.
  return reading(
    `SELECT pg_describe_object(classid, objid, objsubid) AS what FROM pg_depend${attributes}
WHERE refclassid = 'pg_class'::regclass AND refobjid = ${here} AND deptype IN ('n', 'a')${attribute}
UNION SELECT 'publication ' || pubname FROM pg_publication_tables WHERE tablename = ${sqlString(bareName(table))}
UNION SELECT 'text of ' || oid::regprocedure FROM pg_proc WHERE oid >= 16384 AND prosrc ~* ${word}`,
    { source: inManual('catalog-pg-depend') },
  );
};
