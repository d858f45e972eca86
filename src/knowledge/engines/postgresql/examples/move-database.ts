import type { ChangeExample } from './change-example.ts';

const schema = [
  `CREATE TABLE orders (id bigserial PRIMARY KEY, tenant_id bigint NOT NULL DEFAULT 1, total numeric NOT NULL DEFAULT 0)`,
  `INSERT INTO orders (tenant_id, total) SELECT 1 + n % 7, n FROM generate_series(1, 500) AS n`,
];
const keepsRows = [{ table: 'orders', columns: ['id', 'tenant_id', 'total'] }];

export const examples: readonly ChangeExample[] = [
  {
    change: 'move-database',
    title: 'One table to another server, carried by the engine',
    schema,
    fields: { from: 'shop on db1', to: 'shop on db2', how: 'native', tables: 'orders' },
    keepsRows,
  },
  {
    change: 'move-database',
    title: 'Rows spread over shards by a tool',
    schema,
    fields: { from: 'shop', to: 'shards 1 to 4', how: 'tool', tables: 'orders', key: 'tenant_id' },
    keepsRows,
  },
];
