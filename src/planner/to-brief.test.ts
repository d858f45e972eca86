import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '#model/answers.ts';
import { answersSchema } from '#model/answers.ts';
import { isGiven, notGiven } from '#model/given.ts';
import { nameField } from '#model/fields.ts';
import { inventedChange, inventedKnowledge } from '#model/testing.ts';
import { toBrief } from './to-brief.ts';

type Deep = { readonly [Page in keyof Answers]?: Partial<Answers[Page]> };

const answersWith = (given: Deep): Answers => answersSchema.parse(given);
const brief = (given: Deep) => toBrief(answersWith(given), inventedKnowledge(), '2026-11-23');
const says = (given: Deep) =>
  brief(given)
    .contradictions.map((one) => one.says)
    .join('\n');
const table = { name: 'orders', rows: '', gigabytes: '', writesPerSecond: '', readsPerSecond: '', key: '' };
const window = { windowDate: '2026-12-08', windowStart: '02:00', windowMinutes: '180', windowZone: 'UTC' };

describe('numbers', () => {
  it('reads what people type', () => {
    const { tables, deployMinutes } = brief({
      scale: { tables: [{ ...table, rows: '48 million', gigabytes: '31', writesPerSecond: '350/s' }] },
      stack: { deployMinutes: '12 min' },
    });
    expect(tables[0]).toMatchObject({ name: 'orders', rows: 48e6, gigabytes: 31, writesPerSecond: 350 });
    expect(deployMinutes).toBe(12);
  });

  it('takes a blank and "Not sure" for not given, never for zero', () => {
    const { tables, risk, thresholds } = brief({
      scale: { tables: [table] },
      risk: { risk: 'not-sure', errorFactor: ' ' },
    });
    expect([tables[0]?.rows, risk, thresholds.errorFactor]).toEqual([notGiven, notGiven, notGiven]);
  });
});

describe('times', () => {
  it('puts the window into UTC and computes its end', () => {
    expect(brief({ risk: { ...window, windowStart: '00:30', windowZone: '+01:00' } }).window).toEqual({
      start: '2026-12-07T23:30',
      end: '2026-12-08T02:30',
      minutes: 180,
    });
  });

  it('moves the peak into UTC', () => {
    expect(brief({ scale: { peakFrom: '18:00', peakTo: '22:00', zone: '+01:00' } }).peak).toEqual({
      from: 1020,
      to: 1260,
    });
  });
});

describe('contradictions say what to do and keep the answer', () => {
  it.each<[string, Deep, RegExp]>([
    [
      '2 TB in 10 rows',
      { scale: { tables: [{ ...table, rows: '10', gigabytes: '2 TB' }] } },
      /more than 1 GB a row\. Check/,
    ],
    [
      'less than a byte a row',
      { scale: { tables: [{ ...table, rows: '48M', gigabytes: '10 MB' }] } },
      /less than a byte a row/,
    ],
    [
      'a table larger than its database',
      { database: { databaseSize: '10' }, scale: { tables: [{ ...table, gigabytes: '20' }] } },
      /whole database 10 GB/,
    ],
    ['a window that ends before it starts', { risk: { ...window, windowMinutes: '-30' } }, /ends before it starts/],
    ['a window of 0 minutes', { risk: { ...window, windowMinutes: '0' } }, /lasts 0 minutes/],
    ['a date that does not exist', { risk: { ...window, windowDate: '2026-02-30' } }, /does not exist/],
    ['a date that is over', { risk: { ...window, windowDate: '2026-11-22' } }, /is over/],
    ['a zone without an offset', { risk: { ...window, windowZone: 'Europe/Berlin' } }, /Enter the offset/],
    ['a percentage above 100', { risk: { parityPercent: '999' } }, /above 100/],
    ['a negative number', { scale: { tables: [{ ...table, rows: '-5' }] } }, /below 0/],
    ['words where a number belongs', { scale: { freeDisk: 'plenty' } }, /“plenty” is not one number/],
    ['a factor that always fires', { risk: { errorFactor: '1' } }, /more than 1/],
    ['a primary alone with replicas', { database: { topology: ['primary-only', 'replicas'] } }, /Primary only/],
    ['a peak that is the whole day', { scale: { peakFrom: '00:00', peakTo: '24:00' } }, /whole day/],
    [
      'a window in the peak',
      { risk: window, scale: { peakFrom: '01:00', peakTo: '03:00', zone: 'UTC' } },
      /meets the peak/,
    ],
    [
      'no downtime and a stopping deploy',
      { risk: { downtime: 'none' }, stack: { deploy: 'stopped' } },
      /stops everything/,
    ],
    [
      'a reserved name',
      { change: { changes: [{ kind: 'invented-change', fields: { table: 'public.reserved' } }] } },
      /Choose another name/,
    ],
    ['a name of 70 bytes', { scale: { tables: [{ ...table, name: 'x'.repeat(70) }] } }, /Choose another name/],
    ['a version of another engine', { database: { version: '99' } }, /Select the version again/],
    ['a kind that is not known', { change: { changes: [{ kind: 'rubbish', fields: {} }] } }, /is not known here/],
  ])('%s', (_, given, expected) => {
    expect(says(given)).toMatch(expected);
    expect(brief(given).answers).toEqual(answersWith(given));
  });

  it('finds none in sound answers', () => {
    expect(
      says({ risk: window, database: { version: '7.1', hosting: 'cellar', topology: ['replicas', 'pooler'] } }),
    ).toBe('');
  });
});

describe('unanswered', () => {
  const labels = (given: Deep) => brief(given).unanswered.map(({ label }) => label);

  it('names a question until it is answered', () => {
    expect(labels({})).toContain('Risk level');
    expect(labels({ risk: { risk: 'not-sure' } })).toContain('Risk level');
    expect(labels({ risk: { risk: 'high' } })).not.toContain('Risk level');
  });

  it('leaves out what does not apply', () => {
    expect(labels({})).not.toContain('Pooling mode');
    expect(labels({ database: { topology: ['pooler'] } })).toContain('Pooling mode');
  });

  it('asks for the weight of a table that only a change names', () => {
    const given = { change: { changes: [{ kind: 'invented-change', fields: { table: 'parcels', column: 'note' } }] } };
    expect(labels(given)).toContain('About how many rows? (parcels)');
    expect(brief(given).tables).toMatchObject([{ name: 'parcels', rows: notGiven }]);
  });
});

it.each([
  ['12', '12 instances'],
  ['1', '1 instance'],
  ['24 web pods', '24 web pods'],
])('reads %j as %j', (typed, instances) => {
  expect(brief({ stack: { instances: typed } }).instances).toBe(instances);
});

it('is cautious where nothing is known', () => {
  const { traits, topology, changes } = brief({});
  expect(traits).toMatchObject({ remembersColumns: true, overlap: notGiven });
  expect(topology).toMatchObject({ given: false, replicas: notGiven });
  expect(changes[0]?.change.id).toBe('anything');
  expect(brief({ database: { topology: ['pooler'] } }).situation.transactionPooler).toBe(true);
  expect(brief({ stack: { runs: ['clients'], deploy: 'stopped' } }).traits.overlap).toBe(true);
});

it('names a dependency that was described but not classified', () => {
  const { dependencies } = brief({
    dependencies: { dependencies: [{ kind: '', name: 'nightly export', reads: 'orders', when: '', owner: '' }] },
  });
  expect(dependencies).toMatchObject([{ name: 'nightly export', kind: { title: 'nightly export' } }]);
});

it('never fails, whatever was typed', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('48M', '-1', 'not-sure', '24:00', '2026-02-30', '</brief>', '‮', '1e99'),
  );
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      const result = brief({
        database: { engine: a, version: b, topology: [c, a], replicaCount: b },
        scale: { tables: [{ ...table, name: a, rows: b, gigabytes: c }], peakFrom: a, peakTo: b, zone: c },
        change: { changes: [{ kind: a, fields: { table: b, column: c } }] },
        risk: { windowDate: a, windowStart: b, windowMinutes: c, windowZone: a, parityPercent: b },
      });
      expect(isGiven(result.risk)).toBe(false);
    }),
  );
});

it('asks for another name where the new thing is called as the old one', () => {
  const change = inventedChange({
    fields: {
      column: nameField('Old column', { essential: true, gives: 'the name' }),
      newColumn: nameField('New column', { essential: true, gives: 'the name' }),
    },
  });
  const answers = answersSchema.parse({
    change: { changes: [{ kind: change.id, fields: { column: 'state', newColumn: 'state' } }] },
  });
  const { contradictions } = toBrief(answers, inventedKnowledge({ changes: [change] }), '2026-12-01');
  expect(contradictions.map(({ says }) => says)).toEqual([
    'New column and Old column are both “state”. Give one of them another name.',
  ]);
});
