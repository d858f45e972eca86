import { makeDocuments } from '#app/make-documents.ts';
import { loadEngine } from '#knowledge/engines/index.ts';
import type { ChangeExample } from '#knowledge/engines/postgresql/examples/change-example.ts';
import { catalogOf, contentOf } from '#knowledge/engines/mysql/observe/index.ts';
import { rehearsal } from '#knowledge/engines/mysql/rehearsal/index.ts';
import { answersSchema } from '#model/answers.ts';
import type { Plan } from '#model/plan.ts';
import type { RehearsalTable } from '#model/rehearsal.ts';
import type { Session } from '#model/session.ts';
import type { Written } from '#sql/rehearse/probes.ts';
import { makeProber } from '#sql/rehearse/probes.ts';
import type { Stage } from '#sql/rehearse/rehearse-plan.ts';
import { thereAndBack, toTheEnd } from '#sql/rehearse/rehearse-plan.ts';
import { runScript } from '#sql/rehearse/run-script.ts';
import type { FurtherHeld } from '../engine-result.ts';
import { connect, lasting } from './connect.ts';
import { columnExamples } from './examples/columns.ts';
import { tableExamples } from './examples/tables.ts';
import { numbers } from './operation-cases/operation-case.ts';
import type { Release } from './releases.ts';
import type { Server } from './servers.ts';

const date = '2026-12-01';

/** The plan that a person would get for this example. */
async function planOf(example: ChangeExample, { engine, id }: Release): Promise<Plan> {
  const answers = answersSchema.parse({
    database: { engine, version: id, topology: ['primary-only'] },
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
  return makeDocuments(answers, await loadEngine(engine), true, date).plan;
}

/** The tables that the plan's releases know, as they are before it. */
async function originalTables(session: Session, plan: Plan): Promise<ReadonlyMap<string, RehearsalTable>> {
  const names = new Set(plan.releases.flatMap(({ probes }) => probes.map(({ table }) => table)));
  const found = await Promise.all([...names].map((name) => rehearsal.describe(session, name)));
  return new Map(found.flatMap((table) => (table ? [[table.table, table] as const] : [])));
}

let databases = 0;

/** Gives a fresh database with the example's schema and rows, and takes it away again. */
async function onStage<Result>(
  server: Server,
  example: ChangeExample,
  plan: Plan,
  onIt: (stage: Stage) => Promise<Result>,
): Promise<Result> {
  const name = `change_${(databases += 1)}`;
  const admin = await connect(server);
  await admin.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4; USE ${name}`);
  for (const statement of example.schema) await admin.query(statement);
  const [session, application] = [await connect(server, { database: name }), await connect(server, { database: name })];
  try {
    const prober = makeProber(application, rehearsal, await originalTables(application, plan));
    return await onIt({
      run: async (script) => runScript(lasting(session), script, plan.guards[script.guard].lines),
      end: async () => session.renew?.(),
      prober,
      catalog: () => catalogOf(application),
      standing: async (written) => standing(application, plan, example, written),
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
    await admin.query(`DROP DATABASE ${name}`);
    await admin.close();
  }
}

/** Where a value that a probe wrote stands now: in its column, or in the column that holds the same. */
async function standing(
  session: Session,
  plan: Plan,
  example: ChangeExample,
  written: Written,
): Promise<string | null | undefined> {
  const own = `${written.table}.${written.column}`;
  const copies = plan.environment.copies
    .filter((group) => group.includes(own))
    .flatMap((group) => group.filter((member) => member !== own && member.startsWith(`${written.table}.`)));
  for (const name of example.converts ? [own] : [own, ...copies]) {
    const [table, column] = [name.slice(0, name.lastIndexOf('.')), name.slice(name.lastIndexOf('.') + 1)];
    const found = await rehearsal.describe(session, table);
    if (!found?.columns.some((one) => one.name === column) || found.key.length === 0) continue;
    const row = rehearsal.rowOf(found, written.key, [column]);
    const [line] = await session.query(row.text, row.parameters);
    if (line === undefined) return null;
    const value = line[column];
    return value === null || value === undefined ? null : String(value);
  }
  return undefined;
}

const few = (lines: readonly string[]): string =>
  [...lines.slice(0, 4), ...(lines.length > 4 ? [`… and ${lines.length - 4} more`] : [])].join('\n      ');

/** Runs one example to its end, and back from the end of each phase that can be taken back. */
async function holdExample(server: Server, example: ChangeExample): Promise<readonly FurtherHeld[]> {
  const plan = await planOf(example, server.release);
  const label = `${example.change}: ${example.title}`;
  const steps = plan.phases.flatMap((phase) => phase.steps);
  const last = plan.reversibility.pointOfNoReturn;
  const until = last === undefined ? steps.length : steps.findIndex(({ id }) => id === last);
  const ends = plan.phases
    .map(({ id, steps: own }) => ({ id, end: steps.indexOf(own[own.length - 1] ?? own[0]) + 1 }))
    .map(({ id, end }) => ({ id, end: Math.min(end, until) }))
    .filter(({ end }, index, all) => end > 0 && all.findIndex((other) => other.end === end) === index);

  const held: FurtherHeld[] = [
    { name: `${label}, laws`, passed: plan.violations.length === 0, detail: few(plan.violations) },
  ];
  const waiting = [...ends];

  // Where the way back has left the catalog as it was, the next one starts on the same database, with the rows that were written meanwhile.
  while (waiting.length > 0) {
    await onStage(server, example, plan, async (stage) => {
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
  const forward = await onStage(server, example, plan, (stage) => toTheEnd(plan, stage));
  held.push({
    name: `${label}, to the end`,
    passed: forward.failures.length === 0,
    detail: few(forward.failures.map(({ at, release, probe, says }) => `${at}: ${release}, ${probe}: ${says}`)),
  });
  return held;
}

/** Every example, held to its plan. `only` narrows to one kind of change. */
export async function changeCases(server: Server, only?: string): Promise<readonly FurtherHeld[]> {
  const held: FurtherHeld[] = [];
  const admin = await connect(server);
  await admin.query(numbers);
  await admin.close();
  for (const example of [...columnExamples, ...tableExamples]) {
    if (only !== undefined && example.change !== only) continue;
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
