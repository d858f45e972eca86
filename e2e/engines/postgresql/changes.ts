import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeDocuments } from '#app/make-documents.ts';
import { loadEngine } from '#knowledge/engines/index.ts';
import type { ChangeExample } from '#knowledge/engines/postgresql/examples/change-example.ts';
import { catalogOf, contentOf } from '#knowledge/engines/postgresql/observe/index.ts';
import { rehearsal } from '#knowledge/engines/postgresql/rehearsal/index.ts';
import { answersSchema } from '#model/answers.ts';
import type { Plan } from '#model/plan.ts';
import { makeProber } from '#sql/rehearse/probes.ts';
import type { Stage } from '#sql/rehearse/rehearse-plan.ts';
import { thereAndBack, toTheEnd } from '#sql/rehearse/rehearse-plan.ts';
import { runScript } from '#sql/rehearse/run-script.ts';
import type { Server } from './servers.ts';
import { tablesOfPlan } from '../tables-of-plan.ts';
import { connect } from './connect.ts';
import { stopEachStep } from './stopped-steps.ts';

const folder = dirname(fileURLToPath(import.meta.resolve('#knowledge/engines/postgresql/examples/change-example.ts')));

/** The examples of every kind of change: each file of the folder but the one that says what an example is. */
async function allExamples(): Promise<readonly ChangeExample[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && file !== 'change-example.ts');
  const modules = await Promise.all(
    files.map(async (file) => (await import(join(folder, file))) as { readonly examples: readonly ChangeExample[] }),
  );
  return modules.flatMap(({ examples }) => examples);
}

/** One thing that was held to its claim, or was not. */
export interface Held {
  readonly name: string;
  readonly passed: boolean;
  readonly detail: string;
}

const date = '2026-12-01';

/** The plan that a person would get for this example. */
async function planOf(example: ChangeExample, major: number): Promise<Plan> {
  const answers = answersSchema.parse({
    database: { engine: 'postgresql', version: String(major), topology: ['primary-only'] },
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
  return makeDocuments(answers, await loadEngine('postgresql'), true, date).plan;
}

let databases = 0;

/** Makes the example's schema and rows once, to be copied. */
async function makeTemplate(server: Server, example: ChangeExample): Promise<string> {
  const name = `example_${(databases += 1)}`;
  const admin = await connect(server);
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.close();
  const session = await connect(server, { database: name });
  for (const statement of example.schema) await session.query(statement);
  await session.close();
  return name;
}

/** Gives a fresh database with the example's schema and rows, and takes it away again. */
async function onStage<Result>(
  server: Server,
  template: string,
  example: ChangeExample,
  plan: Plan,
  onIt: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const name = `change_${(databases += 1)}`;
  const admin = await connect(server);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const [session, application] = [await connect(server, { database: name }), await connect(server, { database: name })];
  const tables = tablesOfPlan(application, rehearsal, plan);
  try {
    const prober = makeProber(application, rehearsal, await tables.known());
    return await onIt({
      run: (script) => {
        tables.forget();
        return runScript(session, script, plan.guards[script.guard].lines);
      },
      prober,
      catalog: () => catalogOf(application),
      standing: (written) => tables.standing(written, example.converts === true),
      rows: async () => {
        const lines = await Promise.all(
          example.keepsRows.map(async ({ table, columns }) =>
            (await contentOf(application, table, columns)).map((line) => `${table} ${line}`),
          ),
        );
        return lines.flat();
      },
    });
  } finally {
    await session.close();
    await application.close();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`).catch(() => admin.query(`DROP DATABASE ${name}`));
    await admin.close();
  }
}

const few = (lines: readonly string[]): string =>
  [...lines.slice(0, 4), ...(lines.length > 4 ? [`… and ${lines.length - 4} more`] : [])].join('\n      ');

/** Runs one example to its end, and back from the end of each phase that can be taken back. */
async function holdExample(server: Server, example: ChangeExample): Promise<readonly Held[]> {
  const plan = await planOf(example, server.major);
  const label = `${example.change}: ${example.title}`;
  const steps = plan.phases.flatMap((phase) => phase.steps);
  const last = plan.reversibility.pointOfNoReturn;
  const until = last === undefined ? steps.length : steps.findIndex(({ id }) => id === last);
  const ends = plan.phases
    .map(({ id, steps: own }) => ({ id, end: steps.indexOf(own[own.length - 1] ?? own[0]) + 1 }))
    .map(({ id, end }) => ({ id, end: Math.min(end, until) }))
    .filter(({ end }, index, all) => end > 0 && all.findIndex((other) => other.end === end) === index);

  const template = await makeTemplate(server, example);
  const held: Held[] = [{ name: `${label}, laws`, passed: plan.violations.length === 0, detail: few(plan.violations) }];
  const waiting = [...ends];

  // Where the way back has left the catalog as it was, the next one starts on the same database, with the rows that were written meanwhile.
  while (waiting.length > 0) {
    await onStage(server, template, example, plan, async (stage) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const result = await thereAndBack(plan, stage, steps.slice(0, next.end));
        const complaints = [
          ...result.failures.map(({ at, release, probe, says }) => `${at}: ${release}, ${probe}: ${says}`),
          ...result.differences.filter((line) => !(example.leaves ?? []).some((piece) => line.includes(piece))),
          ...result.lostWrites,
          ...(result.lostRows > 0 ? [`${result.lostRows} rows are not as they were`] : []),
        ];
        held.push({
          name: `${label}, back from phase ${next.id}`,
          passed: complaints.length === 0,
          detail: few(complaints),
        });
        if (complaints.length > 0 || result.differences.length > 0) return;
      }
    });
  }
  const forward = await onStage(server, template, example, plan, (stage) => toTheEnd(plan, stage));
  held.push({
    name: `${label}, to the end`,
    passed: forward.failures.length === 0,
    detail: few(forward.failures.map(({ at, release, probe, says }) => `${at}: ${release}, ${probe}: ${says}`)),
  });
  const counts = (line: string): boolean => !(example.leaves ?? []).some((piece) => line.includes(piece));
  const stopped = await onStage(server, template, example, plan, ({ run, catalog, rows }) =>
    stopEachStep(plan, {
      run,
      // A table that has another name by then has no rows under the old one; its catalog is compared all the same.
      look: async () => [...(await catalog()).filter(counts), ...(await rows().catch(() => []))],
    }),
  );
  held.push({ name: `${label}, steps stopped half way`, passed: stopped.length === 0, detail: few(stopped) });
  return held;
}

/** Every example that this version can run, held to its plan. `only` narrows to one kind of change. */
export async function changeCases(server: Server, only?: string): Promise<readonly Held[]> {
  const chosen = (await allExamples()).filter(
    ({ since = 0, change }) => since <= server.major && (only === undefined || change === only),
  );
  const held: Held[] = [];
  for (const example of chosen) {
    try {
      held.push(...(await holdExample(server, example)));
    } catch (reason) {
      held.push({
        name: `${example.change}: ${example.title}`,
        passed: false,
        detail: reason instanceof Error ? (reason.stack ?? reason.message) : String(reason),
      });
    }
  }
  return held;
}
