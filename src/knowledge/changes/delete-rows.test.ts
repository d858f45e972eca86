import { expect, it } from 'vitest';
import { contextWith } from '../testing.ts';
import { deleteRows } from './delete-rows.ts';

const fields = { table: 'events', where: 'old' };
const undos = (keep: string) =>
  deleteRows
    .part(contextWith({ ...fields, keep }))
    .phases.flatMap(({ stage, steps }) =>
      steps.flatMap((step) => ('undo' in step ? [`${stage} ${step.undo.kind}`] : [])),
    );

it('can put back what went to an archive', () => {
  expect(undos('archive')).toContain('backfill statements');
  expect(undos('archive').some((undo) => undo.endsWith('none'))).toBe(false);
});

it('calls a delete without a copy what it is', () => expect(undos('none')).toContain('contract none'));

it('keeps the rows when nobody said', () => expect(undos('')).toEqual(undos('archive')));
