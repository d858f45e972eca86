import type { Bound, Rehearsal, RehearsalTable } from '#model/rehearsal.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { describe } from './describe.ts';
import { sample } from './sample.ts';

type Values = Readonly<Record<string, unknown>>;

/** Values travel as text and are cast to the column's type, so that one form serves every driver. */
const typed = (table: RehearsalTable, column: string, place: number): string => {
  const type = table.columns.find(({ name }) => name === column)?.type ?? 'text';
  return `$${place}::text::${type}`;
};

const asText = (value: unknown): unknown =>
  value === null || value === undefined ? null : value instanceof Date ? value.toISOString() : String(value);

const where = (table: RehearsalTable, key: Values, from: number): string =>
  Object.keys(key)
    .map((column, index) => `${quoteName(column)} = ${typed(table, column, from + index)}`)
    .join(' AND ');

/** The key, and columns as they stand after triggers, as text. */
const returning = ({ key }: RehearsalTable, asked: readonly string[]): string => {
  const now = asked.map((column) => `${quoteName(column)}::text AS ${quoteName(`${column} now`)}`);
  return key.length > 0 ? ` RETURNING ${[...key.map(quoteName), ...now].join(', ')}` : '';
};

function insert(table: RehearsalTable, values: Values, asked: readonly string[]): Bound {
  const columns = Object.keys(values);
  const target = quoteTable(table.table);
  if (columns.length === 0)
    return { text: `INSERT INTO ${target} DEFAULT VALUES${returning(table, asked)}`, parameters: [] };
  const places = columns.map((column, index) => typed(table, column, index + 1)).join(', ');
  return {
    text: `INSERT INTO ${target} (${columns.map(quoteName).join(', ')}) VALUES (${places})${returning(table, asked)}`,
    parameters: columns.map((column) => asText(values[column])),
  };
}

function update(table: RehearsalTable, key: Values, values: Values, asked: readonly string[]): Bound {
  const columns = Object.keys(values);
  const sets = columns.map((column, index) => `${quoteName(column)} = ${typed(table, column, index + 1)}`).join(', ');
  return {
    text: `UPDATE ${quoteTable(table.table)} SET ${sets} WHERE ${where(table, key, columns.length + 1)}${returning(table, asked)}`,
    parameters: [...Object.values(values), ...Object.values(key)].map(asText),
  };
}

const remove = (table: RehearsalTable, key: Values): Bound => ({
  text: `DELETE FROM ${quoteTable(table.table)} WHERE ${where(table, key, 1)}`,
  parameters: Object.values(key).map(asText),
});

const read = (table: string, columns: readonly string[]): Bound => ({
  text: `SELECT ${columns.length === 0 ? 'count(*)' : columns.map(quoteName).join(', ')} FROM ${quoteTable(table)} LIMIT 5`,
  parameters: [],
});

const rowOf = (table: RehearsalTable, key: Values, columns: readonly string[]): Bound => ({
  text: `SELECT ${columns.map((column) => `${quoteName(column)}::text AS ${quoteName(column)}`).join(', ')} FROM ${quoteTable(table.table)} WHERE ${where(table, key, 1)}`,
  parameters: Object.values(key).map(asText),
});

const anyKey = (table: RehearsalTable, number: number): Bound => ({
  text: `SELECT ${table.key.map(quoteName).join(', ')} FROM ${quoteTable(table.table)} ORDER BY ${table.key.map(quoteName).join(', ')} OFFSET ${number % 7} LIMIT 1`,
  parameters: [],
});

/** Representative reads and writes for PostgreSQL. */
export const rehearsal: Rehearsal = { describe, sample, insert, update, remove, read, rowOf, anyKey };
