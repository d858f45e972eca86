import { expect, it } from 'vitest';
import { overRow } from './row-expression.ts';

it.each([
  ['status', 'NEW.status'],
  ['`order`', 'NEW.`order`'],
  ['date', 'NEW.date'],
  ['lower(status)', 'lower(NEW.status)'],
  ["concat(first, ' ', `last`)", "concat(NEW.first, ' ', NEW.`last`)"],
  ['cast(amount AS char)', 'cast(NEW.amount AS char)'],
  ['CONVERT(note USING utf8mb4)', 'CONVERT(NEW.note USING utf8mb4)'],
  ["if(a IS NULL, 'a', b)", "if(NEW.a IS NULL, 'a', NEW.b)"],
  ['placed + INTERVAL 1 DAY', 'NEW.placed + INTERVAL 1 DAY'],
  ['orders.status', 'NEW.status'],
  ["name COLLATE utf8mb4_bin = _utf8mb4'x'", "NEW.name COLLATE utf8mb4_bin = _utf8mb4'x'"],
  ['<expression>', '<expression>'],
  ['amount * 100', 'NEW.amount * 100'],
])('reads %s over the row', (expression, read) => expect(overRow(expression)).toBe(read));
