import { expect, it } from 'vitest';
import { defaultKind, defaultSql } from './default-kind.ts';

it.each([
  ["'new'", 'constant', "'new'"],
  ['0', 'constant', '0'],
  ['-1.5', 'constant', '-1.5'],
  ['NULL', 'constant', 'NULL'],
  ["b'1'", 'constant', "b'1'"],
  ['CURRENT_TIMESTAMP', 'stable', 'CURRENT_TIMESTAMP'],
  ['now(6)', 'stable', 'now(6)'],
  ['uuid()', 'volatile', '(uuid())'],
  ['(rand())', 'volatile', '(rand())'],
  ["concat('a', uuid())", 'volatile', "(concat('a', uuid()))"],
  ['1 + 1', 'unconfirmed', '(1 + 1)'],
  ["lower('X')", 'unconfirmed', "(lower('X'))"],
  ['curdate()', 'unconfirmed', '(curdate())'],
  ['<default>', 'unconfirmed', '<default>'],
])('takes %s for %s and writes %s', (expression, kind, written) => {
  expect(defaultKind(expression)).toBe(kind);
  expect(defaultSql(expression)).toBe(written);
});
