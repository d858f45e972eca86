import { describe, expect, it } from 'vitest';
import type { Hosting, Situation } from '#model/engine.ts';
import { bindEngine } from '#model/engine.ts';
import type { Outcome, Performed, Script } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { sampleOperations, unknownSituation } from '../../sample-arguments.ts';
import { checkName } from './check-name.ts';
import { defaultKind } from './default-kind.ts';
import { azureSqlDatabase } from './hostings/azure-sql-database.ts';
import { sqlServer } from './index.ts';
import { quoteName, quoteTable } from './quote.ts';
import { typeChange } from './type-change.ts';

const { operations } = sqlServer;
const on = (version: string, hosting: Situation['hosting'] = unknownSituation.hosting): Situation => ({
  ...unknownSituation,
  version,
  hosting,
});

const done = (outcome: Outcome): Performed => {
  if (outcome.kind === 'cannot')
    throw new Error(`Cannot go on with \`${plain(outcome.because)}\`, expected an operation.`);
  return outcome;
};
const texts = (scripts: readonly Script[]): string =>
  statementsOf(scripts)
    .map(({ text }) => text)
    .join('\n');
const forward = (outcome: Outcome): string => texts(done(outcome).scripts);

/** What stands in quotes, brackets or a comment is no code. */
const code = (text: string) => text.replaceAll(/N?'(?:[^']|'')*'|\[(?:[^\]]|\]\])*\]|--[^\n]*/g, '');
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe.each(Object.entries(sampleOperations))('%s', (name, args) => {
  const answer = (operations as unknown as Record<string, (args: unknown, at: Situation) => Outcome>)[name];
  const situations = [unknownSituation, ...sqlServer.versions.map(({ id }) => on(id))];
  const scripts = situations.flatMap((at) => {
    const outcome = answer?.(args, at);
    if (outcome?.kind !== 'performed') return [];
    return [...outcome.scripts, ...(outcome.undo.kind === 'statements' ? outcome.undo.scripts : [])];
  });
  const written = statementsOf(scripts).filter(({ language }) => language === 'sql');

  it('closes every quote, bracket and block, and leaves the end to the file', () => {
    for (const { text } of written) {
      const bare = code(text);
      expect(count(bare, /'/g), text).toBe(0);
      expect(count(bare, /\(/g), text).toBe(count(bare, /\)/g));
      expect(count(bare, /\b(?:BEGIN(?! TRANSACTION)|CASE)\b/g), text).toBe(count(bare, /\bEND\b/g));
      expect(text.trimEnd().endsWith(';'), text).toBe(false);
      expect(/^\s*GO\s*$/m.test(text), text).toBe(false);
    }
  });

  it('runs nothing inside a transaction that is refused there, and limits the wait for what blocks others', () => {
    const inside = scripts.filter(({ transaction }) => transaction === 'one');
    expect(statementsOf(inside).filter(({ effect }) => effect.transaction === 'outside')).toEqual([]);
    const strong = scripts.filter(({ statements }) => statements.some(({ effect }) => /writes/.test(effect.blocks)));
    expect(strong.filter(({ guard }) => guard !== 'short-lock')).toEqual([]);
  });

  it('claims nothing measured', () => {
    expect(statementsOf(scripts).filter(({ source }) => source.kind === 'measured')).toEqual([]);
  });
});

describe('an index', () => {
  const args = { table: 'dbo.Orders', index: 'IX_Status', columns: ['Status'], unique: false };
  it.each([
    ['2025 Enterprise', /ONLINE = ON \(WAIT_AT_LOW_PRIORITY .*RESUMABLE = ON/],
    ['2022 Enterprise', /ONLINE = ON \(WAIT_AT_LOW_PRIORITY .*RESUMABLE = ON/],
    ['Azure SQL', /ONLINE = ON \(WAIT_AT_LOW_PRIORITY .*RESUMABLE = ON/],
    ['2019 Enterprise', /SET LOCK_TIMEOUT 5000\n.*\n.*\(ONLINE = ON, RESUMABLE = ON\)/],
    ['2017 Enterprise', /\(ONLINE = ON\)$/],
    ['2022 Standard', /\(Status\)$/],
    ['', /\(Status\)$/],
  ])('on %s is built by %s', (version, form) =>
    expect(forward(operations.createIndex(args, on(version)))).toMatch(form),
  );

  it('with a filter is not resumable', () => {
    const filtered = forward(operations.createIndex({ ...args, where: 'Status > 0' }, on('2022 Enterprise')));
    expect(filtered).toMatch(/ONLINE = ON/);
    expect(filtered).not.toMatch(/RESUMABLE/);
  });

  it('over an expression asks for a computed column', () => {
    expect(operations.createIndex({ ...args, columns: ['LOWER(Email)'] }, on('2022 Enterprise')).kind).toBe('cannot');
  });
});

describe('an edition', () => {
  const can = (version: string, hosting?: Hosting) => bindEngine(sqlServer, on(version, hosting)).can;
  it.each([
    ['2022 Enterprise', true],
    ['2017 Enterprise', true],
    ['Azure SQL', true],
    ['2025 Standard', false],
    ['', false],
  ])('%s builds online and adds a default at once: %s', (version, held) => {
    expect(can(version)('onlineIndexBuild')).toBe(held);
    expect(can(version)('instantConstantDefault')).toBe(held);
  });

  it('is what the hosting says on Azure', () => {
    expect(can('2017 Standard', azureSqlDatabase)('onlineIndexBuild')).toBe(true);
  });

  it('decides what a NOT NULL column with a default costs', () => {
    const work = (version: string, type: string, value: string) =>
      done(operations.addColumn({ table: 't', column: 'c', type, nullable: false, default: value }, on(version)))
        .scripts[0].statements[0].effect.work;
    expect(work('2022 Enterprise', 'int', '0')).toBe('catalog');
    expect(work('2022 Enterprise', 'nvarchar(max)', `N''`)).toBe('rewrite');
    expect(work('2022 Enterprise', 'uniqueidentifier', 'NEWID()')).toBe('rewrite');
    expect(work('2022 Standard', 'int', '0')).toBe('rewrite');
  });
});

it('keeps nullability and collation of a column whose type changes', () => {
  const text = forward(
    operations.changeType({ table: 'dbo.t', column: 'c', from: 'int', to: 'bigint' }, on('2022 Enterprise')),
  );
  expect(text).toMatch(/is_nullable WHEN 1 THEN N' NULL' ELSE N' NOT NULL'/);
  expect(text).not.toMatch(/COLLATE/);
  expect(text).toMatch(/WITH \(ONLINE = ON\)/);
  const string = { table: 'dbo.t', column: 'c', from: 'varchar(10)', to: 'varchar(20)' };
  expect(forward(operations.changeType(string, on('2022 Standard')))).toMatch(/COLLATE ' \+ collation_name/);
  expect(forward(operations.changeType(string, on('2022 Standard')))).not.toMatch(/ONLINE/);
});

it('takes the default away before its column, whatever it is called', () => {
  expect(forward(operations.dropColumn({ table: 'dbo.t', column: 'c' }, on('2022 Standard')))).toMatch(
    /sys\.default_constraints[\s\S]*DROP COLUMN c$/,
  );
});

it('keeps batches below the number of locks that become one on the table', () => {
  const outcome = done(
    operations.backfill({ table: 't', key: 'id', column: 'c', expression: '1', batchSize: 5000 }, on('2022 Standard')),
  );
  expect(outcome.scripts[0].statements[0].repeat).toMatchObject({ size: 4000, bounds: { from: '$(from)' } });
});

it('says of a trigger that it fills only after the row was checked', () => {
  const { scripts } = done(
    operations.startSync({ name: 's', table: 't', pairs: [{ from: 'a', to: 'b' }], key: 'id' }, on('2022 Standard')),
  );
  expect(statementsOf(scripts).flatMap(({ deltas }) => deltas)).toMatchObject([
    { kind: 'start-sync', sync: { late: true } },
  ]);
});

it.each([
  ['orders', 'orders'],
  ['Order', '[Order]'],
  ['order details', '[order details]'],
  ['a]b', '[a]]b]'],
  ['[as it is]', '[as it is]'],
  ['<column>', '<column>'],
])('writes the name %s as %s', (typed, written) => expect(quoteName(typed)).toBe(written));

it('keeps a dot inside brackets', () => expect(quoteTable('dbo.[a.b]')).toBe('dbo.[a.b]'));

it.each([
  ['orders', undefined],
  ['dbo.orders', undefined],
  ['[user]', undefined],
  ['user', /brackets/],
  ['', /Enter a name/],
  ['dbo.', /both sides/],
  ['x'.repeat(129), /128/],
])('judges the name %s', (name, says) => {
  const problem = checkName(name)?.message;
  if (says === undefined) expect(problem).toBeUndefined();
  else expect(problem).toMatch(says);
});

it.each([
  ['0', 'constant'],
  [`N'new'`, 'constant'],
  ['GETUTCDATE()', 'stable'],
  ['SYSDATETIME()', 'stable'],
  ['NEWID()', 'volatile'],
  ['NEXT VALUE FOR dbo.numbers', 'volatile'],
  ['dbo.mine()', 'unconfirmed'],
  ['<default>', 'unconfirmed'],
])('takes %s as %s', (expression, kind) => expect(defaultKind(expression)).toBe(kind));

it.each([
  ['int', 'bigint', 'rewrite', true],
  ['bigint', 'int', 'rewrite', false],
  ['varchar(10)', 'varchar(20)', 'unconfirmed', true],
  ['varchar(20)', 'varchar(10)', 'rewrite', false],
  ['varchar(20)', 'varchar(max)', 'rewrite', true],
  ['varchar(20)', 'nvarchar(20)', 'rewrite', true],
  ['decimal(10, 2)', 'numeric(12, 2)', 'rewrite', true],
  ['decimal(10, 2)', 'decimal(12, 0)', 'rewrite', false],
  ['int', 'int', 'catalog', true],
  ['dbo.mine', 'int', 'unconfirmed', false],
])('changes %s to %s: %s, widens %s', (from, to, work, widens) =>
  expect(typeChange(from, to)).toMatchObject({ work, widens }),
);

it('names a missing size as the server reads it', () => {
  expect(typeChange('int', 'bigint').greatest).toBe(2_147_483_647);
  expect(typeChange('bigint', 'int').greatest).toBeUndefined();
});
