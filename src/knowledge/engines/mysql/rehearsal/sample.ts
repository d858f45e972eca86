import type { CatalogColumn } from '#model/engine.ts';
import type { RehearsalTable } from '#model/rehearsal.ts';
import type { Session } from '#model/session.ts';
import { quoteName, quoteTable } from '../quote.ts';

/** Above every key that the rows of a rehearsal hold, below the limit of the type. */
const firstKeys: Readonly<Record<string, number>> = { smallint: 20_000, mediumint: 5_000_000 };

const pad = (value: number, length: number): string => String(value).padStart(length, '0');

/** A value of the column's type, different for each number where the type has that many. */
export async function sample(
  session: Session,
  table: RehearsalTable,
  column: CatalogColumn,
  number: number,
): Promise<unknown> {
  const reference = table.references.find((one) => one.column === column.name);
  if (reference) {
    const [row] = await session.query(
      `SELECT ${quoteName(reference.referenced)} AS value FROM ${quoteTable(reference.table)} ORDER BY 1 LIMIT 1 OFFSET ${number % 3}`,
    );
    return row?.value ?? null;
  }
  const [, name = '', sizes = ''] = /^(\w+)(?:\((.*)\))?/.exec(column.type) ?? [];
  const length = Number.parseInt(sizes, 10);
  if (name === 'enum' || name === 'set') {
    const labels = [...sizes.matchAll(/'((?:[^']|'')*)'/g)].map(([, label = '']) => label.replaceAll("''", "'"));
    return labels[number % Math.max(1, labels.length)] ?? null;
  }
  if (/char$|text$/.test(name)) {
    const text = `probe ${number}`;
    return Number.isNaN(length) ? text : text.slice(-length);
  }
  if (name === 'tinyint') return number % 2;
  if (name.endsWith('int'))
    return table.key.includes(column.name) ? (firstKeys[name] ?? 1_000_000_000) + number : number;
  if (/^(decimal|double|float)$/.test(name)) return number % 90;
  if (/^(datetime|timestamp)$/.test(name))
    return `2026-01-01 01:${pad(Math.floor(number / 60) % 60, 2)}:${pad(number % 60, 2)}`;
  if (name === 'date') return `2026-01-${pad((number % 28) + 1, 2)}`;
  if (name === 'time') return `00:00:${pad(number % 60, 2)}`;
  if (name === 'json') return `{"probe": ${number}}`;
  if (name === 'year') return 2026;
  return /binary$|blob$/.test(name) ? 'x' : null;
}
