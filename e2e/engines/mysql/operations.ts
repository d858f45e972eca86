import { type Catalog, catalogOf, differenceOf, rowsOf, threadOf } from '#knowledge/engines/mysql/observe/index.ts';
import { compareVersions } from '#model/capability.ts';
import type { Engine, Situation } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import type { OperationName } from '#model/operations.ts';
import type { Session } from '#model/session.ts';
import type { Outcome, Performed, Script } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { runScript } from '#sql/rehearse/run-script.ts';
import type { OperationHeld } from '../engine-result.ts';
import { disagreements } from './catalog-schema.ts';
import { connect, lasting } from './connect.ts';
import { observeClaim, type Sessions, tablesOf } from './observe-claim.ts';
import { operationCases } from './operation-cases/index.ts';
import { fixture, numbers, type OperationCase, ordersRows } from './operation-cases/operation-case.ts';
import type { Release } from './releases.ts';
import type { Server } from './servers.ts';

interface Run extends Sessions {
  readonly engine: Engine;
  readonly release: Release;
  readonly known: OperationCase;
  readonly done: Performed;
  readonly situation: Situation;
}

const situationOf = (version: string, { versionNotGiven }: Pick<OperationCase, 'versionNotGiven'> = {}): Situation => ({
  version: versionNotGiven ? notGiven : version,
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
});

const answer = (engine: Engine, name: OperationName, args: unknown, situation: Situation): Outcome =>
  (engine.operations[name] as (args: unknown, situation: Situation) => Outcome)(args, situation);

const undoOf = ({ undo }: Performed): readonly Script[] => (undo.kind === 'statements' ? undo.scripts : []);

const runsHere = (scripts: readonly Script[]): boolean =>
  statementsOf(scripts).every(({ language }) => language === 'sql');

/** Locks and work in few words. */
const words = ({ scripts }: Performed): string => {
  const statements = statementsOf(scripts);
  const locks = new Map(
    statements.flatMap(({ effect }) => effect.locks.map(({ table, mode }) => [table, mode] as const)),
  );
  const work = [...new Set(statements.map(({ effect }) => effect.work))].filter((one) => one !== 'none').join(' + ');
  return `${[...locks].map(([table, mode]) => `${table} ${mode}`).join(', ') || 'no lock'}; ${work || 'none'}`;
};

const look = (session: Session): Promise<Catalog> => catalogOf(session, ['sales']);

async function runAll({ session, engine, situation }: Run, scripts: readonly Script[]): Promise<void> {
  for (const script of scripts) await runScript(session, script, engine.guard(script.guard, situation).lines);
}

async function fresh(run: Run): Promise<void> {
  const { session, engine, known, situation } = run;
  await session.renew?.();
  await session.query(fixture);
  if (known.before !== undefined) await session.query(known.before);
  const { follows } = known;
  const first = follows && answer(engine, follows.operation, follows.args, situation);
  if (first?.kind === 'performed') await runAll(run, first.scripts);
}

interface Seen {
  readonly problems: readonly string[];
  readonly catalog: Catalog;
}

/** Statement by statement under observation; after each script the catalog must be where the deltas say. */
async function observeScripts(run: Run, scripts: readonly Script[], start: Catalog): Promise<Seen> {
  const { session, known, release } = run;
  const problems: string[] = [];
  let catalog = start;
  for (const script of scripts) {
    const there = await tablesOf(run.looker);
    const statements = script.statements.filter(({ language }) => language === 'sql');
    for (const statement of statements) {
      const found = await observeClaim(run, statement, {
        engine: release.engine,
        made: (tables) => tables.filter((table) => !there.includes(table)),
        lighterToo: known.lighterToo === true,
        locked: statements.some(({ text }) => text.startsWith('LOCK TABLES')),
      });
      if (found.length > 0) return { problems: [...problems, ...found], catalog };
      if (statement.repeat !== undefined) await runScript(session, { ...script, statements: [statement] }, []);
    }
    await session.renew?.();
    const before = catalog;
    catalog = await look(session);
    const deltas = statements.flatMap((statement) => statement.deltas);
    problems.push(...disagreements(before, catalog, deltas, { objects: known.objectsVary !== true }));
  }
  return { problems, catalog };
}

const restored = ({ known }: Run, before: Catalog, after: Catalog): readonly string[] => {
  const { gone, come } = differenceOf(before, after);
  const stays = (line: string): boolean => (known.leaves ?? []).some((piece) => line.includes(piece));
  return [
    ...gone.filter((line) => !stays(line)).map((line) => `the way back does not bring back: ${line}`),
    ...come.filter((line) => !stays(line)).map((line) => `the way back leaves over: ${line}`),
  ];
};

const rowsDiffer = (
  before: Readonly<Record<string, readonly string[]>>,
  after: Readonly<Record<string, readonly string[]>>,
): readonly string[] =>
  Object.entries(before).flatMap(([table, lines]) => {
    const now = after[table] ?? [];
    const there = new Set(now);
    const gone = lines.filter((line) => !there.has(line)).length;
    return gone === 0 && now.length === lines.length
      ? []
      : [`${table}: ${gone} rows are not as they were, ${now.length} of ${lines.length} are there`];
  });

/** There and back under observation. */
async function observed(run: Run): Promise<readonly string[]> {
  const { session, known, done } = run;
  await fresh(run);
  const start = await look(session);
  const undo = undoOf(done);
  const there = await observeScripts(run, done.scripts, start);
  if (there.problems.length > 0) return there.problems;
  await known.meanwhile?.(session);
  const back = await observeScripts(run, undo, there.catalog);
  const whole = undo.length > 0 && runsHere(undo) && runsHere(done.scripts);
  return [...back.problems.map((problem) => `undo: ${problem}`), ...(whole ? restored(run, start, back.catalog) : [])];
}

/** There and back as printed, with guards, and with writes of others between. */
async function rehearsed(run: Run): Promise<readonly string[]> {
  const { session, known, done } = run;
  await fresh(run);
  const wanted = known.rows ?? ordersRows;
  const undo = undoOf(done);
  const whole = undo.length > 0 && runsHere(undo) && runsHere(done.scripts);
  const [catalog, rows] = [await look(session), whole ? await rowsOf(session, wanted) : {}];
  await runAll(run, done.scripts);
  const between = (await known.meanwhile?.(session)) ?? [];
  await runAll(run, undo);
  const after = (await known.afterwards?.(session)) ?? [];
  if (!whole) return [...between, ...after];
  return [
    ...between,
    ...after,
    ...restored(run, catalog, await look(session)),
    ...rowsDiffer(rows, await rowsOf(session, wanted)),
  ];
}

/** Nothing undoes a statement by itself here: stopped after any of them, the undo must lead back as well. */
async function stoppedHalfWay(run: Run): Promise<readonly string[]> {
  const { session, known, done } = run;
  const statements = done.scripts.flatMap((script) =>
    script.statements.map((statement): Script => ({ ...script, statements: [statement] })),
  );
  const changing = statements.filter(({ statements: [{ effect }] }) => effect.work !== 'none');
  const undo = undoOf(done);
  if (
    known.halfWay === 'by hand' ||
    changing.length < 2 ||
    undo.length === 0 ||
    !runsHere(undo) ||
    !runsHere(done.scripts)
  )
    return [];
  const problems: string[] = [];
  for (let until = 1; until < statements.length; until += 1) {
    await fresh(run);
    const start = await look(session);
    await runAll({ ...run, session: lasting(session) }, statements.slice(0, until));
    await session.renew?.();
    const half = await look(session);
    if (differenceOf(start, half).come.length + differenceOf(start, half).gone.length === 0) continue;
    const failed = await runAll(run, undo).then(
      () => undefined,
      (cause: unknown) => (cause instanceof Error ? cause.message : String(cause)),
    );
    const found = failed === undefined ? restored(run, start, await look(session)) : [failed];
    problems.push(...found.map((problem) => `stopped after statement ${until} of ${statements.length}: ${problem}`));
  }
  return problems;
}

const reason = (cause: unknown): readonly string[] => [cause instanceof Error ? cause.message : String(cause)];

const heldAs = (
  { operation, with: about }: OperationCase,
  verdict: OperationHeld['verdict'],
  rest: Partial<OperationHeld> = {},
): OperationHeld => ({ operation, about, verdict, claim: '', problems: [], ...rest });

/** What is known without a server: the manual alone. */
export function documentCase(engine: Engine, version: string, known: OperationCase): OperationHeld {
  const done = answer(engine, known.operation, known.args, situationOf(version));
  return done.kind === 'cannot' ? heldAs(known, 'cannot') : heldAs(known, 'documented', { claim: words(done) });
}

async function holdCase(
  sessions: Sessions,
  engine: Engine,
  release: Release,
  known: OperationCase,
): Promise<OperationHeld> {
  const situation = situationOf(release.id, known);
  const done = answer(engine, known.operation, known.args, situation);
  if ((done.kind === 'cannot') !== (known.cannot === true))
    return heldAs(known, 'mismatch', { problems: [`answers ${done.kind}`] });
  if (done.kind === 'cannot') return heldAs(known, 'cannot');
  const run: Run = { ...sessions, engine, release, known, done, situation };
  const parts = [observed, rehearsed, stoppedHalfWay];
  const problems: string[] = [];
  for (const part of parts) problems.push(...(await part(run).catch(reason)));
  const asked = statementsOf(done.scripts).some(({ language }) => language === 'sql');
  const verdict = problems.length > 0 ? 'mismatch' : asked ? 'held' : 'documented';
  return heldAs(known, verdict, { claim: words(done), problems: [...new Set(problems)] });
}

/** Cases that speak of this engine and version. */
export const casesFor = (engine: Release['engine'], version: string): readonly OperationCase[] =>
  operationCases.filter(
    ({ on, since, until }) =>
      (on === undefined || on === engine) &&
      (since === undefined || compareVersions(version, since) >= 0) &&
      (until === undefined || compareVersions(version, until) < 0),
  );

/** Whatever waits for good fails instead. A session that begins anew has it from the server. */
const impatient = 'SET GLOBAL lock_wait_timeout = 20, SESSION lock_wait_timeout = 20';

/** Enough for every table of a case. */
const readerCount = 7;

/** Holds every operation to its claims on one server. `wanted` narrows to operations whose name contains it. */
export async function verifyOperations(server: Server, engine: Engine, wanted = ''): Promise<readonly OperationHeld[]> {
  const { release } = server;
  const cases = casesFor(release.engine, release.id);
  const names = Object.keys(engine.operations) as readonly OperationName[];
  const results = names
    .filter((name) => !cases.some(({ operation }) => operation === name))
    .map((operation): OperationHeld => ({
      operation,
      about: '',
      verdict: 'mismatch',
      claim: '',
      problems: ['no case'],
    }));
  const session = await connect(server);
  const [looker, ...readers] = await Promise.all(Array.from({ length: readerCount }, () => connect(server)));
  if (looker === undefined) throw new Error('Cannot look on without a session, expected at least one.');
  await session.query(numbers);
  await session.query(
    `UPDATE performance_schema.setup_instruments SET ENABLED = 'YES' WHERE NAME = 'wait/lock/metadata/sql/mdl'`,
  );
  const thread = await threadOf(session);
  for (const one of [session, looker, ...readers]) await one.query(impatient);
  for (const known of cases) {
    if (!known.operation.toLowerCase().includes(wanted.toLowerCase())) continue;
    results.push(await holdCase({ session, thread, looker, readers }, engine, release, known));
  }
  await Promise.all([session, looker, ...readers].map((one) => one.close()));
  return results;
}
