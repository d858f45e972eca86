import { expect, it } from 'vitest';
import { contextWith } from '../testing.ts';
import { somethingElse } from './something-else.ts';

const change = (fields: Readonly<Record<string, string>>) => {
  const { phases } = somethingElse.part(contextWith({ what: 'Turn a setting', ...fields }));
  const phase = phases.find(({ stage }) => stage !== 'prepare');
  const [step] = phase?.steps ?? [];
  return { stage: phase?.stage, undo: step && 'undo' in step ? step.undo : undefined };
};

it('is the point of no return as long as no way back is written', () =>
  expect(change({ statements: 'SET x' })).toMatchObject({ stage: 'contract', undo: { kind: 'none' } }));

it('does not take the loss for nothing when nobody said', () => {
  const { stage, undo } = change({ undo: 'RESET x' });
  expect(stage).toBe('contract');
  expect(undo && 'loses' in undo ? undo.loses : 'nothing').not.toBe('nothing');
});

it('believes a way back that was written and loses nothing', () =>
  expect(change({ undo: 'RESET x', loses: 'nothing' })).toMatchObject({
    stage: 'expand',
    undo: { kind: 'statements', loses: 'nothing', scripts: [{ statements: [{ text: 'RESET x' }] }] },
  }));

it.each([
  ['with no way back', { deploys: 'yes' }, ['contract']],
  ['with a way back', { deploys: 'yes', undo: 'RESET x', loses: 'nothing' }, ['write-both']],
  ['without a release', { deploys: 'no' }, []],
])('holds the release that follows, %s', (_, fields, stages) => {
  const { phases } = somethingElse.part(contextWith({ what: 'Turn a setting', ...fields }));
  const deploying = phases.filter(({ steps }) => steps.some((step) => 'deploy' in step));
  expect(deploying.map(({ stage }) => stage)).toEqual(stages);
});
