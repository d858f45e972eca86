import { describe, expect, it } from 'vitest';
import { checkStep } from '#model/change.ts';
import type { Message } from '#model/plan.ts';
import { inventedPart } from '#model/testing.ts';
import { plain, words } from '#model/text.ts';
import { coreWith, largeCore, smallCore } from './invented-core.ts';
import { cadenceOf, messagesOf } from './messages.ts';

const of = (
  core: Parameters<typeof messagesOf>[0],
  kind: Message['kind'],
  audience: Message['audience'] = 'engineers',
) => plain(messagesOf(core).find((message) => message.kind === kind && message.audience === audience)?.text ?? []);

const kinds = ['scheduled', 'starting', 'progress', 'delayed', 'rolled back', 'completed'];

describe.each([
  ['a small change', smallCore()],
  ['a large one', largeCore()],
])('for %s', (_, core) => {
  it('has a message of each kind, in the order of need', () => {
    expect([...new Set(messagesOf(core).map(({ kind }) => kind))]).toEqual(kinds);
  });

  it('writes to engineers and to stakeholders', () => {
    const to = (audience: string) =>
      messagesOf(core).filter((message) => message.audience === audience || message.audience === 'both');
    expect(to('engineers').length).toBeGreaterThanOrEqual(6);
    expect(to('stakeholders').length).toBeGreaterThanOrEqual(4);
  });

  it('speaks of data in every message that ends the matter', () => {
    const ends = messagesOf(core).filter(({ kind }) => kind === 'rolled back' || kind === 'completed');
    expect(ends.filter(({ text }) => !plain(text).includes('Data lost or wrong: none / ______'))).toEqual([]);
  });

  it('gives each message its own id', () => {
    const ids = messagesOf(core).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('is true in its phase', () => {
  it('keeps readers on the old column until it is said, and says until when it is right', () => {
    expect(of(largeCore(), 'scheduled')).toMatch(/Keep using `parcels.state`; message C6 says when .* until phase 7/);
    expect(of(largeCore(), 'progress')).toMatch(/on `parcels.state` until message C6, on `parcels.state_v2` after it/);
    expect(of(largeCore(), 'completed')).toMatch(/`parcels.state` stays right until phase 7/);
    expect(of(largeCore(), 'rolled back', 'both')).toMatch(/use `parcels.state` again \(phases 1–6 only\)/);
    expect(of(largeCore(), 'completed', 'stakeholders')).toMatch(/reads have moved; clean-up follows unnoticed/);
  });

  it('says of two columns that they stay right', () => {
    const [part] = largeCore().parts;
    const other = ['parcels.weight', 'parcels.weight_v2'] as const;
    const core = coreWith({}, part ? [{ ...part, copies: [...part.copies, other] }] : []);
    expect(of(core, 'completed')).toMatch(/`parcels.state` and `parcels.weight` stay right until/);
  });

  it('warns of what goes without a successor', () => {
    const { phases } = largeCore().parts[0]!;
    const last = phases.at(-1)!;
    const core = coreWith({}, [inventedPart({ phases: [phases[0], last] })]);
    expect(of(core, 'scheduled')).toMatch(/Phase 2 \(not before ______\) takes away: the values of parcels.state/);
  });
});

describe('of what has no successor', () => {
  const { phases } = largeCore().parts[0]!;
  const last = phases.at(-1)!;
  const held = { stage: 'hold' as const, title: ['Hold'], why: ['to see'], steps: [checkStep(['Look'], ['quiet'])] };
  const bear = { what: words`wider keys`, from: 'contract' as const };

  it('is completed after the loss where nothing is held, and says so', () => {
    const core = coreWith({}, [inventedPart({ phases: [phases[0], last] })]);
    expect(of(core, 'completed')).toMatch(/There is no way back without loss any more/);
    expect(core.phases.at(-1)?.gates.at(-1)?.success).toBe(true);
  });

  it('is completed once the hold is over where there is one, and the way back is still open', () => {
    const core = coreWith({}, [inventedPart({ phases: [phases[0], held, last] })]);
    expect(of(core, 'completed')).toMatch(/Phase 3 \(not before ______\) ends the way back\..*Next update/);
    expect(core.phases[1]?.gates.at(-1)?.success).toBe(true);
  });

  it('tells readers what they must bear, and from which phase on', () => {
    const core = coreWith({}, [inventedPart({ phases: [phases[0], last], readersBear: bear })]);
    expect(of(core, 'scheduled')).toMatch(/Before phase 2 \(not before ______\) every reader.* must bear wider keys/);
  });
});

it('fits a chat however much was typed', () => {
  const parts = Array.from({ length: 30 }, (_, index) =>
    inventedPart({ summary: words`${`change ${index} `.repeat(40)}` }),
  );
  const long = 'x'.repeat(20_000);
  const core = coreWith({ ticket: long, channels: { engineers: long, stakeholders: long } }, parts);
  expect(Math.max(...messagesOf(core).map(({ text }) => plain(text).length))).toBeLessThanOrEqual(3500);
});

it('leaves blanks that say whose they are', () => {
  expect(plain(cadenceOf(coreWith()))).toMatch(/______ \(communications lead\)/);
});
