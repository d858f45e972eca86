import { guard } from '#knowledge/engines/sqlite/guards.ts';
import { operations } from '#knowledge/engines/sqlite/operations/index.ts';
import { compareVersions } from '#model/capability.ts';
import type { Situation } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import type { Session } from '#model/session.ts';
import type { Outcome, Performed, Script } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { differencesOf } from '#sql/rehearse/differences.ts';
import { runScript } from '#sql/rehearse/run-script.ts';
import type { OperationHeld } from '../engine-result.ts';
import { catalogOf, disagreements } from './catalog.ts';
import { atTheKeyboard } from './engineer.ts';
import { effectProblems } from './effects.ts';
import type { Library, OpenFile } from './libraries.ts';
import { operationCases } from './operation-cases/index.ts';
import { fixture, type OperationCase } from './operation-cases/operation-case.ts';

const answers = operations as unknown as Readonly<Record<string, (args: unknown, situation: Situation) => Outcome>>;

const situationOf = ({ versionNotGiven }: OperationCase, library: Library): Situation => ({
  version: versionNotGiven ? notGiven : library.version,
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
});

const undoOf = ({ undo }: Performed): readonly Script[] => (undo.kind === 'statements' ? undo.scripts : []);

const run = async (session: Session, script: Script, situation: Situation): Promise<void> => {
  await runScript(session, script, guard(script.guard, situation).lines);
};

const claimOf = ({ scripts }: Performed): string => {
  const statements = statementsOf(scripts);
  const work = [...new Set(statements.map(({ effect }) => effect.work))].filter((one) => one !== 'none').join(' + ');
  return `${statements.some(({ effect }) => effect.blocks === 'writes') ? 'other writers wait' : 'no long lock'}; ${work || 'none'}`;
};

let files = 0;

async function fresh(
  library: Library,
  { before = [], follows }: OperationCase,
  situation: Situation,
): Promise<OpenFile> {
  const file = library.open(`asked${(files += 1)}`);
  for (const text of [...fixture, ...before]) await file.session.query(text);
  const first = follows && answers[follows.operation]?.(follows.args, situation);
  if (first?.kind === 'performed')
    for (const script of first.scripts) await run(atTheKeyboard(file.session), script, situation);
  return file;
}

const tables = ['orders', 'customers', 'items'] as const;

/** Rows as text, without columns whose values are gone for good. Rows are what counts, so keys are part of them. */
async function rowsOf(session: Session, loses: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const table of tables) {
    const columns = (await session.query(`SELECT name FROM pragma_table_info('${table}')`)).map((row) =>
      String(row['name']),
    );
    const kept = columns.filter((column) => !loses.includes(column)).toSorted();
    if (kept.length === 0) continue;
    const rows = await session.query(`SELECT ${kept.map((name) => `"${name}"`).join(', ')} FROM ${table} ORDER BY id`);
    lines.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
  }
  return lines;
}

const runsHere = (scripts: readonly Script[]): boolean =>
  statementsOf(scripts).every(({ language }) => language === 'sql');

interface Held {
  readonly library: Library;
  readonly known: OperationCase;
  readonly done: Performed;
  readonly situation: Situation;
}

/** There as printed, with the catalog after each script where the deltas say; writes of others; back. */
async function thereAndBack({ library, known, done, situation }: Held): Promise<readonly string[]> {
  const { session } = await fresh(library, known, situation);
  const engineer = atTheKeyboard(session);
  const problems: string[] = [];
  const undo = undoOf(done);
  const [start, rows] = [await catalogOf(session), await rowsOf(session, known.loses ?? [])];
  const follow = async (scripts: readonly Script[], where: string): Promise<void> => {
    for (const script of scripts) {
      const before = await catalogOf(session);
      await run(engineer, script, situation);
      const deltas = script.statements.filter(({ language }) => language === 'sql').flatMap((one) => one.deltas);
      problems.push(...disagreements(before, await catalogOf(session), deltas).map((says) => `${where}: ${says}`));
    }
  };
  await follow(done.scripts, 'there');
  await session.query('PRAGMA foreign_keys = ON');
  problems.push(...((await known.meanwhile?.(session)) ?? []));
  await follow(undo, 'back');
  if (undo.length > 0 && runsHere(undo)) {
    problems.push(...differencesOf(start, await catalogOf(session)).map((line) => `after the way back: ${line}`));
    const now = await rowsOf(session, known.loses ?? []);
    const kept = new Set(now);
    const gone = rows.filter((row) => !kept.has(row));
    if (gone.length > 0 || now.length !== rows.length)
      problems.push(
        `${gone.length} rows are not as they were, ${now.length} of ${rows.length} are there: ${gone[0] ?? ''}`,
      );
  }
  const orphans = await session.query('PRAGMA foreign_key_check');
  if (orphans.length > 0 && known.operation !== 'dropTable') problems.push(`${orphans.length} rows point to nothing`);
  const [sound] = await session.query('PRAGMA integrity_check');
  if (Object.values(sound ?? {})[0] !== 'ok') problems.push(`integrity_check: ${JSON.stringify(sound)}`);
  await session.close();
  return problems;
}

/** What the operation says cannot be done otherwise is refused by this version, or taken by it where the operation says so. */
async function refusal(
  library: Library,
  { refuses, takenSince }: OperationCase,
  session: Session,
): Promise<readonly string[]> {
  if (refuses === undefined) return [];
  await session.query('BEGIN');
  const refused = await session.query(refuses).then(
    () => false,
    () => true,
  );
  await session.query('ROLLBACK');
  const taken = takenSince !== undefined && compareVersions(library.version, takenSince) >= 0;
  return refused === !taken ? [] : [`${refuses}: ${refused ? 'refused' : 'taken'}`];
}

const reason = (cause: unknown): readonly string[] => [
  cause instanceof Error ? (cause.message === '' ? String(cause) : cause.message) : String(cause),
];

async function holdCase(library: Library, known: OperationCase): Promise<OperationHeld> {
  const { operation, about } = known;
  const situation = situationOf(known, library);
  const done = answers[operation]?.(known.args, situation);
  if (done === undefined || (done.kind === 'cannot') !== (known.cannot === true))
    return { operation, about, verdict: 'mismatch', claim: '', problems: [`answers ${done?.kind ?? 'nothing'}`] };
  const file = await fresh(library, known, situation);
  const refusals = await refusal(library, known, file.session);
  if (done.kind === 'cannot') {
    const problems = [...refusals, ...((await known.meanwhile?.(file.session)) ?? [])];
    await file.session.close();
    return { operation, about, verdict: problems.length > 0 ? 'mismatch' : 'cannot', claim: 'cannot', problems };
  }
  const problems = [
    ...refusals,
    ...(await effectProblems(library, file, done.scripts).catch(reason)),
    ...(await thereAndBack({ library, known, situation, done }).catch(reason)),
  ];
  return {
    operation,
    about,
    verdict: problems.length > 0 ? 'mismatch' : 'held',
    claim: claimOf(done),
    problems: [...new Set(problems)],
  };
}

/** Holds every operation to its claims on one version. `wanted` narrows to operations whose name contains it. */
export async function holdOperations(library: Library, wanted = ''): Promise<readonly OperationHeld[]> {
  const unheld = Object.keys(operations).filter((name) => !operationCases.some(({ operation }) => operation === name));
  const held: OperationHeld[] = unheld.map((name) => ({
    operation: name as OperationHeld['operation'],
    about: 'no case',
    verdict: 'mismatch',
    claim: '',
    problems: ['has no case'],
  }));
  for (const known of operationCases)
    if (known.operation.toLowerCase().includes(wanted.toLowerCase())) held.push(await holdCase(library, known));
  return held;
}
