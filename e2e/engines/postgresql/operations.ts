import { guard } from '#knowledge/engines/postgresql/guards.ts';
import { type Catalog, catalogOf, differenceOf, rowsOf } from '#knowledge/engines/postgresql/observe/index.ts';
import { operations } from '#knowledge/engines/postgresql/operations/index.ts';
import type { Situation } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import type { OperationName } from '#model/operations.ts';
import type { Session } from '#model/session.ts';
import type { Outcome, Performed, Script, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { runScript } from '#sql/rehearse/run-script.ts';
import { disagreements } from './catalog-schema.ts';
import { connect } from './connect.ts';
import { operationCases } from './operation-cases/index.ts';
import type { OperationHeld } from '../engine-result.ts';
import { fixture, type OperationCase, ordersRows } from './operation-cases/operation-case.ts';
import { observeClaim } from './observe-claim.ts';
import type { Server } from './servers.ts';
import { momentsOf } from './stopped-steps.ts';
import { holdStreams } from './streams.ts';

const answers = operations as unknown as Readonly<Record<string, (args: unknown, situation: Situation) => Outcome>>;

const situationOf = ({ versionNotGiven }: Pick<OperationCase, 'versionNotGiven'>, major: number): Situation => ({
  version: versionNotGiven ? notGiven : String(major),
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
});

const undoOf = ({ undo }: Performed): readonly Script[] => (undo.kind === 'statements' ? undo.scripts : []);

const words = ({ scripts }: Performed): string => {
  const statements = statementsOf(scripts);
  const locks = new Map(
    statements.flatMap(({ effect }) => effect.locks.map(({ table, mode }) => [table, mode] as const)),
  );
  const work = [...new Set(statements.map(({ effect }) => effect.work))].filter((one) => one !== 'none').join(' + ');
  return `${[...locks].map(([table, mode]) => `${table} ${mode}`).join(', ') || 'no lock'}; ${work || 'none'}`;
};

const runAll = async (session: Session, scripts: readonly Script[], situation: Situation): Promise<void> => {
  for (const script of scripts) await runScript(session, script, guard(script.guard, situation).lines);
};

async function fresh(session: Session, { before, follows }: OperationCase, situation: Situation): Promise<void> {
  await session.query('reset all');
  await session.query(fixture);
  if (before !== undefined) await session.query(before);
  const first = follows && answers[follows.operation]?.(follows.args, situation);
  if (first?.kind === 'performed') await runAll(session, first.scripts, situation);
}

const runsHere = (scripts: readonly Script[]): boolean =>
  statementsOf(scripts).every(({ language }) => language === 'sql');

interface Seen {
  readonly problems: readonly string[];
  readonly catalog: Catalog;
}

/** `\\copy … TO 'file'` of psql is COPY of the same query; what the client does with the rows is not the server's business. */
const asAsked = (statement: Statement): Statement =>
  statement.text.startsWith('\\copy ')
    ? {
        ...statement,
        language: 'sql',
        text: statement.text.replace(/^\\copy (.*) TO '(?:[^']|'')*' /, `COPY $1 TO '/dev/null' `),
      }
    : statement;

/** Statement by statement under observation; after each script the catalog must be where the deltas say. */
async function observeScripts(run: Run, scripts: readonly Script[], start: Catalog): Promise<Seen> {
  const { session, other, known } = run;
  const problems: string[] = [];
  let catalog = start;
  for (const script of scripts) {
    const statements = script.statements.map(asAsked).filter(({ language }) => language === 'sql');
    for (const statement of statements) {
      problems.push(...(await observeClaim(session, other, statement)));
      if (statement.repeat !== undefined) await runScript(session, { ...script, statements: [statement] }, []);
    }
    const before = catalog;
    catalog = await catalogOf(session);
    const deltas = statements.flatMap((statement) => statement.deltas);
    problems.push(...disagreements(before, catalog, deltas, { objects: known.objectsVary !== true }));
  }
  return { problems, catalog };
}

const restored = (before: Catalog, after: Catalog): readonly string[] => {
  const { gone, come } = differenceOf(before, after);
  return [
    ...gone.map((line) => `the way back does not bring back: ${line}`),
    ...come.map((line) => `the way back leaves over: ${line}`),
  ];
};

const rowsDiffer = (
  before: Readonly<Record<string, readonly string[]>>,
  after: Readonly<Record<string, readonly string[]>>,
): readonly string[] =>
  Object.entries(before).flatMap(([table, lines]) => {
    const now = after[table] ?? [];
    const kept = new Set(now);
    const gone = lines.filter((line) => !kept.has(line)).length;
    return gone === 0 && now.length === lines.length
      ? []
      : [`${table}: ${gone} rows are not as they were, ${now.length} of ${lines.length} are there`];
  });

interface Run {
  readonly session: Session;
  readonly other: Session;
  readonly known: OperationCase;
  readonly done: Performed;
  readonly situation: Situation;
}

/** There and back under observation. */
async function observed(run: Run): Promise<readonly string[]> {
  const { session, known, done, situation } = run;
  await fresh(session, known, situation);
  const start = await catalogOf(session);
  const undo = undoOf(done);
  const there = await observeScripts(run, done.scripts, start);
  if (there.problems.length > 0) return there.problems;
  await known.meanwhile?.(session);
  const back = await observeScripts(run, undo, there.catalog);
  const whole = undo.length > 0 && runsHere(undo) && runsHere(done.scripts);
  return [...back.problems.map((problem) => `undo: ${problem}`), ...(whole ? restored(start, back.catalog) : [])];
}

/** There and back as printed, with guards and transactions, and with writes of others between. */
async function rehearsed({ session, known, done, situation }: Run): Promise<readonly string[]> {
  await fresh(session, known, situation);
  const wanted = known.rows ?? ordersRows;
  const undo = undoOf(done);
  const whole = undo.length > 0 && runsHere(undo);
  const [catalog, rows] = [whole ? await catalogOf(session) : [], whole ? await rowsOf(session, wanted) : {}];
  await runAll(session, done.scripts, situation);
  const between = (await known.meanwhile?.(session)) ?? [];
  await runAll(session, undo, situation);
  const after = (await known.afterwards?.(session)) ?? [];
  if (!whole) return [...between, ...after];
  return [
    ...between,
    ...after,
    ...restored(catalog, await catalogOf(session)),
    ...rowsDiffer(rows, await rowsOf(session, wanted)),
  ];
}

/** Stopped after each thing that stands alone, then taken back whole: nobody knows at night how far a step came. */
async function interrupted({ session, known, done, situation }: Run): Promise<readonly string[]> {
  const undo = undoOf(done);
  const moments = momentsOf(done.scripts);
  if (moments.length < 2 || undo.length === 0 || !runsHere(undo) || !runsHere(done.scripts)) return [];
  const wanted = known.rows ?? ordersRows;
  const problems: string[] = [];
  for (let reached = 1; reached < moments.length; reached += 1) {
    const at = `stopped after ${reached} of ${moments.length}`;
    await fresh(session, known, situation);
    const [catalog, rows] = [await catalogOf(session), await rowsOf(session, wanted)];
    try {
      await runAll(session, moments.slice(0, reached), situation);
      await runAll(session, undo, situation);
      const differences = [
        ...restored(catalog, await catalogOf(session)),
        ...rowsDiffer(rows, await rowsOf(session, wanted)),
      ];
      problems.push(...differences.map((difference) => `${at}: ${difference}`));
    } catch (cause) {
      problems.push(...reason(cause).map((says) => `${at}: the way back fails: ${says}`));
    }
  }
  return problems;
}

const reason = (cause: unknown): readonly string[] => [cause instanceof Error ? cause.message : String(cause)];

async function holdCase(session: Session, other: Session, known: OperationCase, major: number): Promise<OperationHeld> {
  const { operation, with: about } = known;
  const situation = situationOf(known, major);
  const done = answers[operation]?.(known.args, situation);
  if (done === undefined || (done.kind === 'cannot') !== (known.cannot === true))
    return { operation, about, verdict: 'mismatch', claim: '', problems: [`answers ${done?.kind ?? 'nothing'}`] };
  if (done.kind === 'cannot') return { operation, about, verdict: 'cannot', claim: '', problems: [] };
  const run: Run = { session, other, known, done, situation };
  const problems = [
    ...(await observed(run).catch(reason)),
    ...(await rehearsed(run).catch(reason)),
    ...(await interrupted(run).catch(reason)),
  ];
  const asked = statementsOf(done.scripts)
    .map(asAsked)
    .some(({ language }) => language === 'sql');
  const verdict = problems.length > 0 ? 'mismatch' : asked ? 'held' : 'documented';
  return { operation, about, verdict, claim: words(done), problems: [...new Set(problems)] };
}

const isOf = ({ since = 0, until = 99 }: OperationCase, major: number): boolean => major >= since && major <= until;

/** Holds every operation to its claims on one server. `wanted` narrows to operations whose name contains it. */
export async function verifyOperations(server: Server, wanted = ''): Promise<readonly OperationHeld[]> {
  const names = Object.keys(operations) as readonly OperationName[];
  const streams = names.filter((name) => name.endsWith('subscribe'));
  const results = names
    .filter((name) => !streams.includes(name) && !operationCases.some(({ operation }) => operation === name))
    .map((operation): OperationHeld => ({
      operation,
      about: '',
      verdict: 'mismatch',
      claim: '',
      problems: ['no case'],
    }));
  const [session, other] = [await connect(server), await connect(server)];
  for (const known of operationCases) {
    if (!known.operation.toLowerCase().includes(wanted.toLowerCase()) || !isOf(known, server.major)) continue;
    results.push(await holdCase(session, other, known, server.major));
  }
  await Promise.all([session.close(), other.close()]);
  if (streams.some((name) => name.toLowerCase().includes(wanted.toLowerCase())))
    results.push(...(await holdStreams(server, situationOf({}, server.major))));
  return results;
}
