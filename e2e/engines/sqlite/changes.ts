import { makeDocuments } from '#app/make-documents.ts';
import type { ChangeExample } from '#knowledge/engines/postgresql/examples/change-example.ts';
import { sqlite } from '#knowledge/engines/sqlite/index.ts';
import { answersSchema } from '#model/answers.ts';
import type { Plan } from '#model/plan.ts';
import type { Session } from '#model/session.ts';
import { makeProber } from '#sql/rehearse/probes.ts';
import type { Stage } from '#sql/rehearse/rehearse-plan.ts';
import { thereAndBack, toTheEnd } from '#sql/rehearse/rehearse-plan.ts';
import { runScript } from '#sql/rehearse/run-script.ts';
import { stopEachStep } from '../postgresql/stopped-steps.ts';
import type { FurtherHeld } from '../engine-result.ts';
import { tablesOfPlan } from '../tables-of-plan.ts';
import { catalogOf } from './catalog.ts';
import { atTheKeyboard } from './engineer.ts';
import { examples } from './examples.ts';
import type { Library } from './libraries.ts';
import { rehearsal } from './rehearsal.ts';

/** The plan that a person would get for this example. */
function planOf(example: ChangeExample, version: string): Plan {
  const answers = answersSchema.parse({
    database: { engine: sqlite.id, version, topology: ['primary-only'] },
    stack: {
      stacks: [example.remembersColumns ? 'rails' : 'django'],
      deploy: 'rolling',
      deployMinutes: '10',
      flags: 'Unleash',
    },
    scale: {
      tables: example.scale
        ? [{ name: example.scale.table, rows: example.scale.rows, key: example.scale.key ?? 'id' }]
        : [],
    },
    change: { changes: [{ kind: example.change, fields: example.fields }] },
    risk: { risk: 'medium', downtime: 'none' },
  });
  return makeDocuments(answers, sqlite, true, '2026-12-01').plan;
}

async function rowsOf(session: Session, { keepsRows }: ChangeExample): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { table, columns } of keepsRows) {
    const rows = await session.query(
      `SELECT ${columns.map((name) => `"${name}"`).join(', ')} FROM "${table}" ORDER BY 1`,
    );
    lines.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`));
  }
  return lines;
}

let files = 0;

/** Gives a fresh file with the example's schema and rows, open in two programs: the engineer's and the application's. */
async function onStage<Result>(
  library: Library,
  example: ChangeExample,
  plan: Plan,
  onIt: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const file = library.open(`change_${(files += 1)}`);
  const application = file.session;
  const other = file.beside?.() ?? application;
  for (const statement of example.schema) await application.query(statement);
  await application.query('PRAGMA foreign_keys = ON');
  const engineer = atTheKeyboard(other);
  const tables = tablesOfPlan(application, rehearsal, plan);
  try {
    return await onIt({
      run: (script) => {
        tables.forget();
        return runScript(engineer, script, plan.guards[script.guard].lines);
      },
      prober: makeProber(application, rehearsal, await tables.known()),
      catalog: () => catalogOf(application),
      standing: (written) => tables.standing(written, example.converts === true),
      rows: () => rowsOf(application, example),
    });
  } finally {
    if (other !== application) await other.close();
    await application.close();
  }
}

const few = (lines: readonly string[]): string =>
  [...lines.slice(0, 4), ...(lines.length > 4 ? [`… and ${lines.length - 4} more`] : [])].join('\n      ');

/** Runs one example to its end, and back from the end of each phase that can be taken back. */
async function holdExample(library: Library, example: ChangeExample): Promise<readonly FurtherHeld[]> {
  const plan = planOf(example, library.version);
  const label = `${example.change}: ${example.title}`;
  const result = (about: string, complaints: readonly string[]): FurtherHeld => ({
    name: `${label}, ${about}`,
    passed: complaints.length === 0,
    detail: few(complaints),
  });
  const steps = plan.phases.flatMap((phase) => phase.steps);
  const last = plan.reversibility.pointOfNoReturn;
  const until = last === undefined ? steps.length : steps.findIndex(({ id }) => id === last);
  const ends = plan.phases
    .map(({ id, steps: own }) => ({ id, end: Math.min(steps.indexOf(own[own.length - 1] ?? own[0]) + 1, until) }))
    .filter(({ end }, index, all) => end > 0 && all.findIndex((other) => other.end === end) === index);

  const held: FurtherHeld[] = [result('laws', plan.violations)];
  for (const { id, end } of ends) {
    const back = await onStage(library, example, plan, (stage) => thereAndBack(plan, stage, steps.slice(0, end)));
    held.push(
      result(`back from phase ${id}`, [
        ...back.failures.map(({ at, release, probe, says }) => `${at}: ${release}, ${probe}: ${says}`),
        ...back.differences.filter((line) => !(example.leaves ?? []).some((piece) => line.includes(piece))),
        ...back.lostWrites,
        ...(back.lostRows > 0 ? [`${back.lostRows} rows are not as they were`] : []),
      ]),
    );
  }
  const forward = await onStage(library, example, plan, (stage) => toTheEnd(plan, stage));
  held.push(
    result(
      'to the end',
      forward.failures.map(({ at, release, probe, says }) => `${at}: ${release}, ${probe}: ${says}`),
    ),
  );
  const stopped = await onStage(library, example, plan, ({ run, catalog, rows }) =>
    stopEachStep(plan, {
      run,
      // A table that has another name by then has no rows under the old one; its catalog is compared all the same.
      look: async () => [...(await catalog()), ...(await rows().catch(() => []))],
    }),
  );
  held.push(result('steps stopped half way', stopped));
  return held;
}

/** Every example, held to its plan. */
export async function holdChanges(library: Library, only?: string): Promise<readonly FurtherHeld[]> {
  const held: FurtherHeld[] = [];
  for (const example of examples.filter(({ change }) => only === undefined || change === only)) {
    const failed = (reason: unknown): readonly FurtherHeld[] => [
      {
        name: `${example.change}: ${example.title}`,
        passed: false,
        detail: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
      },
    ];
    held.push(...(await holdExample(library, example).catch(failed)));
  }
  return held;
}
