import { numbersOf, type Waits, watchWaits, workBetween } from '#knowledge/engines/mysql/observe/index.ts';
import { bareName, partsOf } from '#knowledge/engines/mysql/quote.ts';
import { EngineError, type Session } from '#model/session.ts';
import type { Effect, Statement } from '#model/statement.ts';
import { rangesOf } from '#sql/rehearse/run-script.ts';
import { refusedAs, strongerThan } from './clauses.ts';
import type { Release } from './releases.ts';

/** The sessions of one run: the one that works, and those that read meanwhile. */
export interface Sessions {
  readonly session: Session;
  /** The thread of that session. */
  readonly thread: number;
  /** Looks on; what the working session has locked does not bind it. */
  readonly looker: Session;
  readonly readers: readonly Session[];
}

/** `database/table`, as InnoDB and the locks are told here. */
const placeOf = (table: string): string => {
  const [first = '', second] = partsOf(table).map(bareName);
  return second === undefined ? `shop/${first}` : `${first}/${second}`;
};

export async function tablesOf(session: Session): Promise<readonly string[]> {
  const rows = await session.query(
    `SELECT CONCAT(TABLE_SCHEMA, '/', TABLE_NAME) AS tab FROM information_schema.TABLES WHERE TABLE_SCHEMA IN ('shop', 'sales') AND TABLE_TYPE <> 'VIEW'`,
  );
  return rows.map(({ tab }) => String(tab));
}

const lines = (tables: readonly string[]): string => [...tables].sort().join(', ') || 'no table';

/** Such a lock and a reader do not wait for each other. */
const shares = (mode: string): boolean => mode === 'SHARED_READ' || mode === 'SHARED_WRITE' || mode === 'InnoDB X';

const asValues = (text: string, bounds: Readonly<Record<string, unknown>>): string =>
  text.replace(/(?<!:):(from|to)\b/g, (_, name: string) => `'${String(bounds[name])}'`);

/** A statement that was prepared is told by the variable of the same name that it was made from. */
async function textOf(session: Session, { text }: Statement): Promise<string> {
  const [, name] = /^EXECUTE (\w+)$/.exec(text) ?? [];
  if (name === undefined) return text;
  const [row] = await session.query(`SELECT @${name} AS text`);
  return typeof row?.text === 'string' ? row.text : text;
}

/** What asks for less work or a weaker lock must be refused, or the claim is too weak. */
async function tooWeak(session: Session, text: string, engine: Release['engine']): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const stronger of strongerThan(text, engine)) {
    try {
      await session.query(stronger.text);
      problems.push(`${stronger.clause} is accepted as well`);
      return problems;
    } catch (cause) {
      if (!(cause instanceof EngineError) || !refusedAs(cause.code))
        problems.push(
          `${stronger.clause} fails in another way: ${cause instanceof Error ? cause.message : String(cause)}`,
        );
    }
  }
  return problems;
}

interface Seen {
  readonly waits: Waits;
  readonly work: Effect['work'];
}

async function watch(
  { session, thread, looker, readers }: Sessions,
  tables: readonly string[],
  text: string,
): Promise<Seen> {
  const before = await numbersOf(looker);
  let changed = 0;
  const waits = await watchWaits(thread, [looker, ...readers], tables, async () => {
    await session.query(text);
    const [row] = await session.query('SELECT ROW_COUNT() AS changed');
    // What is read into a variable is counted too.
    changed = /^SELECT\b/i.test(text) ? 0 : Number(row?.changed);
  });
  return { waits, work: workBetween(before, await numbersOf(looker), changed) };
}

/** A scan leaves nothing behind that could be seen; rows of a transaction are counted before its commit only. */
const workHolds = (claim: Effect['work'], seen: Effect['work'], text: string): boolean => {
  // The two tables change their numbers with their places.
  if (claim === 'unconfirmed' || /\bEXCHANGE PARTITION\b/.test(text)) return true;
  if (claim === 'rows') return seen === 'rows' || (seen === 'catalog' && /\bCOMMIT$/i.test(text));
  return (claim === 'none' || claim === 'scan' ? 'catalog' : claim) === seen;
};

interface Under {
  readonly engine: Release['engine'];
  /** Tables that the same script has made: nobody reads them yet. */
  readonly made: (tables: readonly string[]) => readonly string[];
  readonly lighterToo?: boolean;
  /** The session holds its tables by LOCK TABLES, so nobody can read them meanwhile. */
  readonly locked?: boolean;
}

/** Runs a statement once under observation. Answers where it does not do what it claims. */
export async function observeClaim(
  sessions: Sessions,
  statement: Statement,
  { engine, made, lighterToo = false, locked = false }: Under,
): Promise<readonly string[]> {
  const { session, looker } = sessions;
  const { effect, repeat } = statement;
  const short = statement.text.replaceAll(/\s+/g, ' ').slice(0, 90);
  const all = await tablesOf(looker);
  const own = made(all);
  const tables = all.filter((table) => !own.includes(table));
  const claimed = effect.locks
    .filter(({ mode }) => !shares(mode))
    .map(({ table }) => placeOf(table))
    .filter((table) => tables.includes(table));
  let { text } = statement;
  const weak = lighterToo ? [] : await tooWeak(session, await textOf(session, statement), engine);
  if (weak.length > 0) return weak.map((problem) => `${short}: ${problem}`);
  if (repeat !== undefined) {
    const first = await rangesOf(session, repeat).next();
    if (first.done === true) return [];
    text = asValues(text, first.value);
  }
  const seen = await watch(sessions, locked ? [] : tables, text);
  const [claim, found] = [lines(claimed), lines(Object.keys(seen.waits).filter((table) => tables.includes(table)))];
  return [
    ...(claim === found || locked ? [] : [`${short}: claims to wait for readers of ${claim}; seen ${found}`]),
    ...(lighterToo || workHolds(effect.work, seen.work, text)
      ? []
      : [`${short}: claims ${effect.work}; seen ${seen.work}`]),
  ];
}
