import { isDeepStrictEqual } from 'node:util';
import {
  catalogOf,
  contentOf,
  differenceOf,
  type Observation,
  observeStatement,
} from '#knowledge/engines/postgresql/observe/index.ts';
import type { Session } from '#model/session.ts';
import { catalogCases, richSchema } from './catalog-cases.ts';
import { connect } from './connect.ts';
import { cases, type ObserveCase, schema } from './observe-cases.ts';
import { type Major, type Server, startServers } from './servers.ts';

const wanted = process.argv.slice(2).map(Number) as Major[];
const count = { passed: 0, failed: 0, skipped: 0 };

type ClaimOrSight = Omit<Observation, 'error'> & { readonly error: string | undefined };

function claimOf({ does: _does, text: _text, before: _before, since: _since, ...claim }: ObserveCase): ClaimOrSight {
  return { rewritten: [], scanned: [], indexed: [], changed: [], transaction: 'allowed', error: undefined, ...claim };
}

const seenOf = ({ error, ...observation }: Observation): ClaimOrSight => ({ ...observation, error: error?.code });

function report(title: string, claim: unknown, seen: unknown): void {
  const holds = isDeepStrictEqual(claim, seen);
  count[holds ? 'passed' : 'failed'] += 1;
  console.log(`${holds ? 'pass' : 'FAIL'}  ${title}`);
  console.log(`      claim ${JSON.stringify(claim)}${holds ? '' : `\n      seen  ${JSON.stringify(seen)}`}`);
}

async function checkStatements(major: Major, session: Session, other: Session): Promise<void> {
  for (const known of cases) {
    if (major < (known.since ?? 0)) {
      count.skipped += 1;
      console.log(`skip  ${major} ${known.does} (since ${known.since})`);
      continue;
    }
    await session.query(schema);
    if (known.before) await session.query(known.before);
    const observation = await observeStatement(session, other, known.text);
    report(`${major} ${known.does}`, sorted(claimOf(known)), sorted(seenOf(observation)));
  }
}

/** The order of keys is no part of a claim. */
const sorted = (value: { readonly locks: object }): unknown => ({
  ...value,
  locks: Object.fromEntries(Object.entries(value.locks).sort()),
});

async function checkCatalog(major: Major, session: Session): Promise<void> {
  for (const { does, text, gone, come, since = 0, options } of catalogCases) {
    if (major < since) {
      count.skipped += 1;
      continue;
    }
    await session.query(schema);
    await session.query(richSchema);
    const before = await catalogOf(session, options);
    await session.query(text);
    report(`${major} catalog: ${does}`, { gone, come }, differenceOf(before, await catalogOf(session, options)));
  }
  await session.query(schema);
  const rows = await contentOf(session, 'shop.orders', ['id', 'customer_id', 'note']);
  await session.query('alter table shop.orders alter column customer_id type bigint');
  report(
    `${major} content: is kept by a change of type`,
    rows,
    await contentOf(session, 'shop.orders', ['id', 'customer_id', 'note']),
  );
}

async function check(server: Server): Promise<void> {
  const [session, other] = [await connect(server), await connect(server)];
  await checkStatements(server.major, session, other);
  await checkCatalog(server.major, session);
  await Promise.all([session.close(), other.close()]);
}

const begun = performance.now();
const since = (): string => `${((performance.now() - begun) / 1000).toFixed(1)} s`;
const servers = await startServers(wanted.length > 0 ? wanted : [14, 16, 18]);
console.log(`${servers.map(({ major }) => major).join(', ')} started after ${since()}`);
for (const server of servers) await check(server);
await Promise.all(servers.map((server) => server.stop()));
console.log(`all stopped after ${since()}`);
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed > 0 ? 1 : 0;
