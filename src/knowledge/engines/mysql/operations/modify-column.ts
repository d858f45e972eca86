import type { Delta, TableName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { dialectOf } from '../dialect.ts';
import type { Clause, Family } from '../family.ts';
import type { Topic } from '../manual.ts';
import { shared } from '../guards.ts';
import { bareName, ofTable, quoteName, quoteTable, sqlString } from '../quote.ts';
import { statement } from '../statement.ts';
import { holdsText, readType } from '../type-name.ts';

interface Modified {
  readonly table: TableName;
  readonly column: string;
  /** What is said anew; everything else of the column is read from the catalog and said again. */
  readonly type?: string;
  /** The same as SQL over `information_schema.COLUMNS`. */
  readonly typeSql?: string;
  readonly collation?: string;
  readonly nullable?: boolean;
  /** Whether it counts by itself; left out: as it does. */
  readonly counts?: boolean;
  readonly topic: Topic;
  readonly deltas?: readonly Delta[];
  readonly remark?: string;
}

type Statements = readonly [Statement, ...Statement[]];

/** A number that was fit to a type without a word, or a NULL that became 0, is a loss that nobody sees. */
const strictly = (family: Family): Statement =>
  statement(`SET SESSION sql_mode = CONCAT(@@SESSION.sql_mode, ',STRICT_ALL_TABLES')`, {
    work: 'none',
    source: family.source('settings'),
    remark: 'a value that does not fit is an error and not a change of the value',
  });

/** Said only where it is another one than the table's. */
const charset = `IF(COLLATION_NAME IS NULL OR COLLATION_NAME = (SELECT TABLE_COLLATION FROM information_schema.TABLES AS t WHERE t.TABLE_SCHEMA = COLUMNS.TABLE_SCHEMA AND t.TABLE_NAME = COLUMNS.TABLE_NAME),
      '', CONCAT(' CHARACTER SET ', CHARACTER_SET_NAME, ' COLLATE ', COLLATION_NAME))`;

/** Digits of a second stand in the default as in the type, or the server refuses (1067). */
function momentOf(type: string | undefined): string | undefined {
  const read = readType(type ?? '');
  if (read?.name !== 'datetime' && read?.name !== 'timestamp') return undefined;
  const [digits = 0] = read.sizes;
  return digits === 0 ? 'CURRENT_TIMESTAMP' : `CURRENT_TIMESTAMP(${String(digits)})`;
}

function defaultOf(family: Family, type: string | undefined): string {
  const moment = momentOf(type);
  return moment === undefined
    ? family.defaultText
    : `IF(UPPER(COLUMN_DEFAULT) LIKE 'CURRENT_TIMESTAMP%', ' DEFAULT ${moment}', ${family.defaultText})`;
}

const onUpdateOf = (type: string | undefined): string =>
  `IF(EXTRA LIKE '%on update%', CONCAT(' ON UPDATE ', ${momentOf(type) === undefined ? `SUBSTRING_INDEX(EXTRA, 'on update ', -1)` : `'${momentOf(type) ?? ''}'`}), '')`;

/** What follows the type. A text keeps its character set, unless another one is said. */
function charsetOf({ type, collation }: Modified): readonly string[] {
  if (collation !== undefined) return [sqlString(` COLLATE ${quoteName(collation)}`)];
  const keeps = type === undefined || (holdsText(type) && readType(type)?.charset === '');
  return keeps ? [charset] : [];
}

/** The type as the catalog has it or as it is said anew, with its character set. */
const typeOf = (modified: Modified): string =>
  [
    modified.typeSql ?? (modified.type === undefined ? 'COLUMN_TYPE' : sqlString(modified.type)),
    ...charsetOf(modified),
  ].join(', ');

/** Fills variables from one row. `from` begins with FROM. */
const readInto = (family: Family, values: Readonly<Record<string, string>>, from: string): string =>
  dialectOf(family).selectsInto
    ? `SELECT ${Object.values(values).join(', ')}
INTO ${Object.keys(values).join(', ')}
${from}`
    : `SET ${Object.entries(values)
        .map(([variable, value]) => `${variable} = (SELECT ${value}\n${from})`)
        .join(',\n')}`;

/**
 * MODIFY forgets everything of a column that it does not say: NOT NULL, default, character set, comment. So all that is read from the catalog, the statement
 * is put together from it, shown, and run. A computed column is not touched: nothing is found of it then, and PREPARE fails.
 */
export function modifyColumn(family: Family, clause: Clause, modified: Modified): Statements {
  const { table, column, type, nullable, counts, topic, deltas = [], remark } = modified;
  const said = [type, modified.typeSql, modified.collation, counts].some((part) => part !== undefined);
  const rest = [
    defaultOf(family, type),
    onUpdateOf(type),
    ...(counts === undefined
      ? [`IF(EXTRA LIKE '%auto_increment%', ' AUTO_INCREMENT', '')`]
      : counts
        ? [`' AUTO_INCREMENT'`]
        : []),
    family.furtherText,
    `IF(COLUMN_COMMENT = '', '', CONCAT(' COMMENT ', QUOTE(COLUMN_COMMENT)))`,
  ];
  const [head, tail] = [
    sqlString(`ALTER TABLE ${quoteTable(table)} MODIFY ${quoteName(column)} `),
    sqlString(`, ${clause.text}`),
  ];
  return [
    strictly(family),
    statement(
      readInto(
        family,
        {
          '@column_type': `MAX(CONCAT(${typeOf(modified)}))`,
          '@column_null': `MAX(IF(IS_NULLABLE = 'YES', ' NULL', ' NOT NULL'))`,
          '@column_rest': `MAX(CONCAT(
  ${rest.join(',\n  ')}))`,
        },
        `FROM information_schema.COLUMNS
WHERE ${ofTable(table)} AND COLUMN_NAME = ${sqlString(bareName(column))} AND COALESCE(GENERATION_EXPRESSION, '') = ''`,
      ),
      {
        work: 'none',
        source: family.source('catalog'),
        remark: 'MODIFY forgets what it does not say of a column, so the rest of it is taken from the catalog',
        ...(said
          ? {}
          : { shared: shared(`${bareName(table)}_${bareName(column)}_as_it_is`.replace(/[^\w<> -]/g, '_')) }),
      },
    ),
    statement(
      `SET @modify_column = CONCAT(${head}, @column_type, ${nullable === undefined ? '@column_null' : nullable ? `' NULL'` : `' NOT NULL'`}, @column_rest, ${tail})`,
      {
        work: 'none',
        source: family.source('catalog'),
      },
    ),
    statement(`SELECT @modify_column AS runs_next`, { work: 'none', source: family.source('catalog') }),
    statement(`PREPARE modify_column FROM @modify_column`, { work: 'none', source: family.source('prepare') }),
    statement(`EXECUTE modify_column`, {
      locks: { [table]: clause.mode },
      work: clause.work,
      source: family.source(topic),
      deltas,
      ...(remark === undefined ? {} : { remark }),
    }),
  ];
}
