import { expect, it } from 'vitest';
import { pages } from '#model/pages/index.ts';
import { pageHref, readRoute, titleOf } from './routes.ts';

it('reads what it wrote', () => {
  for (const { id } of pages) {
    expect(readRoute(pageHref(id))).toEqual({ kind: 'page', page: id, back: false, at: '' });
    const at = 'change.changes.0.fields.new_name';
    expect(readRoute(pageHref(id, { back: true, at }))).toEqual({ kind: 'page', page: id, back: true, at });
  }
});

it.each([
  ['', 'start'],
  ['#', 'start'],
  ['#/', 'start'],
  ['#/plan/all', 'all'],
  ['#/plan/all/more', 'unknown'],
  ['#/result', 'result'],
  ['#/result/', 'result'],
  ['#/privacy', 'privacy'],
  ['#s=1.abc', 'shared'],
  ['#/results', 'unknown'],
  ['#/plan/database/more', 'unknown'],
  ['#/%zz', 'unknown'],
])('takes %j for %s', (hash, kind) => {
  expect(readRoute(hash).kind).toBe(kind);
});

it.each([
  ['#/plan/databse', 'database'],
  ['#/plan/deps', 'dependencies'],
  ['#/plan', 'database'],
  ['#/plan/', 'database'],
  ['#/risk', 'risk'],
])('knows the page nearest to %j', (hash, page) => {
  expect(readRoute(hash)).toMatchObject({ kind: 'unknown', nearest: { kind: 'page', page } });
});

it('names page, step and product', () => {
  expect(titleOf(readRoute('#/plan/database'))).toBe('Database – Step 1 of 7 – Switchback');
  expect(titleOf(readRoute('#/plan/check'))).toBe('Check your answers – Step 7 of 7 – Switchback');
});
