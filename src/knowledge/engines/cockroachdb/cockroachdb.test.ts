import { describe, expect, it } from 'vitest';
import type { Situation } from '#model/engine.ts';
import { bindEngine } from '#model/engine.ts';
import type { Outcome, Performed, Script } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { sampleOperations, sampleQueries, unknownSituation } from '../../sample-arguments.ts';
import { checkName } from './check-name.ts';
import { defaultKind } from './default-kind.ts';
import { cockroachdb } from './index.ts';
import { quoteName, quoteTable } from './quote.ts';
import { typeChange } from './type-change.ts';

const { operations, queries } = cockroachdb;
const on = (version: string): Situation => ({ ...unknownSituation, version });
const newest = on('26.2');

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
const backward = (outcome: Outcome): string => {
  const { undo } = done(outcome);
  return undo.kind === 'statements' ? texts(undo.scripts) : undo.kind;
};

type Asked = Record<string, (args: unknown, at: Situation) => Outcome>;
const everyScript = Object.entries(sampleOperations).flatMap(([name, args]) =>
  [unknownSituation, ...cockroachdb.versions.map(({ id }) => on(id))].flatMap((at) => {
    const outcome = (operations as unknown as Asked)[name]?.(args, at);
    if (outcome?.kind !== 'performed') return [];
    return [...outcome.scripts, ...(outcome.undo.kind === 'statements' ? outcome.undo.scripts : [])];
  }),
);

const changesSchema = /^(?:ALTER|CREATE|DROP|GRANT|REVOKE)\b/;

it('runs each schema change alone, as a job and never in a transaction', () => {
  for (const script of everyScript) {
    const changing = script.statements.filter(({ text }) => changesSchema.test(text));
    if (changing.length === 0) continue;
    expect(script.transaction).toBe('none');
    expect(changing).toHaveLength(1);
    expect(changing[0]?.effect.transaction).toBe('outside');
  }
});

it('locks no table, and claims nothing as measured', () => {
  const statements = [
    ...statementsOf(everyScript),
    ...Object.entries(sampleQueries).flatMap(
      ([name, args]) =>
        (queries as unknown as Record<string, (a: unknown, s: Situation) => never>)[name]?.(args, newest) ?? [],
    ),
  ];
  expect(statements.filter(({ effect }) => effect.locks.length > 0)).toEqual([]);
  expect(statements.filter(({ source }) => source.kind === 'measured')).toEqual([]);
});

describe('the primary key', () => {
  const { changeKey } = bindEngine(cockroachdb, newest);
  const changed = (was?: readonly string[]) =>
    changeKey?.({ table: 'events', columns: ['tenant_id', 'id'], ...(was === undefined ? {} : { was }) });

  it('changes in one step, and the same statement leads back', () => {
    const outcome = changed(['id']);
    if (!outcome) throw new Error('Cannot change a key with `undefined`, expected an operation.');
    expect(forward(outcome)).toContain('ALTER TABLE events ALTER PRIMARY KEY USING COLUMNS (tenant_id, id)');
    expect(backward(outcome)).toContain('ALTER TABLE events ALTER PRIMARY KEY USING COLUMNS (id)');
    expect(backward(outcome)).toContain('DROP INDEX IF EXISTS events@events_tenant_id_id_key');
    expect(backward(outcome)).not.toContain('CASCADE');
  });

  it('leaves a place for the old key where it was not said', () => {
    const outcome = changed();
    if (!outcome) throw new Error('Cannot change a key with `undefined`, expected an operation.');
    expect(backward(outcome)).toContain('USING COLUMNS (<columns of the key today>)');
  });

  it('is not changed to what it is', () => {
    expect(changed(['tenant_id', 'id'])?.kind).toBe('cannot');
  });

  it('is not dropped before another is there', () => {
    const drop = (constraint: string, definition: string) =>
      operations.dropConstraint({ table: 't', constraint, definition }, newest).kind;
    expect([drop('t_pkey', ''), drop('key', 'PRIMARY KEY (id)'), drop('t_known', 'CHECK (a > 0)')]).toEqual([
      'cannot',
      'cannot',
      'performed',
    ]);
  });
});

it('keeps columns equal by a trigger since 24.3, and plans on it only where it is no preview', () => {
  const kinds = ['24.1', '24.3', '26.1', '26.2'].map((version) => [
    operations.startSync({ name: 's', table: 't', pairs: [{ from: 'a', to: 'b' }] }, on(version)).kind,
    bindEngine(cockroachdb, on(version)).can('columnSync'),
  ]);
  expect(kinds).toEqual([
    ['cannot', false],
    ['performed', false],
    ['performed', false],
    ['performed', true],
  ]);
});

it('reads OLD and NEW in brackets and sets NEW without', () => {
  const text = forward(operations.startSync({ name: 's', table: 't', pairs: [{ from: 'a', to: 'b' }] }, newest));
  expect(text).toContain('(NEW).b IS DISTINCT FROM (OLD).b');
  expect(text).toContain('NEW.b := (NEW).a;');
});

it('changes a type behind the setting of the preview up to 25.1, and says that writes may be rejected', () => {
  const change = (version: string) =>
    done(operations.changeType({ table: 't', column: 'a', from: 'INT4', to: 'INT8' }, on(version)));
  expect(texts(change('24.3').scripts)).toContain('enable_experimental_alter_column_type_general');
  expect(statementsOf(change('24.3').scripts).map(({ effect }) => effect.blocks)).toContain('writes');
  expect(texts(change('25.2').scripts)).toBe('ALTER TABLE t ALTER COLUMN a SET DATA TYPE INT8');
});

it('takes INT for eight bytes', () => {
  expect(typeChange('INT', 'INT8').work).toBe('catalog');
  expect(typeChange('INT', 'INT8').greatest).toBeUndefined();
  expect(typeChange('INT4', 'INT8')).toMatchObject({ work: 'rewrite', widens: true, greatest: 2_147_483_647 });
  expect(typeChange('STRING', 'STRING(20)').widens).toBe(false);
});

it('fills no new column from a sequence', () => {
  const add = (type: string, value?: string) =>
    operations.addColumn(
      { table: 't', column: 'c', type, nullable: true, ...(value === undefined ? {} : { default: value }) },
      newest,
    ).kind;
  expect([
    add('INT', `nextval('s')`),
    add('INT GENERATED ALWAYS AS IDENTITY'),
    add('UUID', 'gen_random_uuid()'),
  ]).toEqual(['cannot', 'cannot', 'performed']);
  expect(defaultKind('unique_rowid()')).toBe('volatile');
});

it('quotes the words that it reserves besides', () => {
  expect([quoteName('index'), quoteTable('public.family'), quoteName('orders')]).toEqual([
    '"index"',
    'public."family"',
    'orders',
  ]);
  expect(checkName('index')?.message).toContain('CockroachDB');
  expect(checkName('a'.repeat(80))).toBeUndefined();
});
