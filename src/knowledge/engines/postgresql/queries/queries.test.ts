import { describe, expect, it } from 'vitest';
import type { Situation } from '#model/engine.ts';
import { notGiven } from '#model/given.ts';
import { queries } from './index.ts';

const situation = (version: Situation['version'] = '16'): Situation => ({
  version,
  hosting: notGiven,
  replicas: notGiven,
  transactionPooler: false,
  logicalReplication: false,
});

describe('countDifferences', () => {
  const text = (left: string, right: string, ranged = false) =>
    queries.countDifferences({ table: 'orders', key: 'id', left, right, ranged }, situation())?.text;

  it('is the question of the runbook', () => {
    expect(text('status_v2', 'status', true)).toBe(
      'SELECT count(*) FROM orders WHERE id > :from AND id <= :to AND status_v2 IS DISTINCT FROM status',
    );
  });

  it('quotes a name and leaves an expression as it was typed', () => {
    expect(text('Order', "split_part(name, ' ', 1)")).toBe(
      `SELECT count(*) FROM orders WHERE "Order" IS DISTINCT FROM (split_part(name, ' ', 1))`,
    );
  });

  it('keeps a placeholder to be seen', () => {
    expect(queries.countNulls({ table: '<table>', column: '<column>' }, situation())?.text).toBe(
      'SELECT count(*) FROM <table> WHERE <column> IS NULL',
    );
    expect(text('<new column>', 'status')).toContain('WHERE <new column> IS DISTINCT FROM status');
  });
});

it('says when an index was last read where the server knows it', () => {
  const on = (version: Situation['version']) =>
    queries.indexUse({ table: 'orders', index: 'i' }, situation(version))?.text;
  expect(on('16')).toContain('last_idx_scan');
  expect(on('15')).not.toContain('last_idx_scan');
  expect(on(notGiven)).not.toContain('last_idx_scan');
});

it('reads the tables that it says it reads, and changes nothing', () => {
  const statement = queries.countOrphans(
    { table: 'a', columns: ['x'], references: 'b', referencedColumns: ['y'] },
    situation(),
  );
  expect(statement?.effect.locks.map(({ table }) => table)).toEqual(['a', 'b']);
  expect(statement?.deltas).toEqual([]);
});
