import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Source } from '#model/source.ts';
import { has } from '#model/stack.ts';
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
  const { transaction, startup, record, remembers, prepares, migration, notes } = stack;
  const facts = [transaction, startup, record, remembers, prepares, ...notes];

  it('says how each fact is known', () => {
    expect([...facts, migration].filter(({ source }) => !known(source))).toEqual([]);
  });

  it('asks what is not confirmed, and nothing else', () => {
    expect([remembers.what, prepares.kept].map((answer) => answer === 'unconfirmed')).toEqual(
      [remembers, prepares].map(({ source }) => source.kind === 'unconfirmed'),
    );
  });

  it('can make a release ignore a column if a process remembers them', () => {
    const { ignoreColumn } = stack;
    expect(remembers.what !== 'columns' || has(ignoreColumn)).toBe(true);
    if (!has(ignoreColumn)) return expect(plain(ignoreColumn.because)).toMatch(/^[\w].*[^.]$/);
    const { text } = ignoreColumn('orders', 'status_v2');
    expect(text).toContain('status_v2');
    return expect(text).not.toContain('\n');
  });

  it('says how one statement is taken out of a transaction, in one line', () => {
    const { off } = transaction;
    expect(has(off) ? off.text : plain(off.because)).toMatch(/^\S[^\n]*$/);
  });

  it('has a place for the guard lines', () => expect(stack.setTimeouts.text).toContain('guard line of this runbook'));

  it('speaks in plain whole sentences', () => {
    const texts = facts.map(({ says }) => plain(says));
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
  const off = stack?.transaction.off;
  expect(off && has(off) ? off.text : '').toContain(directive);
  expect(plain(stack?.transaction.says ?? [])).toContain(directive.replace(';', ''));
});

it('knows that only a stack that reads the catalog remembers columns', () => {
  expect(stacks.filter(({ remembers }) => remembers.what === 'columns').map(({ id }) => id)).toEqual(['rails']);
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
