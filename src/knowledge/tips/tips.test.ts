import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';
import { answersSchema } from '#model/answers.ts';
import { pages } from '#model/pages/index.ts';
import * as entries from './index.ts';
import { tips } from './registry.ts';
import { kinds } from './when/planned-kinds.ts';

type Case = readonly [answers: z.input<typeof answersSchema>, natures?: readonly string[]];

const change = (kind: string, fields: Record<string, string> = {}) => ({ change: { changes: [{ kind, fields }] } });
const big = { scale: { tables: [{ name: 'orders', rows: '48M', gigabytes: '31' }] } };
const small = { scale: { tables: [{ name: 'orders', rows: '9,000', gigabytes: '0.1' }] } };

/** For each tip: answers that call for it, and answers that are close and do not. */
const examples: Record<string, { readonly on: readonly Case[]; readonly off: readonly Case[] }> = {
  'name-the-nature': { on: [[{}]], off: [] },
  'name-the-topology': { on: [[{}]], off: [] },
  'sql-after-the-plan': { on: [[{}]], off: [] },
  'sql-after-the-plan-again': { on: [[{}]], off: [] },
  'explicit-triggers': { on: [[{}]], off: [] },
  'rename-under-two-releases': {
    on: [
      [{ stack: { deploy: 'rolling' } }, ['rename']],
      [{}, ['additive', 'rename']],
      [{ stack: { deploy: 'stopped', runs: ['clients'] } }, ['rename']],
    ],
    off: [
      [{ stack: { deploy: 'rolling' } }, ['additive']],
      [{ stack: { deploy: 'stopped' } }, ['rename']],
    ],
  },
  'timeouts-through-a-pooler': {
    on: [
      [{ database: { topology: ['pooler'], poolerMode: 'transaction' } }],
      [{ database: { topology: ['pooler'], poolerMode: 'not-sure' } }],
    ],
    off: [
      [{ database: { topology: ['pooler'], poolerMode: 'session' } }],
      [{ database: { poolerMode: 'transaction' } }],
    ],
  },
  'long-transactions': {
    on: [[{ scale: { longTransactions: 'pg_dump at 03:00' } }]],
    off: [[{}], [{ scale: { longTransactions: ' None. ' } }], [{ scale: { longTransactions: 'not sure' } }]],
  },
  'not-null-on-a-big-table': {
    on: [[{ ...change('set-not-null'), ...big }]],
    off: [[{ ...change('set-not-null'), ...small }], [{ ...change('drop-not-null'), ...big }]],
  },
  'default-per-row': {
    on: [
      [change('add-column', { default: 'gen_random_uuid()' })],
      [change('add-column', { default: "nextval ('orders_id_seq')" })],
    ],
    off: [
      [change('add-column', { default: 'now()' })],
      [change('add-column', { default: "'random'" })],
      [change('add-column', { fill: 'random()' })],
      [change('change-default', { default: 'gen_random_uuid()' })],
    ],
  },
  'duplicates-before-unique': { on: [[change('add-unique-constraint')]], off: [[change('add-index')]] },
  'foreign-key-locks-both': { on: [[change('add-foreign-key')]], off: [[change('drop-foreign-key')]] },
  'column-still-remembered': {
    on: [[change('drop-column')], [change('rename-column')]],
    off: [[change('drop-table')]],
  },
  'locks-reach-replicas': {
    on: [[{ database: { topology: ['replicas'], replicaUse: ['failover', 'analytics'] } }]],
    off: [
      [{ database: { topology: ['replicas'], replicaUse: ['failover'] } }],
      [{ database: { topology: ['primary-only'], replicaUse: ['reads'] } }],
    ],
  },
  'change-capture-and-columns': {
    on: [[{ database: { topology: ['cdc'] } }, ['additive']]],
    off: [[{ database: { topology: ['cdc'] } }], [{ database: { topology: ['replicas'] } }, ['additive']]],
  },
  'migrations-at-startup': {
    on: [[{ stack: { migrationsAtStartup: 'yes' } }]],
    off: [[{}], [{ stack: { migrationsAtStartup: 'no' } }]],
  },
  'clients-for-months': {
    on: [[{ stack: { runs: ['services', 'clients'] } }]],
    off: [[{ stack: { runs: ['workers'] } }]],
  },
  'restore-takes-too-long': {
    on: [[{ database: { databaseSize: '2 TB' } }], [{ scale: { tables: [{ name: 'orders', gigabytes: '1.5 TB' }] } }]],
    off: [[{}], [{ database: { databaseSize: '900 GB' } }], [{ database: { databaseSize: 'huge' } }]],
  },
  'values-do-not-come-back': { on: [[{}, ['destructive']]], off: [[{}, ['additive', 'rename']]] },
  'fill-in-batches': {
    on: [[{ ...change('backfill-data'), ...big }], [{ ...change('delete-rows'), ...big }]],
    off: [[{ ...change('backfill-data'), ...small }], [{ ...change('add-index'), ...big }]],
  },
  'enum-value-stays': { on: [[change('add-enum-value')]], off: [[change('remove-enum-value')]] },
};

const shown = ([answers, natures = []]: Case, id: string) => {
  const tip = tips.find((one) => one.id === id);
  return tip?.when(answersSchema.parse(answers), { natures });
};

describe.each(tips)('$id', ({ id }) => {
  it('is shown where it matters', () =>
    expect(examples[id]?.on.map((one) => shown(one, id))).toEqual(examples[id]?.on.map(() => true)));
  it('is not shown where it does not', () =>
    expect(examples[id]?.off.map((one) => shown(one, id))).toEqual(examples[id]?.off.map(() => false)));
});

it('has examples for every tip, and for no other', () => {
  expect(Object.keys(examples).toSorted()).toEqual(tips.map(({ id }) => id).toSorted());
});

it('lists every file under its own name, and no other', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.ts') && !/^(index|registry|.*\.test)\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''));
  expect(
    Object.values(entries)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(files.toSorted());
});

it('stands beside a question that its page asks', () => {
  const lost = tips.filter(({ page, beside }) => {
    const questions = pages.find(({ id }) => id === page)?.questions ?? {};
    return beside !== undefined && !Object.keys(questions).includes(beside);
  });
  expect(lost.map(({ id }) => id)).toEqual([]);
});

it('speaks only of kinds of change that exist', () => {
  const known = readdirSync(new URL('../changes', import.meta.url));
  const unknown = Object.values(kinds)
    .flat()
    .filter((kind) => !known.includes(`${kind}.ts`));
  expect(unknown).toEqual([]);
});

/** The template's own words, which are kept as they are. */
const fromTemplate = ['explicit-triggers'];

it('speaks in short plain sentences and says how they are known', () => {
  const wrong = tips.filter(
    ({ id, says, source }) =>
      !fromTemplate.includes(id) &&
      (!/^[A-Z].*\.$/.test(says) ||
        says.length > 230 ||
        /`|\b(simply|just|please)\b/i.test(says) ||
        source.kind === 'unconfirmed'),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

it('keeps the four tips of the template word for word, where they matter', () => {
  const says = (page: (typeof tips)[number]['page']) =>
    tips.filter((tip) => tip.page === page && shown([{}], tip.id)).map((tip) => tip.says);
  expect(says('change')).toContain(
    'Include whether the migration is additive, destructive, or a rename, because the safest rollout pattern changes a lot by type.',
  );
  expect(says('stack')).toContain(
    'Mention your deployment topology: a monolith, a worker fleet and analytics jobs often need different sequencing.',
  );
  const sqlLast = 'Ask the AI to produce SQL snippets only after you have a sound operational plan.';
  expect([says('check'), says('result')]).toEqual([[sqlLast], [sqlLast]]);
  expect(says('risk')).toContain('Always request explicit rollback triggers, not just rollback steps.');
});
