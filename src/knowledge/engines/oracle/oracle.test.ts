import { describe, expect, it } from 'vitest';
import type { Situation } from '#model/engine.ts';
import { bindEngine } from '#model/engine.ts';
import type { Outcome, Performed, Script } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { sampleOperations, unknownSituation } from '../../sample-arguments.ts';
import { checkName } from './check-name.ts';
import { defaultKind } from './default-kind.ts';
import { guard } from './guards.ts';
import { autonomous } from './hostings/autonomous.ts';
import { oracle } from './index.ts';
import { overRow } from './operations/row-expression.ts';
import { dictionaryName, ofTable, quoteName, quoteTable } from './quote.ts';
import { typeChange } from './type-change.ts';

const { operations } = oracle;
const on = (version: string, rest: Partial<Situation> = {}): Situation => ({ ...unknownSituation, version, ...rest });
const captured = on('19 Enterprise', { logicalReplication: true });

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

/** What stands in quotes or a comment is no code. */
const code = (text: string) => text.replaceAll(/'(?:[^']|'')*'|"[^"]*"|--[^\n]*/g, '');
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

describe.each(Object.entries(sampleOperations))('%s', (name, args) => {
  const answer = (operations as unknown as Record<string, (args: unknown, at: Situation) => Outcome>)[name];
  const situations = [unknownSituation, captured, ...oracle.versions.map(({ id }) => on(id))];
  const scripts = situations.flatMap((at) => {
    const outcome = answer?.(args, at);
    if (outcome?.kind !== 'performed') return [];
    return [...outcome.scripts, ...(outcome.undo.kind === 'statements' ? outcome.undo.scripts : [])];
  });
  const written = statementsOf(scripts).filter(({ language }) => language === 'sql');

  it('closes every quote, bracket and block', () => {
    for (const { text } of written) {
      const bare = code(text);
      expect(count(bare, /'/g), text).toBe(0);
      expect(count(bare, /\(/g), text).toBe(count(bare, /\)/g));
      expect(count(bare, /\b(?:BEGIN|LOOP(?!;)|(?<!END )IF(?!;)|(?<!END )CASE)\b/g), text).toBe(
        count(bare, /\bEND\b/g),
      );
    }
  });

  it('ends a block as PL/SQL does, and leaves the end of a statement and the slash to the file', () => {
    for (const { text } of written) {
      const block = /^(?:BEGIN|DECLARE|CREATE OR REPLACE TRIGGER)\b/.test(text);
      expect(text.trimEnd().endsWith(';'), text).toBe(block);
      expect(/^\s*\/\s*$/m.test(text), text).toBe(false);
    }
  });

  it('promises no transaction, and limits the wait for what holds writers up', () => {
    expect(scripts.filter(({ transaction }) => transaction === 'one')).toEqual([]);
    const strong = scripts.filter(({ statements }) => statements.some(({ effect }) => effect.blocks === 'writes'));
    expect(strong.filter(({ guard: kind }) => kind !== 'short-lock')).toEqual([]);
  });

  it('says ONLINE in Enterprise Edition only', () => {
    const outcome = answer?.(args, on('19 Standard'));
    const all = outcome?.kind === 'performed' ? statementsOf(outcome.scripts) : [];
    expect(all.filter(({ text }) => /\bONLINE\b/.test(text))).toEqual([]);
  });

  it('claims nothing measured', () => {
    expect(statementsOf(scripts).filter(({ source }) => source.kind === 'measured')).toEqual([]);
  });
});

describe('an edition', () => {
  const can = (at: Situation) => bindEngine(oracle, at).can;
  it.each([
    ['19 Enterprise', true],
    ['23 Enterprise', true],
    ['23 Standard', false],
    ['', false],
  ])('%s builds indexes beside writers: %s', (version, held) =>
    expect(can(on(version))('onlineIndexBuild')).toBe(held),
  );

  it('is Enterprise in Autonomous Database, whatever was given', () => {
    expect(can(on('19 Standard', { hosting: autonomous }))('onlineIndexBuild')).toBe(true);
  });
});

describe('a trigger', () => {
  const sync = { name: 'orders_sync', table: 'shop.orders', pairs: [{ from: 'status', to: 'state' }] } as const;
  const outcome = done(operations.startSync(sync, on('19 Enterprise')));
  const [made, looked, enabled, ...rest] = statementsOf(outcome.scripts);

  it('is made disabled, looked at, then enabled', () => {
    expect(made?.text).toMatch(/^CREATE OR REPLACE TRIGGER shop\.orders_sync\n.*FOR EACH ROW DISABLE/);
    expect(looked?.text).toMatch(/all_errors WHERE owner = 'SHOP' AND type = 'TRIGGER' AND name = 'ORDERS_SYNC'/);
    expect(enabled?.text).toBe('ALTER TRIGGER shop.orders_sync ENABLE');
    expect(rest).toEqual([]);
  });

  it('is not made anew by a way back that is cut short, which would disable it', () => {
    expect(made?.deltas).toMatchObject([{ kind: 'start-sync' }]);
    expect(enabled?.deltas).toEqual([]);
  });

  it('runs before the row is checked: it may fill a column that is NOT NULL', () => {
    expect(made?.text).toMatch(/\nBEFORE INSERT OR UPDATE ON/);
    expect(made?.deltas).not.toMatchObject([{ sync: { late: true } }]);
  });

  it('asks nothing of NULL by NOT or <> alone', () => {
    expect(made?.text).not.toMatch(/\bNOT \(/);
    expect(made?.text).toMatch(/:NEW\.state <> :OLD\.state OR :NEW\.state IS NULL AND :OLD\.state IS NOT NULL/);
  });

  it.each([
    ['LOWER(status)', 'LOWER(:NEW.status)'],
    [`status || '-status'`, `:NEW.status || '-status'`],
    ['CAST(amount AS NUMBER(10))', 'CAST(:NEW.amount AS NUMBER(10))'],
    [`CASE WHEN a IS NULL THEN 'x' END`, `CASE WHEN :NEW.a IS NULL THEN 'x' END`],
    ['pkg.f("Mixed")', 'pkg.f(:NEW."Mixed")'],
    [`TO_DATE(d, 'YYYY') + SYSDATE`, `TO_DATE(:NEW.d, 'YYYY') + SYSDATE`],
  ])('sees %s as %s', (expression, seen) => expect(overRow(expression)).toBe(seen));
});

it('sets NOT NULL for new rows first, then proves it, and says where the proof holds writers up', () => {
  const args = { table: 'orders', column: 'state', proof: 'orders_state_nn' };
  const [added, proved] = statementsOf(done(operations.setNotNull(args, on('19 Standard'))).scripts);
  expect(added?.text).toBe('ALTER TABLE orders MODIFY (state CONSTRAINT orders_state_nn NOT NULL ENABLE NOVALIDATE)');
  expect(proved?.text).toBe('ALTER TABLE orders MODIFY CONSTRAINT orders_state_nn ENABLE VALIDATE');
  expect(proved?.effect.blocks).toBe('nothing');
  const [, held] = done(operations.setNotNull(args, captured)).scripts;
  expect(held).toMatchObject({ guard: 'short-lock', statements: [{ effect: { blocks: 'writes' } }] });
  expect(bindEngine(oracle, captured).can('notNullFromProof')).toBe(false);
});

it('lets writers go on beside a new column and an unproved constraint, unless changes are captured before 23ai', () => {
  const blocks = (at: Situation) =>
    [
      operations.addColumn({ table: 't', column: 'c', type: 'DATE', nullable: true }, at),
      operations.addCheck({ table: 't', constraint: 'k', expression: 'a > 0' }, at),
    ].map((outcome) => done(outcome).scripts[0].statements[0].effect.blocks);
  expect(blocks(on('19 Standard'))).toEqual(['schema changes', 'schema changes']);
  expect(blocks(captured)).toEqual(['writes', 'writes']);
  expect(blocks({ ...captured, version: '23 Enterprise' })).toEqual(['schema changes', 'schema changes']);
});

it('locks the rows of a range before it writes them, and passes by what others hold', () => {
  const loop = forward(
    operations.backfill({ table: 't', key: 'id', column: 'b', expression: 'a', batchSize: 500 }, on('19 Standard')),
  );
  expect(loop).toMatch(
    /DECODE\(b, a, 0, 1\) = 1 FOR UPDATE SKIP LOCKED;\n[\s\S]*UPDATE t SET b = a WHERE ROWID = ids\(i\);[\s\S]*COMMIT;/,
  );
});

it('drops a key but not the index that was there before it', () => {
  const { undo } = done(
    operations.attachPrimaryKey({ table: 't', constraint: 'k', index: 'i', columns: ['a'] }, on('19 Enterprise')),
  );
  expect(undo.kind === 'statements' && texts(undo.scripts)).toBe('ALTER TABLE t DROP CONSTRAINT k KEEP INDEX');
});

it('puts a default before NOT NULL, and refuses NOT NULL without one', () => {
  const args = { table: 't', column: 'c', type: 'NUMBER(1)', nullable: false };
  expect(forward(operations.addColumn({ ...args, default: '0' }, on('19 Standard')))).toBe(
    'ALTER TABLE t ADD (c NUMBER(1) DEFAULT 0 NOT NULL)',
  );
  expect(operations.addColumn(args, on('19 Standard')).kind).toBe('cannot');
});

it('puts no view under an old name, because the rename commits before it', () => {
  const args = { from: 'a', to: 'b', compatibilityView: true };
  expect(operations.renameTable(args, on('19 Enterprise')).kind).toBe('cannot');
  expect(bindEngine(oracle, on('23 Enterprise')).can('compatibilityViews')).toBe(false);
});

it('waits two seconds for the lock of a schema change, and stops at the first error', () => {
  const [lines = ''] = guard('short-lock').lines;
  expect(lines.split('\n')).toEqual([
    'WHENEVER OSERROR EXIT FAILURE ROLLBACK',
    'WHENEVER SQLERROR EXIT FAILURE ROLLBACK',
    expect.stringContaining('SET DEFINE OFF'),
    'ALTER SESSION SET DDL_LOCK_TIMEOUT = 2;',
  ]);
});

it('shows one column by two names in two editions, without a trigger or a copy', () => {
  const way = bindEngine(oracle, on('19 Standard')).twoNames({ table: 'shop.orders', from: 'status', to: 'state' });
  const all = way?.parts.flatMap(({ statements }) => statements.map(({ text }) => text)).join('\n');
  expect(all).toMatch(/CREATE OR REPLACE EDITIONING VIEW shop\.orders AS SELECT status AS state, /);
  expect(all).toMatch(/DROP EDITION state_edition CASCADE$/);
  expect(all).not.toMatch(/TRIGGER|UPDATE/);
});

it.each([
  ['orders', 'orders'],
  ['Orders', 'Orders'],
  ['order', '"order"'],
  ['order details', '"order details"'],
  ['"As It Is"', '"As It Is"'],
  ['<column>', '<column>'],
])('writes the name %s as %s', (typed, written) => expect(quoteName(typed)).toBe(written));

it('keeps a dot inside quotes, and finds names as the dictionary has them', () => {
  expect(quoteTable('shop."a.b"')).toBe('shop."a.b"');
  expect(dictionaryName('shop.Orders')).toBe(`'ORDERS'`);
  expect(dictionaryName('"Mixed"')).toBe(`'Mixed'`);
  expect(ofTable('orders')).toBe(`owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'ORDERS'`);
});

it.each([
  ['orders', undefined],
  ['shop.orders', undefined],
  ['"number"', undefined],
  ['number', /quotes/],
  ['', /Enter a name/],
  ['shop.', /both sides/],
  ['a"b', /double quote/],
  ['x'.repeat(129), /128 bytes/],
  ['ä'.repeat(65), /it has 130/],
])('judges the name %s', (name, says) => {
  const problem = checkName(name)?.message;
  if (says === undefined) expect(problem).toBeUndefined();
  else expect(problem).toMatch(says);
});

it.each([
  ['0', 'constant'],
  [`'new'`, 'constant'],
  [`DATE '2026-01-01'`, 'constant'],
  ['SYSTIMESTAMP', 'stable'],
  ['SYS_GUID()', 'volatile'],
  ['shop.numbers.NEXTVAL', 'volatile'],
  ['shop.mine()', 'unconfirmed'],
  ['<default>', 'unconfirmed'],
])('takes %s as %s', (expression, kind) => expect(defaultKind(expression)).toBe(kind));

it.each([
  ['VARCHAR2(10)', 'VARCHAR2(20)', 'catalog', true],
  ['VARCHAR2(10 CHAR)', 'VARCHAR2(20 BYTE)', 'unconfirmed', false],
  ['VARCHAR2(20)', 'VARCHAR2(10)', 'rewrite', false],
  ['CHAR(10)', 'CHAR(20)', 'rewrite', true],
  ['NUMBER(9)', 'NUMBER(12)', 'catalog', true],
  ['NUMBER(12, 2)', 'NUMBER(12, 4)', 'rewrite', false],
  ['NUMBER(12, 2)', 'NUMBER', 'catalog', true],
  ['INTEGER', 'NUMBER(38)', 'catalog', true],
  ['DATE', 'TIMESTAMP', 'unconfirmed', true],
  ['TIMESTAMP(3)', 'TIMESTAMP(6)', 'unconfirmed', true],
  ['NUMBER(9)', 'VARCHAR2(9)', 'unconfirmed', false],
  ['shop.mine', 'NUMBER', 'unconfirmed', false],
])('changes %s to %s: %s, widens %s', (from, to, work, widens) =>
  expect(typeChange(from, to)).toMatchObject({ work, widens }),
);

it('knows where whole numbers end', () => {
  expect(typeChange('NUMBER(9)', 'NUMBER(18)').greatest).toBe(999_999_999);
  expect(typeChange('NUMBER', 'NUMBER(9)').greatest).toBeUndefined();
});
