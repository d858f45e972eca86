import { expect, it } from 'vitest';
import { generic } from '../engines/generic/index.ts';
import { contextWith } from '../testing.ts';
import { renameTable } from './rename-table.ts';

const fields = { table: 'orders', newName: 'purchases' };

it('keeps the old name alive by a view until nobody says it', () => {
  const { phases } = renameTable.part(contextWith(fields));
  expect(phases.map(({ stage }) => stage)).toEqual(['expand', 'retire', 'contract']);
});

it('stops everything where no view is known to stand in', () => {
  const { phases } = renameTable.part(contextWith(fields, { engine: generic }));
  const [only] = phases;
  expect(phases).toHaveLength(1);
  expect(only.steps[0]).toMatchObject({ action: { kind: 'stop' } });
  expect(only.steps.at(-1)).toHaveProperty('deploy');
});
