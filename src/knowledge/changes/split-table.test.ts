import { expect, it } from 'vitest';
import { generic } from '../engines/generic/index.ts';
import { postgresql } from '../engines/postgresql/index.ts';
import { contextWith } from '../testing.ts';
import { splitTable } from './split-table.ts';

const fields = {
  table: 'orders',
  newTable: 'order_addresses',
  columns: 'street, city',
  newKey: 'order_id',
  notNull: 'city',
  definition: 'order_id bigint primary key, street text, city text not null',
};
const deltas = (part: ReturnType<typeof splitTable.part>) =>
  part.phases.flatMap(({ steps }) =>
    steps.flatMap((step) =>
      'action' in step && step.action.kind === 'statements'
        ? step.action.scripts.flatMap(({ statements }) => statements.flatMap((statement) => statement.deltas))
        : [],
    ),
  );

it('turns the sync round in the moment in which writes move', () => {
  const kinds = deltas(splitTable.part(contextWith(fields))).flatMap((delta) =>
    delta.kind === 'start-sync' || delta.kind === 'stop-sync' ? [`${delta.kind} ${delta.name}`] : [],
  );
  expect(kinds).toEqual([
    'start-sync orders_order_addresses_forth',
    'stop-sync orders_order_addresses_forth',
    'start-sync orders_order_addresses_back',
    'stop-sync orders_order_addresses_back',
  ]);
});

it('lets NOT NULL go before the release that leaves the column out', () => {
  const retire = splitTable.part(contextWith(fields)).phases.find(({ stage }) => stage === 'retire');
  const kinds = retire?.steps.map((step) => ('deploy' in step ? 'deploy' : JSON.stringify(step.does)));
  expect(kinds?.[0]).toContain('city');
  expect(kinds?.indexOf('deploy')).toBeGreaterThan(0);
});

it('ends the way back with the last release that writes both, where nothing in the database carries values back', () => {
  const part = splitTable.part(contextWith(fields, { engine: generic }));
  expect(deltas(part).some(({ kind }) => kind === 'start-sync')).toBe(false);
  const last = part.phases.filter(({ stage }) => stage === 'retire').at(-1);
  const [first, second] = last?.steps ?? [];
  expect(first).toMatchObject({ undo: { kind: 'none' } });
  expect(second).toHaveProperty('deploy');
});

it('asks first to take a reference to the first table out of the definition, and lets nobody create it unseen', () => {
  const about = (definition: string) => {
    const { questions, phases } = splitTable.part(contextWith({ ...fields, definition }));
    return { asked: JSON.stringify(questions[0] ?? '').includes('REFERENCES'), gated: phases[0].gate !== undefined };
  };
  for (const name of ['orders', 'public.orders', '"orders"', 'public."orders"'])
    expect(about(`order_id bigint primary key references ${name} (id)`)).toEqual({ asked: true, gated: true });
  for (const name of ['orders_old', 'cities'])
    expect(about(`order_id bigint primary key, city text REFERENCES ${name}(id)`)).toEqual({
      asked: false,
      gated: false,
    });
});

it('locks both tables in the same order on the way back of the turn, in one transaction', () => {
  const turn = splitTable
    .part(contextWith(fields, { engine: postgresql }))
    .phases.flatMap(({ steps }) => steps)
    .find((one) => 'does' in one && JSON.stringify(one.does).includes('Turn the sync round'));
  const undo = turn && 'undo' in turn && turn.undo.kind === 'statements' ? turn.undo : undefined;
  expect(undo?.scripts.map(({ transaction }) => transaction)).toEqual(['one', 'none']);
  expect(undo?.scripts[0].statements.flatMap(({ deltas }) => deltas.map(({ kind }) => kind))).toEqual([
    'start-sync',
    'stop-sync',
  ]);
});
