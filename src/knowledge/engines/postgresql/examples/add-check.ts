import type { ChangeExample } from './change-example.ts';

export const examples: readonly ChangeExample[] = [
  {
    change: 'add-check',
    title: 'No negative stock',
    schema: [
      `CREATE TABLE articles (id bigserial PRIMARY KEY, code text NOT NULL, stock integer NOT NULL DEFAULT 0)`,
      `INSERT INTO articles (code, stock) SELECT 'a' || n, n % 40 FROM generate_series(1, 5000) AS n`,
    ],
    fields: { table: 'articles', constraint: 'articles_stock_not_negative', expression: 'stock >= 0' },
    keepsRows: [{ table: 'articles', columns: ['id', 'code', 'stock'] }],
  },
];
