import { describe, expect, it } from 'vitest';
import type { Made } from '#app/make-documents.ts';
import { makeDocuments } from '#app/make-documents.ts';
import { changes } from '#knowledge/changes/registry.ts';
import { engineChoices, loadEngine } from '#knowledge/engines/index.ts';
import { answersSchema } from '#model/answers.ts';
import { statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';

/** Situations chosen so that each value of each question meets several values of the others. */
const situations = [
  { risk: 'low', downtime: 'none', topology: ['primary-only'], stack: 'django', deploy: 'rolling', dependencies: [] },
  {
    risk: 'medium',
    downtime: 'window',
    topology: ['replicas'],
    stack: 'rails',
    deploy: 'canary',
    dependencies: ['etl-jobs'],
  },
  {
    risk: 'high',
    downtime: 'flexible',
    topology: ['replicas', 'cdc'],
    stack: 'rails',
    deploy: 'rolling',
    dependencies: ['cdc', 'mobile-clients'],
  },
  {
    risk: 'high',
    downtime: 'none',
    topology: ['pooler'],
    stack: 'prisma',
    deploy: 'blue-green',
    dependencies: ['analytics'],
  },
  {
    risk: 'low',
    downtime: 'window',
    topology: ['replicas', 'pooler', 'cdc'],
    stack: 'flyway',
    deploy: 'stopped',
    dependencies: [],
  },
  { risk: 'not-sure', downtime: 'not-sure', topology: [], stack: 'not-sure', deploy: 'not-sure', dependencies: [] },
] as const;

const sections = [
  '## 1. Pre-migration checklist',
  '## 2. Migration strategy',
  '## 3. Validation steps',
  '## 4. Rollback plan',
  '## 5. Monitoring plan',
  '## 6. Communication template',
  '## 7. Post-mortem prompts',
];

/** What the fields of any kind of change are called, with something to stand in them. */
const sample: Readonly<Record<string, string>> = {
  name: 'orders_note',
  names: 'status',
  type: 'text',
  expression: "'new'",
  number: '3',
  prose: 'as agreed',
  sql: 'newkey_x bigint PRIMARY KEY, status text',
  'yes-no': 'yes',
};

const postgresql = await loadEngine('postgresql');

const others = await Promise.all(
  engineChoices.filter(({ id }) => id !== postgresql.id).map(({ id }) => loadEngine(id)),
);

function made(
  change: (typeof changes)[number],
  situation: (typeof situations)[number],
  engine = postgresql,
  version = '16',
): Made {
  const fields = Object.fromEntries(
    Object.entries(change.fields).map(([id, { control, options }], index) => [
      id,
      id === 'table'
        ? 'orders'
        : control === 'choice'
          ? (options?.[index % options.length]?.id ?? '')
          : control === 'name'
            ? `${id.toLowerCase()}_x`
            : (sample[control] ?? ''),
    ]),
  );
  const answers = answersSchema.parse({
    database: {
      engine: engine.id,
      version,
      topology: situation.topology,
      poolerName: 'PgBouncer',
      poolerMode: 'transaction',
      replicaCount: '2',
      cdcName: 'Debezium',
    },
    stack: { stacks: [situation.stack], deploy: situation.deploy, deployMinutes: '9', flags: 'Unleash' },
    scale: {
      tables: [{ name: 'orders', rows: '5M', gigabytes: '6', writesPerSecond: '80', key: 'id' }],
      peakFrom: '17:00',
      peakTo: '21:00',
      zone: 'UTC',
    },
    change: { changes: [{ kind: change.id, fields }] },
    risk: {
      risk: situation.risk,
      downtime: situation.downtime,
      windowDate: '2026-12-08',
      windowStart: '02:00',
      windowMinutes: '180',
      windowZone: 'UTC',
    },
    dependencies: {
      dependencies: situation.dependencies.map((kind) => ({
        kind,
        name: `our ${kind}`,
        reads: 'orders.status',
        when: '',
        owner: '',
      })),
    },
  });
  return makeDocuments(answers, engine, true, '2026-12-01', false);
}

/** Rows of the table that follows a heading or stands under these columns. */
const rowsUnder = (markdown: string, header: RegExp): readonly string[] => {
  const lines = markdown.split('\n');
  const at = lines.findIndex((line) => header.test(line));
  const rest = lines.slice(at + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return at === -1 ? [] : rest.slice(0, end === -1 ? undefined : end);
};

/** What is read, without what is run. */
const prose = (markdown: string): string =>
  markdown.replaceAll(/^```[\s\S]*?^```$/gm, '').replaceAll(/(`+)[\s\S]*?\1/g, 'code');

/** Each item of the rubric that a program can see, by its number. `undefined` when it holds. */
const items: Readonly<Record<string, (made: Made) => string | undefined>> = {
  'R1 R2 R5 R6 R7 the laws hold': ({ plan }) => plan.violations[0],
  'R4 given stands only on what was given': ({ plan, brief }) => {
    const given = plan.triggers.filter(({ basis }) => basis === 'given');
    const { writeLatency, parityPercent, errorFactor, lagSeconds } = brief.thresholds;
    const answered = [writeLatency, parityPercent, errorFactor, lagSeconds].some(
      (value) => typeof value === 'number' || 'percent' in value,
    );
    return given.length > 0 && !answered ? `${given[0]?.id} says given` : undefined;
  },
  'R6 no lock limit through a transaction pooler': ({ plan, brief }) =>
    brief.situation.transactionPooler && !/pooler|direct|5432/i.test(plain(plan.running.connection))
      ? plain(plan.running.connection)
      : undefined,
  'R8 effects beyond the primary are named': ({ markdown, brief }) =>
    brief.topology.hasReplicas && !/replica|standby/i.test(markdown) ? 'replicas are not named' : undefined,
  '1.6 every release is told what to ignore': ({ plan, markdown }) =>
    plan.releases.flatMap(({ title, ignores, remembersColumns }) => {
      if (!remembersColumns) return [];
      const asked = markdown
        .split('\n')
        .filter((line) => line.startsWith(`- [ ] **${title}`) || line.startsWith('- [ ] **Each new release'))
        .join(' ');
      return ignores.flatMap((column) => (asked.includes(column) ? [] : [`${title} is not told to ignore ${column}`]));
    })[0],
  'X1 no sentence has a hole': ({ markdown }) => /.*(?:: ?;|, ?[;.]|; ?[;.)]|: \.|\(\)).*/.exec(prose(markdown))?.[0],
  'H1 identity': ({ markdown }) =>
    ['Database', 'Tables', 'Ticket', 'Document'].find((label) => !markdown.includes(label)),
  'H2 people': ({ plan }) =>
    plain(plan.people['rollback owner']) === '' || plain(plan.people.alternate) === ''
      ? 'no slot for the rollback owner'
      : undefined,
  'H3 class and reversibility': ({ markdown }) =>
    /reversible/.test(markdown) && /Change class/.test(markdown) ? undefined : 'missing',
  'H4 window with hard stop and minutes for the rollback': ({ markdown }) =>
    /\| Window \|/.test(markdown) && /rollback/.test(markdown) ? undefined : 'missing',
  'H5 downtime for reads and writes apart': ({ markdown }) =>
    /Downtime budget \| .*reads.*writes/.test(markdown) ? undefined : 'missing',
  'H8 what was not given is listed': ({ markdown, brief }) =>
    brief.unanswered.length > 0 && !/not given/i.test(markdown) ? 'missing' : undefined,
  '1.1 backup and restore tested': ({ markdown }) =>
    /restored in/i.test(markdown) && /RPO/.test(markdown) ? undefined : 'missing',
  '1.2 capacity': ({ markdown }) => (/\*\*Capacity\*\*/.test(markdown) ? undefined : 'missing'),
  '1.3 dry run with the way back': ({ markdown }) =>
    /\*\*Dry run with the way back\*\*.*forward, back/.test(markdown) ? undefined : 'missing',
  '1.7 blockers': ({ markdown, brief: { engine, situation } }) =>
    engine.watches(situation, 't').some(({ family, absent }) => family === 'old transactions' && absent === true) ||
    /no transaction older than/.test(markdown)
      ? undefined
      : 'missing',
  '1.8 told and acknowledged': ({ markdown }) => (/acknowledged/.test(markdown) ? undefined : 'missing'),
  '1.9 go/no-go': ({ markdown }) =>
    /Go\/no-go 1/.test(markdown) && /GO \/ NO-GO/.test(markdown) ? undefined : 'missing',
  '2.2 steps with who, minutes, success, undo, evidence': ({ markdown, plan }) => {
    const steps = plan.phases.flatMap((phase) => phase.steps);
    const gap = steps.find(({ worked, does }) => plain(worked).trim() === '' || plain(does).trim() === '');
    return gap
      ? `step ${gap.id} has a blank`
      : /\| Step \| Do \| Who \| Min \| Worked if \| Undo \| UTC, evidence \|/.test(markdown)
        ? undefined
        : 'missing';
  },
  '2.4 the point of no return stands before its step': ({ markdown, plan }) => {
    const point = plan.reversibility.pointOfNoReturn;
    if (point === undefined) return undefined;
    const [mark, step] = [markdown.lastIndexOf('**POINT OF NO RETURN**'), markdown.indexOf(`\n| ${point} |`)];
    return mark !== -1 && mark < step ? undefined : `the mark stands at ${mark}, step ${point} at ${step}`;
  },
  '2.5 guards in the blocks that are run': ({ plan }) => {
    if (Object.values(plan.guards).every(({ lines }) => lines.length === 0)) return undefined;
    const scripts = plan.phases.flatMap(({ steps }) =>
      steps.flatMap(({ action }) => (action.kind === 'statements' ? action.scripts : [])),
    );
    const bare = scripts.find(
      (script) =>
        script.guard !== 'none' &&
        plan.guards[script.guard].lines.length === 0 &&
        statementsOf([script]).some(({ language }) => language === 'sql'),
    );
    return bare ? bare.statements[0].text : undefined;
  },
  '2.6 rows move in batches or not at all, unless the engine takes them at once': ({ plan, brief }) => {
    if (brief.engine.rowsAtOnce) return undefined;
    const moving = plan.phases.flatMap(({ steps }) =>
      steps.flatMap(({ action }) => (action.kind === 'statements' ? statementsOf(action.scripts) : [])),
    );
    return moving.find(
      ({ effect, repeat }) => effect.work === 'rows' && effect.transaction === 'any' && repeat === undefined,
    )?.text;
  },
  '2.8 nothing is taken away in the phase that moves reads': ({ plan }) =>
    plan.phases.find(
      ({ steps }) =>
        steps.some(({ action }) => action.kind === 'flag') && steps.some(({ undo }) => undo.kind === 'none'),
    )?.id,
  '3.2 before, during, after': ({ plan }) =>
    (['before', 'during', 'after'] as const).find(
      (when) => plan.checks.filter((check) => check.when === when).length < 1,
    ),
  '3.3 checks can be executed': ({ plan }) =>
    plan.checks.find(({ how, expected, tolerance }) => [how, expected, tolerance].some((text) => plain(text) === ''))
      ?.id,
  '3.4 more than counts where rows are copied': ({ plan }) =>
    plan.environment.copies.length > 0 && plan.checks.filter(({ statement }) => statement !== undefined).length < 2
      ? 'fewer than two queries'
      : undefined,
  '3.7 success is declared': ({ markdown }) =>
    /Success is declared at Go\/no-go/.test(markdown) ? undefined : 'missing',
  '4.1 at least five triggers with number, duration, action': ({ plan }) => {
    const gap = plan.triggers.find(
      ({ threshold, duration, action }) =>
        !/\d|any|once|new/i.test(plain(threshold)) || plain(duration) === '' || plain(action) === '',
    );
    return plan.triggers.length < 5 ? `${plan.triggers.length} triggers` : gap?.id;
  },
  '4.1 a trigger for the clock': ({ plan }) =>
    plan.triggers.some(({ signal }) => /clock|late|time/i.test(plain(signal))) ? undefined : 'missing',
  '4.3 a deadline and what happens without a decision': ({ markdown }) =>
    /No decision in time means/.test(markdown) ? undefined : 'missing',
  '4.4 a way back from each phase': ({ markdown, plan }) =>
    plan.phases.find(({ rollback, id }) => !markdown.includes(`${rollback.id}: phase ${id}`))?.id,
  '4.6 what happens after the point of no return': ({ plan }) =>
    plain(plan.afterNoReturn) === '' ? 'missing' : undefined,
  '4.8 latest start of a rollback': ({ markdown }) =>
    /Latest start of a rollback: /.test(markdown) ? undefined : 'missing',
  '4.10 the rollback can fail': ({ plan }) => (plan.rollbackFails.length > 0 ? undefined : 'missing'),
  '5.1 five families': ({ plan }) =>
    (['errors', 'latency', 'locks', 'replication lag', 'data drift'] as const).find(
      (family) => !plan.signals.some((signal) => signal.family === family),
    ),
  '5.2 limits are those of the triggers': ({ plan }) =>
    plan.signals.find(({ triggers }) => triggers.some((trigger) => !plan.triggers.some(({ id }) => id === trigger)))
      ?.id,
  '6.1 engineers and stakeholders': ({ plan }) =>
    plan.messages.some(({ audience }) => audience !== 'stakeholders') &&
    plan.messages.some(({ audience }) => audience !== 'engineers')
      ? undefined
      : 'one audience only',
  '6.2 all six kinds': ({ plan }) =>
    (['scheduled', 'starting', 'progress', 'delayed', 'rolled back', 'completed'] as const).find(
      (kind) => !plan.messages.some((message) => message.kind === kind),
    ),
  '6.5 loss is stated': ({ plan }) =>
    plan.messages
      .filter(({ kind }) => kind === 'completed' || kind === 'rolled back')
      .find(({ text }) => !/lost/i.test(plain(text)))?.id,
  '6.6 fits one chat message': ({ messages }) => messages.find(({ text }) => text.length > 3_500)?.id,
  '7.1 also on success': ({ markdown }) => (/also when all went well/.test(markdown) ? undefined : 'missing'),
  '7.4 actions with owner, due, ticket': ({ markdown }) =>
    /\| Action \| Owner \| Due \| Ticket \|/.test(markdown) ? undefined : 'missing',
  'X1 the seven sections in order': ({ markdown }) => {
    const places = sections.map((section) => markdown.indexOf(`\n${section}\n`));
    return places.every((place, index) => place !== -1 && place > (places[index - 1] ?? -1))
      ? undefined
      : (sections[places.findIndex((place) => place === -1)] ?? 'order');
  },
  'X1 plain Markdown': ({ markdown }) => /undefined|\[object|NaN|<br|<details/.exec(markdown)?.[0],
  'X1 tables are whole': ({ markdown }) => {
    const cells = (row: string) => row.split(/(?<!\\)\|/).length;
    const header = markdown
      .split('\n')
      .find((line) => line.startsWith('| Trigger | Signal | Where | Threshold | For |'));
    return header === undefined
      ? 'no table of triggers'
      : rowsUnder(markdown, /^\| Trigger \|/).find((row) => cells(row) !== cells(header));
  },
};

/** Every other situation, by turns: each meets half of the kinds, and each kind half of them. */
const turn = (index: number) => situations.filter((_, at) => (at + index) % 2 === 0);

describe.each(changes.map((change, index) => [change.id, change, index] as const))('%s', (_, change, index) => {
  it.each(
    turn(index).map(
      (situation) =>
        [situation.risk, situation.downtime, situation.topology.join('+') || 'unknown', situation] as const,
    ),
  )('risk %s, downtime %s, %s', (_risk, _downtime, _topology, situation) => {
    const result = made(change, situation);
    const failed = Object.entries(items).flatMap(([item, holds]) => {
      const says = holds(result);
      return says === undefined ? [] : [`${item}: ${says}`];
    });
    expect(failed).toEqual([]);
  });

  /** The newest version, the oldest, and one of those between by turns: editions differ. */
  const elsewhere = others.flatMap((engine) =>
    [...new Set([0, engine.versions.length - 1, index % Math.max(engine.versions.length, 1)])].map(
      (at) => [engine.name, engine.versions[at]?.id ?? '', engine] as const,
    ),
  );

  it.each(elsewhere)('on %s %s', (_name, version, engine) => {
    const situation = situations[index % situations.length] ?? situations[0];
    const result = made(change, situation, engine, version);
    const failed = Object.entries(items).flatMap(([item, holds]) => {
      const says = holds(result);
      return says === undefined ? [] : [`${item}: ${says}`];
    });
    expect(failed).toEqual([]);
  });
});
