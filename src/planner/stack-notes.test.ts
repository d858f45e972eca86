import { expect, it } from 'vitest';
import { invented, inventedStack, said } from '#model/testing.ts';
import { stackNotesOf } from './stack-notes.ts';
import { largeCore } from './invented-core.ts';

const stack = inventedStack({
  prepares: { kept: 'yes', says: ['A prepared query fails once.'], source: invented },
});

const notes = (refusesStalePrepared: boolean) => {
  const { brief, phases } = largeCore();
  return said(stackNotesOf({ ...brief, stacks: [stack], engine: { ...brief.engine, refusesStalePrepared } }, phases));
};

it('warns of prepared statements only where the server refuses those that no longer fit', () => {
  expect(notes(true)).toMatch(/A prepared query fails once/);
  expect(notes(false)).not.toMatch(/prepared/);
});
