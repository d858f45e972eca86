import { expect, it } from 'vitest';
import type { Script } from '#model/statement.ts';
import { words } from '#model/text.ts';
import { loadEngine } from '../engines/index.ts';
import { contextWith, rememberingStack } from '../testing.ts';
import type { Replacement } from './replacement.ts';
import { addWithSync, stopWithDefault } from './replacement-sync.ts';

const replacement: Replacement = {
  table: 'orders',
  from: 'status',
  to: 'status_v2',
  newType: 'text',
  narrows: true,
  default: `'pending'`,
  required: 'yes',
  indexes: [],
};

const context = contextWith({}, { engine: await loadEngine('postgresql'), stack: rememberingStack });

const deltasOf = (scripts: readonly Script[]) =>
  scripts.map(({ statements }) =>
    statements.flatMap(({ deltas }) =>
      deltas.map((delta) => ('column' in delta ? `${delta.kind} ${delta.column}` : delta.kind)),
    ),
  );

it('makes the function before the transaction that adds the column and the trigger', () => {
  const added = addWithSync(context, words`Add`, words`added`, replacement);
  const scripts = added.kind === 'performed' ? added.scripts : [];
  expect(scripts[0]?.statements.every(({ effect }) => effect.locks.length === 0)).toBe(true);
  expect(deltasOf(scripts)).toEqual([[], ['add-column orders.status_v2', 'start-sync', 'alter-column orders.status']]);
  expect(scripts[1]?.transaction).toBe('one');
});

it('gives the default back in the transaction that starts the sync again, then copies, then requires a value', () => {
  const stopped = stopWithDefault(context, replacement);
  const scripts = stopped.kind === 'performed' && stopped.undo.kind === 'statements' ? stopped.undo.scripts : [];
  const deltas = deltasOf(scripts);
  expect(deltas.slice(0, 3)).toEqual([
    [],
    ['alter-column orders.status', 'alter-column orders.status_v2', 'start-sync'],
    ['fill orders.status'],
  ]);
  expect(scripts[1]?.transaction).toBe('one');
  expect(deltas.slice(3).flat()).toContain('alter-column orders.status');
});
