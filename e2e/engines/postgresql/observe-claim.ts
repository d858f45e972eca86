import { quoteTable } from '#knowledge/engines/postgresql/quote.ts';
import { type Observation, observeStatement } from '#knowledge/engines/postgresql/observe/index.ts';
import type { Session } from '#model/session.ts';
import type { Statement } from '#model/statement.ts';
import { rangesOf } from '#sql/rehearse/run-script.ts';

const qualified = (table: string): string => {
  const quoted = quoteTable(table);
  return /^(?:"(?:[^"]|"")+"|[^".]+)\./.test(quoted) ? quoted : `public.${quoted}`;
};

/** A sequence has a lock of its own that the observation does not see. */
const observable = async (session: Session, name: string): Promise<boolean> => {
  const [row] = await session.query(
    `select coalesce((select relkind in ('r', 'p', 'v', 'm', 'f') from pg_class where oid = to_regclass($1)), true) as seen`,
    [name],
  );
  return row?.['seen'] === true;
};

const lines = (locks: readonly (readonly [string, string])[]): string =>
  locks
    .map(([table, mode]) => `${table}=${mode}`)
    .sort()
    .join(', ') || 'no table';

function workOf({ rewritten, indexed, changed, scanned }: Observation): Statement['effect']['work'] {
  if (rewritten.length > 0) return 'rewrite';
  if (changed.length > 0) return 'rows';
  if (indexed.length > 0) return 'index build';
  return scanned.length > 0 ? 'scan' : 'catalog';
}

/** Outside a transaction the counters of the engine are not at hand, so a scan is seen only where the engine speaks of it. */
function workHolds(claim: Statement['effect']['work'], seen: Observation): boolean {
  if (claim === 'unconfirmed') return true;
  if (claim === 'scan' && seen.transaction === 'refused') return workOf(seen) === 'scan' || workOf(seen) === 'catalog';
  return (claim === 'none' ? 'catalog' : claim) === workOf(seen);
}

const asValues = (text: string, bounds: Readonly<Record<string, unknown>>): string =>
  text.replace(/(?<!:):(from|to)\b/g, (_, name: string) => `'${String(bounds[name])}'`);

/** Runs a statement, or its ranges until one of them has changed rows. */
async function watch(session: Session, other: Session, statement: Statement): Promise<Observation | undefined> {
  if (statement.repeat === undefined) return observeStatement(session, other, statement.text);
  let seen: Observation | undefined;
  for await (const bounds of rangesOf(session, statement.repeat)) {
    seen = await observeStatement(session, other, asValues(statement.text, bounds));
    if (seen.error || seen.changed.length > 0) return seen;
  }
  return seen;
}

/** Runs a statement once under observation. Answers where it does not do what it claims. */
export async function observeClaim(session: Session, other: Session, statement: Statement): Promise<readonly string[]> {
  const { effect } = statement;
  const claims: (readonly [string, string])[] = [];
  for (const { table, mode } of effect.locks)
    if (await observable(session, qualified(table))) claims.push([qualified(table), mode]);
  const seen = await watch(session, other, statement);
  if (seen === undefined) return [];
  const short = statement.text.replaceAll(/\s+/g, ' ').slice(0, 90);
  if (seen.error) return [`${short}: ${seen.error.code} ${seen.error.message}`];
  const [claimed, found] = [lines(claims), lines(Object.entries(seen.locks))];
  const refused = effect.transaction === 'outside';
  return [
    ...(claimed === found ? [] : [`${short}: claims the locks ${claimed}; seen ${found}`]),
    ...(workHolds(effect.work, seen) ? [] : [`${short}: claims ${effect.work}; seen ${workOf(seen)}`]),
    ...(refused === (seen.transaction === 'refused')
      ? []
      : [`${short}: claims to be ${refused ? 'refused' : 'allowed'} in a transaction; it is ${seen.transaction}`]),
  ];
}
