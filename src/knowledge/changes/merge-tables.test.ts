import { expect, it } from 'vitest';
import { contextWith } from '../testing.ts';
import { mergeTables } from './merge-tables.ts';

it('ends the way back with the first row that only the merged table has, not with the drop', () => {
  const { phases } = mergeTables.part(
    contextWith({ table: 'suppliers', into: 'parties', columns: 'name', label: 'origin', mapping: 'supplier_id' }),
  );
  const first = phases.find(({ steps }) => steps.some((step) => 'undo' in step && step.undo.kind === 'none'));
  const steps = first?.steps ?? [];
  expect(first?.stage).toBe('retire');
  expect(steps.findIndex((step) => 'undo' in step && step.undo.kind === 'none')).toBeLessThan(
    steps.findIndex((step) => 'deploy' in step),
  );
});
