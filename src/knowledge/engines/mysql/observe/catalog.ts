import type { Session } from '#model/session.ts';

/** Everything in some databases, one line for each thing, sorted: "table orders column `status` varchar(20) NOT NULL". */
export type Catalog = readonly string[];

const name = (value: unknown): string => `\`${String(value).replaceAll('`', '``')}\``;
const text = (value: unknown): string => `'${String(value).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** The session's own database and others, by name. Things in the own one are told without it. */
interface Place {
  readonly own: string;
  readonly databases: readonly string[];
}

const told = ({ own }: Place, database: unknown, thing: unknown): string =>
  database === own ? String(thing) : `${String(database)}.${String(thing)}`;

const list = ({ databases }: Place): string => databases.map(text).join(', ');

/** The number that comes next and the place of a key's name are no part of the schema. */
const withoutCounter = (line: string): string => line.replace(/ AUTO_INCREMENT=\d+/, '');

/** A table as the server would make it again, a line for each part; the order of columns is left out, because one that comes back stands last. */
async function linesOfTable(session: Session, place: Place, database: unknown, table: unknown): Promise<Catalog> {
  const [made] = await session.query(`SHOW CREATE TABLE ${name(database)}.${name(table)}`);
  const lines = String(made?.['Create Table'])
    .split('\n')
    .map((line) => withoutCounter(line.trim().replace(/,$/, '')));
  const whole = `table ${told(place, database, table)}`;
  return lines.slice(1).map((line) => {
    if (line.startsWith('`')) return `${whole} column ${line}`;
    if (/^(?:\w+ )*KEY /.test(line)) return `${whole} ${line.startsWith('PRIMARY') ? 'key' : 'index'} ${line}`;
    return line.startsWith('CONSTRAINT') ? `${whole} constraint ${line}` : `${whole} with ${line}`;
  });
}

const oneLine = (value: unknown): string =>
  String(value ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();

async function linesOfTables(session: Session, place: Place): Promise<Catalog> {
  const tables = await session.query(
    `SELECT TABLE_SCHEMA AS db, TABLE_NAME AS tab FROM information_schema.TABLES WHERE TABLE_SCHEMA IN (${list(place)}) AND TABLE_TYPE <> 'VIEW'`,
  );
  const lines: string[] = [];
  for (const { db, tab } of tables) lines.push(...(await linesOfTable(session, place, db, tab)));
  return lines;
}

/** Each gives a word and the columns that are told after the thing's own name. */
const others: readonly { readonly word: string; readonly query: (place: Place) => string }[] = [
  {
    word: 'view',
    query: (place) =>
      `SELECT TABLE_SCHEMA AS db, TABLE_NAME AS thing, CONCAT_WS(' ', CHECK_OPTION, SECURITY_TYPE, DEFINER, VIEW_DEFINITION) AS rest FROM information_schema.VIEWS WHERE TABLE_SCHEMA IN (${list(place)})`,
  },
  {
    word: 'column of view',
    query: (place) =>
      `SELECT c.TABLE_SCHEMA AS db, c.TABLE_NAME AS thing, CONCAT_WS(' ', c.COLUMN_NAME, c.COLUMN_TYPE) AS rest FROM information_schema.COLUMNS c JOIN information_schema.VIEWS v USING (TABLE_SCHEMA, TABLE_NAME) WHERE c.TABLE_SCHEMA IN (${list(place)})`,
  },
  {
    word: 'trigger',
    query: (place) =>
      `SELECT TRIGGER_SCHEMA AS db, TRIGGER_NAME AS thing, CONCAT_WS(' ', ACTION_TIMING, EVENT_MANIPULATION, 'ON', EVENT_OBJECT_TABLE, ACTION_ORDER, DEFINER, ACTION_STATEMENT) AS rest FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA IN (${list(place)})`,
  },
  {
    word: 'routine',
    query: (place) =>
      `SELECT r.ROUTINE_SCHEMA AS db, r.ROUTINE_NAME AS thing, CONCAT_WS(' ', r.ROUTINE_TYPE, r.DTD_IDENTIFIER, r.IS_DETERMINISTIC, r.SQL_DATA_ACCESS, r.SECURITY_TYPE, r.DEFINER, r.ROUTINE_DEFINITION,
  (SELECT GROUP_CONCAT(CONCAT_WS(' ', p.PARAMETER_MODE, p.PARAMETER_NAME, p.DTD_IDENTIFIER) ORDER BY p.ORDINAL_POSITION) FROM information_schema.PARAMETERS p
    WHERE p.SPECIFIC_SCHEMA = r.ROUTINE_SCHEMA AND p.SPECIFIC_NAME = r.SPECIFIC_NAME AND p.ORDINAL_POSITION > 0)) AS rest
FROM information_schema.ROUTINES r WHERE r.ROUTINE_SCHEMA IN (${list(place)})`,
  },
  {
    word: 'event',
    query: (place) =>
      `SELECT EVENT_SCHEMA AS db, EVENT_NAME AS thing, CONCAT_WS(' ', STATUS, INTERVAL_VALUE, INTERVAL_FIELD, EVENT_DEFINITION) AS rest FROM information_schema.EVENTS WHERE EVENT_SCHEMA IN (${list(place)})`,
  },
  {
    word: 'grant on',
    query: (place) =>
      `SELECT TABLE_SCHEMA AS db, TABLE_NAME AS thing, CONCAT_WS(' ', GRANTEE, PRIVILEGE_TYPE, IS_GRANTABLE) AS rest FROM information_schema.TABLE_PRIVILEGES WHERE TABLE_SCHEMA IN (${list(place)})
UNION ALL SELECT TABLE_SCHEMA, CONCAT(TABLE_NAME, '.', COLUMN_NAME), CONCAT_WS(' ', GRANTEE, PRIVILEGE_TYPE, IS_GRANTABLE) FROM information_schema.COLUMN_PRIVILEGES WHERE TABLE_SCHEMA IN (${list(place)})`,
  },
];

/** Takes down the schema as it stands in the session's database and the further ones named, so that two moments can be compared. */
export async function catalogOf(session: Session, further: readonly string[] = []): Promise<Catalog> {
  const [here] = await session.query('SELECT DATABASE() AS own');
  const place: Place = { own: String(here?.own), databases: [String(here?.own), ...further] };
  const lines: string[] = [...(await linesOfTables(session, place))];
  for (const { word, query } of others) {
    for (const { db, thing, rest } of await session.query(query(place)))
      lines.push(`${word} ${told(place, db, thing)} ${oneLine(rest)}`);
  }
  return lines.sort();
}

const without = (lines: Catalog, others: Catalog): Catalog => {
  const left = [...others];
  return lines.filter((line) => {
    const place = left.indexOf(line);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
};

/** Lines of `before` that are not in `after`, and the other way round. A line that stands twice must be there twice. */
export const differenceOf = (
  before: Catalog,
  after: Catalog,
): { readonly gone: readonly string[]; readonly come: readonly string[] } => ({
  gone: without(before, after),
  come: without(after, before),
});
