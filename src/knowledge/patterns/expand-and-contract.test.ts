import { describe, expect, it } from 'vitest';
import type { ChangeContext, Part } from '#model/change.ts';
import type { Delta } from '#model/schema.ts';
import { statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { generic } from '../engines/generic/index.ts';
import { contextWith, rememberingStack } from '../testing.ts';
import { expandAndContract } from './expand-and-contract.ts';
import type { Replacement } from './replacement.ts';

const replacement: Replacement = {
  table: 'orders',
  from: 'status',
  to: 'status_v2',
  newType: 'text',
  narrows: true,
  default: `'pending'`,
  required: 'yes',
  indexes: [{ index: 'orders_status_idx', columns: ['status'], unique: false }],
};

const partOf = (context: ChangeContext, rest: Partial<Replacement> = {}) =>
  expandAndContract(context, { ...replacement, ...rest });
const synced = contextWith({}, { stack: rememberingStack });

const deltasIn = (part: Omit<Part, 'summary'>, stage: string): readonly Delta[] =>
  part.phases
    .filter((phase) => phase.stage === stage)
    .flatMap(({ steps }) => steps)
    .flatMap((step) => ('action' in step && step.action.kind === 'statements' ? statementsOf(step.action.scripts) : []))
    .flatMap(({ deltas }) => deltas);

const kindsIn = (part: Omit<Part, 'summary'>, stage: string) => deltasIn(part, stage).map(({ kind }) => kind);

describe('with a sync', () => {
  const part = partOf(synced);

  it('adds the column without a default and with its sync', () => {
    expect(deltasIn(part, 'expand')).toContainEqual({
      kind: 'add-column',
      column: 'orders.status_v2',
      is: { nullable: true, hasDefault: false, filled: false },
    });
    expect(kindsIn(part, 'expand')).toContain('start-sync');
  });

  it('sets NOT NULL only after every row was compared', () => {
    const prove = part.phases.find(({ stage }) => stage === 'prove');
    const order = prove?.steps.map((step) => ('proves' in step ? step.proves : undefined));
    expect(order?.[0]).toBe('parity');
    expect(deltasIn(part, 'prove')).toContainEqual({
      kind: 'alter-column',
      column: 'orders.status_v2',
      set: { nullable: false },
    });
  });

  it('moves the default, frees the old column and stops the sync in one step, after the export', () => {
    const last = part.phases.filter(({ stage }) => stage === 'retire').at(-1);
    expect(last?.steps).toHaveLength(2);
    expect(deltasIn(part, 'retire').map((delta) => [delta.kind, 'column' in delta ? delta.column : ''])).toEqual([
      ['export', 'orders.status'],
      ['alter-column', 'orders.status'],
      ['alter-column', 'orders.status_v2'],
      ['alter-column', 'orders.status'],
      ['stop-sync', ''],
    ]);
  });

  it('takes the copy back before NOT NULL returns', () => {
    const stop = part.phases.filter(({ stage }) => stage === 'retire').at(-1)?.steps[1];
    const undo = stop && 'undo' in stop && stop.undo.kind === 'statements' ? statementsOf(stop.undo.scripts) : [];
    const deltas = undo.flatMap((statement) => statement.deltas);
    const filled = deltas.findIndex(({ kind }) => kind === 'fill');
    const required = deltas.findIndex((delta) => delta.kind === 'alter-column' && delta.set.nullable === false);
    expect(filled).toBeGreaterThanOrEqual(0);
    expect(required).toBeGreaterThan(filled);
  });

  it('drops the index before the column, weeks after the last release', () => {
    expect(kindsIn(part, 'contract')).toEqual(['drop-object', 'drop-column']);
    expect(part.phases.at(-1)?.notBeforeDays).toBe(14);
  });

  it('lets the last release supply the default and ignore the old column', () => {
    expect(part.application.retire?.writes[0]?.defaults).toEqual(['status_v2']);
    expect(part.application.retire?.ignores).toEqual(['orders.status']);
    expect(part.application.today.ignores).toEqual(['orders.status_v2']);
  });

  it('sends the explicit NULL of a process that remembers no default', () => {
    expect(part.probes?.['write-both']).toContainEqual({
      kind: 'insert',
      table: 'orders',
      columns: ['status'],
      nulls: ['status_v2'],
    });
  });

  it('says that the old column limits the values until it is dropped', () => {
    const told = part.releaseNotes?.retire?.map(plain).join(' ');
    expect(told).toContain('Accepts only values that `orders.status` can hold');
    expect(part.checks.map(({ key }) => key)).toContain('longest');
  });
});

describe('without a sync', () => {
  const part = partOf(contextWith({}, { engine: generic, stack: rememberingStack }));

  it('keeps both columns by the releases until the last one', () => {
    expect(part.phases.flatMap(({ stage }) => kindsIn(part, stage))).not.toContain('start-sync');
    expect(part.application.retire?.writes[0]?.columns).toEqual(['status', 'status_v2']);
    expect(part.application.contract?.writes[0]?.columns).toEqual(['status_v2']);
  });

  it('requires the new column only when the release that does not know it is no longer the way back', () => {
    expect(deltasIn(part, 'prove').some((delta) => delta.kind === 'alter-column')).toBe(false);
    expect(deltasIn(part, 'retire')).toContainEqual({
      kind: 'alter-column',
      column: 'orders.status_v2',
      set: { nullable: false },
    });
  });
});

it('moves reads by a release where there are no flags', () => {
  const part = partOf(contextWith({}, { stack: { ...rememberingStack, hasFlags: false } }));
  const moving = part.phases.find(({ stage }) => stage === 'switch');
  expect(moving?.steps.some((step) => 'deploy' in step)).toBe(true);
  expect(part.application.switch?.reads).toEqual([{ column: 'orders.status_v2', fallback: 'orders.status' }]);
});

it('asks, and frees the old column anyway, where nobody said whether it is NOT NULL', () => {
  const part = partOf(synced, { required: 'unknown' });
  expect(deltasIn(part, 'prove').some((delta) => delta.kind === 'alter-column')).toBe(false);
  expect(deltasIn(part, 'retire')).toContainEqual({
    kind: 'alter-column',
    column: 'orders.status',
    set: { nullable: true },
  });
});
