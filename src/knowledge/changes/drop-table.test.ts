import { expect, it } from 'vitest';
import { contextWith } from '../testing.ts';
import { dropTable } from './drop-table.ts';

it('hides the table, then drops each foreign key on its own, then the table', () => {
  const { phases } = dropTable.part(
    contextWith({
      table: 'public.carts',
      foreignKeys: 'carts_a_fkey, carts_b_fkey',
      keyColumns: 'a_id, b_id',
      references: 'a, b',
      referencedColumns: 'id',
    }),
  );
  const deltas = phases.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      'action' in step && step.action.kind === 'statements'
        ? step.action.scripts.flatMap(({ statements }) => statements.flatMap((statement) => statement.deltas))
        : [],
    ),
  );
  expect(deltas).toEqual([
    { kind: 'rename-table', from: 'public.carts', to: 'public.zz_drop_carts' },
    { kind: 'drop-object', object: 'constraint carts_a_fkey' },
    { kind: 'drop-object', object: 'constraint carts_b_fkey' },
    { kind: 'drop-table', table: 'public.zz_drop_carts' },
  ]);
});
