import { describe, expect, it } from 'vitest';
import { plain } from '#model/text.ts';
import { inventedDependency } from '#model/testing.ts';
import { coreWith, largeCore, smallCore } from './invented-core.ts';
import { signalsOf, watchingOf } from './signals.ts';
import { triggersOf } from './triggers.ts';

const { topology } = coreWith().brief;
const families = ['errors', 'latency', 'locks', 'replication lag', 'data drift', 'saturation'];

describe.each([
  ['a small change', smallCore()],
  ['a large one', largeCore()],
])('for %s', (_, core) => {
  it('covers each family', () => {
    const seen = new Set<string>(signalsOf(core).map(({ family }) => family));
    expect(families.filter((family) => !seen.has(family))).toEqual([]);
  });

  it('quotes triggers that are there, and all but the clock', () => {
    const triggers = triggersOf(core);
    const quoted = new Set(signalsOf(core).flatMap((signal) => signal.triggers));
    const unquoted = triggers.filter(({ id }) => !quoted.has(id)).map(({ signal }) => plain(signal));
    expect([...quoted].filter((id) => !triggers.some((trigger) => trigger.id === id))).toEqual([]);
    expect(unquoted).toEqual([expect.stringMatching(/^clock/)]);
  });

  it('says who watches and how long', () => expect(plain(watchingOf(core))).toMatch(/On-call watches.*peak/));
});

it('says that there are no replicas instead of leaving the row out', () => {
  const signals = signalsOf(smallCore({ topology: { ...topology, given: true, replicas: 0 } }));
  const row = signals.find(({ family }) => family === 'replication lag');
  expect(plain(row?.source ?? [])).toBe('no replicas — not applicable');
  expect(row?.triggers).toEqual([]);
});

it('watches what reads the changes', () => {
  const signals = signalsOf(
    smallCore({ topology: { ...topology, given: true, replicas: 0, changeCapture: 'Debezium' } }),
  );
  expect(signals.map(({ title }) => plain(title))).toContain('lag of Debezium, log kept for it');
});

it('names every dependent once, also two of one kind', () => {
  const kind = inventedDependency();
  const named = (name: string) => ({ kind, name, reads: '', when: '', owner: '' });
  const rows = signalsOf(largeCore({ dependencies: [named('Ada'), named('Bo')] })).filter(
    ({ family }) => family === 'dependents',
  );
  expect(rows.map(({ source }) => plain(source))).toEqual([`Ada and Bo: ${plain(kind.signal)}`]);
});

it('silences nothing between two steps that lie weeks apart', () =>
  expect(plain(watchingOf(largeCore()))).toMatch(/other silences: set before a step, lifted after its watch/));
