import { describe, expect, it } from 'vitest';
import { engineLike } from '#model/engine.ts';
import { plain, words } from '#model/text.ts';
import { ableEngine, contextWith, rememberingStack } from '../testing.ts';
import { addColumn } from './add-column.ts';

const named = { table: 'orders', column: 'note', type: 'text' };
const partOf = (fields: Readonly<Record<string, string>>, rest: Parameters<typeof contextWith>[1] = {}) =>
  addColumn.part(contextWith({ ...named, ...fields }, rest));
const stagesOf = (...args: Parameters<typeof partOf>) => partOf(...args).phases.map(({ stage }) => stage);

describe('stays in proportion', () => {
  it('takes one step for a nullable column', () => {
    const { phases, checks } = partOf({ kind: 'nullable', use: 'later' });
    expect(phases).toHaveLength(1);
    expect(phases[0]?.steps).toHaveLength(1);
    expect(checks).toHaveLength(1);
  });

  it('fills in batches only what differs from row to row', () => {
    expect(stagesOf({ kind: 'constant', default: '1' })).toEqual(['expand']);
    expect(stagesOf({ kind: 'constant', default: 'random()' })).toEqual(['expand', 'backfill', 'prove']);
    expect(stagesOf({ kind: 'computed', default: '1' })).toEqual(['expand', 'backfill', 'prove']);
  });

  it('takes a default that it cannot judge for one that differs, also where the table may stand still', () => {
    const unjudged = {
      mayBlock: () => true,
      engine: engineLike(ableEngine, { id: 'unsure', name: 'Unsure', defaultKind: () => 'unconfirmed' }),
    };
    expect(stagesOf({ kind: 'constant', default: 'ours()' }, unjudged)).toContain('backfill');
    expect(stagesOf({ kind: 'constant', default: '1' }, { mayBlock: () => true })).toEqual(['expand']);
  });
});

it('requires a column only after every writer gives it, behind a gate', () => {
  const { phases } = partOf({ kind: 'required', fill: `''` });
  expect(phases.map(({ stage }) => stage)).toEqual(['expand', 'write-both', 'backfill', 'prove', 'retire']);
  expect(phases.at(-1)?.gate).toBeDefined();
});

it('lets the release give the value where the engine sets no default, and requires it only if it must be there', () => {
  const because = words`Plain fills in no defaults`;
  const engine = engineLike(ableEngine, {
    id: 'plain',
    name: 'Plain',
    defaultKind: () => 'unconfirmed',
    operations: { setDefault: () => ({ kind: 'cannot', because, instead: words`the release gives it` }) },
  });
  const part = partOf({ kind: 'constant', default: "'new'", use: 'now' }, { engine });
  expect(part.phases.map(({ stage }) => stage)).toEqual(['expand', 'write-both', 'backfill', 'prove']);
  expect(plain(part.strategy.why)).toMatch(/^Plain fills in no defaults\. .*'new'/);
  expect(part.application['write-both']?.writes[0]?.columns).toEqual(['note']);
  expect(stagesOf({ kind: 'computed', default: 'x()', notNull: 'yes' }, { engine })).toContain('retire');
});

it('takes the column back only from under releases that ignore it, where the stack remembers columns', () => {
  const undoOf = (rest: Parameters<typeof contextWith>[1]) => {
    const step = partOf({ kind: 'nullable' }, rest).phases[0]?.steps[0];
    return step && 'undo' in step && step.undo.kind === 'statements' ? step.undo.onlyIgnoring : 'none';
  };
  expect(undoOf({ stack: rememberingStack })).toEqual(['orders.note']);
  expect(undoOf({})).toBeUndefined();
});

it('keeps what a release has written before the column goes', () => {
  const step = partOf({ kind: 'nullable', use: 'now' }).phases[0]?.steps[0];
  const undo = step && 'undo' in step && step.undo.kind === 'statements' ? step.undo : undefined;
  expect(undo?.loses).toBe('nothing');
  expect(undo?.scripts).toHaveLength(2);
});
