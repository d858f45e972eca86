import { expect, it } from 'vitest';
import { plain } from '#model/text.ts';
import { contextWith } from '../testing.ts';
import { majorUpgrade } from './major-upgrade.ts';

const lastUndos = (way: string) =>
  majorUpgrade
    .part(contextWith({ from: '14', to: '18', way }))
    .phases.map(({ stage, steps }) => ({
      stage,
      final: steps.some((step) => 'undo' in step && (step.undo.kind === 'none' || step.undo.kind === 'restore')),
    }))
    .filter(({ final }) => final)
    .map(({ stage }) => stage);

it('keeps a way back without loss until the stream back is stopped', () =>
  expect(lastUndos('second')).toEqual(['contract']));

it('starts the stream back before the first write on the new server', () => {
  const turn = majorUpgrade.part(contextWith({ from: '14', to: '18' })).phases.find(({ stage }) => stage === 'switch');
  const told = (turn?.steps ?? []).map((step) => ('deploy' in step ? 'deploy' : plain(step.does)));
  expect(told[0]).toContain('Stop');
  expect(told.findIndex((does) => does.includes('upgrade_back'))).toBeGreaterThan(0);
  expect(told.findIndex((does) => does.includes('upgrade_back'))).toBeLessThan(told.indexOf('deploy'));
});

it('asks for time without service where none is allowed', () => {
  const { questions } = majorUpgrade.part(contextWith({ from: '14', to: '18', way: 'in-place' }, { downtime: 'none' }));
  expect(questions.map(({ about }) => plain(about))).toContain(
    'In place needs time without service, and no time without service is allowed',
  );
});
