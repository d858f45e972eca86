import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Source } from '#model/source.ts';
import { plain } from '#model/text.ts';
import * as entries from './index.ts';
import { stacks } from './registry.ts';

const known = (source: Source): boolean =>
  source.kind === 'unconfirmed' ? /[?.]$/.test(source.question) : (source.url?.startsWith('https://') ?? true);

it('lists every file under its own name, and no other', () => {
  const files = readdirSync(new URL('.', import.meta.url))
    .filter((file) => file.endsWith('.ts') && !/^(index|registry|.*\.test)\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''));
  expect(
    Object.values(entries)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(files.toSorted());
});

it('offers each stack once, by name, and the neutral one last', () => {
  const names = stacks.map(({ name }) => name);
  expect(stacks).toHaveLength(Object.values(entries).length);
  expect(stacks.at(-1)?.id).toBe('other');
  expect(names.slice(0, -1)).toEqual(names.slice(0, -1).toSorted((left, right) => left.localeCompare(right, 'en')));
});

describe.each(stacks)('$name', (stack) => {
  const texts = [stack.transaction, stack.startup, stack.record.says, ...stack.notes.map(({ says }) => says)].map(
    plain,
  );

  it('says how each fact is known', () => {
    expect(
      [stack.source, stack.record.source, ...stack.notes.map(({ source }) => source)].filter(
        (source) => !known(source),
      ),
    ).toEqual([]);
  });

  it('asks what is not confirmed', () => {
    const doubts = [stack.remembers, stack.preparesStatements].filter((answer) => answer === 'unconfirmed');
    const asked = stack.notes.filter(({ source }) => source.kind === 'unconfirmed');
    expect(doubts.length === 0 || asked.length > 0).toBe(true);
  });

  it('can make a release ignore a column if a process remembers them', () => {
    expect(stack.remembers !== 'columns' || stack.ignoreColumn !== undefined).toBe(true);
    const snippet = stack.ignoreColumn?.('orders', 'status_v2').text ?? 'status_v2';
    expect(snippet).toContain('status_v2');
    expect(snippet).not.toContain('\n');
  });

  it('speaks in plain whole sentences', () => {
    const wrong = texts.filter((text) => !/^[`A-Z].*[.]$/s.test(text) || /\b(simply|just|please)\b/i.test(text));
    expect(wrong).toEqual([]);
  });
});

it.each([
  ['rails', 'disable_ddl_transaction!'],
  ['django', 'atomic = False'],
  ['laravel', 'public $withinTransaction = false;'],
  ['flyway', 'executeInTransaction=false'],
  ['liquibase', 'runInTransaction:false'],
  ['alembic', 'autocommit_block()'],
  ['ef-core', 'suppressTransaction: true'],
  ['ecto', '@disable_ddl_transaction true'],
  ['goose', '-- +goose NO TRANSACTION'],
  ['atlas', '-- atlas:txmode none'],
  ['typeorm', 'transaction = false'],
  ['knex', 'transaction: false'],
])('names the directive of %s', (id, directive) => {
  const stack = stacks.find((one) => one.id === id);
  expect(stack?.turnTransactionOff?.text).toContain(directive);
  expect(plain(stack?.transaction ?? [])).toContain(directive.replace(';', ''));
});

it('knows that only a stack that reads the catalog remembers columns', () => {
  expect(stacks.filter(({ remembers }) => remembers === 'columns').map(({ id }) => id)).toEqual(['rails']);
});

it.each([
  ['django', 'migrate --fake'],
  ['prisma', 'prisma migrate resolve --applied'],
  ['rails', 'if_not_exists: true'],
  ['alembic', 'alembic stamp'],
  ['flyway', '-skipExecutingMigrations=true'],
  ['liquibase', 'liquibase mark-next-changeset-ran'],
  ['ef-core', '__EFMigrationsHistory'],
  ['golang-migrate', 'migrate force'],
  ['atlas', 'atlas migrate set'],
  ['sqitch', 'sqitch deploy --log-only'],
  ['typeorm', 'typeorm migration:run --fake'],
])('says how %s records what was made by hand', (id, record) => {
  expect(plain(stacks.find((one) => one.id === id)?.record.says ?? [])).toContain(record);
});
