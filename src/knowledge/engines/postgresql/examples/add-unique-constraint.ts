import type { ChangeExample } from './change-example.ts';

export const examples: readonly ChangeExample[] = [
  {
    change: 'add-unique-constraint',
    title: 'One address for each tenant',
    schema: [
      `CREATE TABLE users (id bigserial PRIMARY KEY, tenant_id integer NOT NULL, email text NOT NULL)`,
      `INSERT INTO users (tenant_id, email) SELECT n % 20, 'u' || n || '@example.org' FROM generate_series(1, 6000) AS n`,
    ],
    fields: { table: 'users', columns: 'tenant_id, email', constraint: 'users_tenant_id_email_key' },
    keepsRows: [{ table: 'users', columns: ['id', 'tenant_id', 'email'] }],
  },
];
