import { expect, it } from 'vitest';
import { supports } from '#model/capability.ts';
import { capabilities } from './capabilities.ts';
import { versions } from './versions.ts';

it.each([
  ['12', false],
  ['17.4', false],
  ['18', true],
  ['18.1', true],
  [undefined, false],
])('on %s a virtual generated column: %s', (version, held) =>
  expect(supports(capabilities.virtualGeneratedColumn, version)).toBe(held),
);

it('has its ways round long locks on every version it offers', () => {
  const needed = [
    'onlineIndexBuild',
    'unprovedConstraint',
    'notNullFromProof',
    'instantConstantDefault',
    'attachPartition',
    'transactionalDdl',
  ] as const;
  const missing = versions.flatMap(({ id }) =>
    needed.filter((name) => !supports(capabilities[name], id)).map((name) => `${name} on ${id}`),
  );
  expect(missing).toEqual([]);
});

it('never reads rows as they were', () => {
  expect(supports(capabilities.timeTravel, '18')).toBe(false);
});

it('offers each version once, newest first, each with the end of its support', () => {
  expect(versions.map(({ id }) => Number(id))).toEqual([18, 17, 16, 15, 14, 13, 12]);
  expect(versions.filter(({ supportEnds }) => !/^20\d\d-\d\d-\d\d$/.test(supportEnds ?? ''))).toEqual([]);
});
