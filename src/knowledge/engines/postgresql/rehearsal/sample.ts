import type { CatalogColumn } from '#model/engine.ts';
import type { RehearsalTable } from '#model/rehearsal.ts';
import type { Session } from '#model/session.ts';
import { quoteName, quoteTable } from '../quote.ts';

/** Above every key that the rows of a rehearsal hold, below the limit of an integer. */
const firstKey = 1_000_000_000;

const texts = (type: string, number: number): string => {
  const length = /\((\d+)\)/.exec(type)?.[1];
  const text = `probe ${number}`;
  return length === undefined ? text : text.slice(-Number(length));
};

async function enumLabel(session: Session, type: string, number: number): Promise<string | undefined> {
  const labels = await session.query(
    `SELECT e.enumlabel AS label FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
     WHERE format_type(t.oid, NULL) = $1 ORDER BY e.enumsortorder`,
    [type],
  );
  const label = labels[number % Math.max(1, labels.length)]?.label;
  return label === undefined ? undefined : String(label);
}

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
      `SELECT ${quoteName(reference.referenced)} AS value FROM ${quoteTable(reference.table)} ORDER BY 1 OFFSET $1 LIMIT 1`,
      [number % 3],
    );
    return row?.value ?? null;
  }
  const { type } = column;
  if (type.endsWith('[]')) return '{}';
  if (/^(character|varchar|text|bpchar|citext|name)/.test(type)) return texts(type, number);
  if (type.startsWith('smallint')) return 20_000 + (number % 10_000);
  if (/^(integer|bigint)/.test(type)) return table.key.includes(column.name) ? firstKey + number : number;
  if (/^(numeric|double|real|money)/.test(type)) return number % 90;
  if (type === 'boolean') return number % 2 === 0;
  if (type.startsWith('timestamp'))
    return `2026-01-01 00:${pad(Math.floor(number / 60) % 60, 2)}:${pad(number % 60, 2)}+00`;
  if (type === 'date') return `2026-01-${pad((number % 28) + 1, 2)}`;
  if (type.startsWith('time')) return `00:00:${pad(number % 60, 2)}`;
  if (type === 'interval') return `${number} seconds`;
  if (type === 'uuid') return `00000000-0000-4000-8000-${pad(number, 12)}`;
  if (type.startsWith('json')) return `{"probe": ${number}}`;
  if (type === 'bytea') return '\\x00';
  if (/^(inet|cidr)/.test(type)) return `10.0.${Math.floor(number / 250) % 250}.${(number % 250) + 1}`;
  return (await enumLabel(session, type, number)) ?? null;
}
