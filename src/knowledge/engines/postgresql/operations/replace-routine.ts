import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { withoutEnd } from '../names.ts';
import type { LockMode } from '../observe/index.ts';
import { bareName, quoteName, quoteTable, regclass, sqlString } from '../quote.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';
import { atLeast } from '../versions.ts';

type Args = OperationArguments['replaceRoutine'];

const pages = { view: 'sql-createview', function: 'sql-createfunction', trigger: 'sql-createtrigger' } as const;

/** `CREATE` becomes `CREATE OR REPLACE`; a bare query becomes a view. */
function replacing(kind: Args['kind'], name: string, definition: string): string {
  const text = withoutEnd(definition);
  if (kind === 'view' && /^(?:select|with|values|table)\b/i.test(text))
    return `CREATE OR REPLACE VIEW ${quoteTable(name)} AS\n${text}`;
  return text.replace(/^create\s+(?!or\s+replace\b)/i, 'CREATE OR REPLACE ');
}

const locksOf = ({ kind, name, table }: Args, mode: LockMode): Readonly<Record<string, LockMode>> => {
  if (kind === 'function') return {};
  if (kind === 'trigger') return table === undefined ? {} : { [table]: mode };
  return { [name]: 'ACCESS EXCLUSIVE', ...(table === undefined ? {} : { [table]: 'ACCESS SHARE' }) };
};

/** Before 14 a trigger cannot be replaced, so it goes and comes in one transaction: nobody writes between. */
function put(args: Args, definition: string, situation: Situation): Script {
  const { kind, name, table } = args;
  const drops = kind === 'trigger' && !atLeast('14', situation);
  const text = drops
    ? withoutEnd(definition).replace(/^create\s+or\s+replace\s+/i, 'CREATE ')
    : replacing(kind, name, definition);
  const create = statement(text, {
    locks: locksOf(args, 'SHARE ROW EXCLUSIVE'),
    page: pages[kind],
    ...(kind === 'view'
      ? { remark: 'columns may be added at the end; one that goes, moves or changes its type makes PostgreSQL refuse' }
      : {}),
  });
  if (!drops) return short(create);
  const drop = statement(`DROP TRIGGER IF EXISTS ${quoteName(bareName(name))} ON ${quoteTable(table ?? '<table>')}`, {
    locks: locksOf(args, 'ACCESS EXCLUSIVE'),
    page: 'sql-droptrigger',
  });
  return short(drop, create);
}

/** Before 16 a view is locked as its tables are while its definition is printed. */
const printing = ({ kind, name, table }: Args, situation: Situation): Readonly<Record<string, LockMode>> =>
  kind === 'view'
    ? {
        ...(table === undefined ? {} : { [table]: 'ACCESS SHARE' }),
        ...(atLeast('16', situation) ? {} : { [name]: 'ACCESS SHARE' }),
      }
    : {};

function save(args: Args, situation: Situation): Statement {
  const { kind, name, table } = args;
  const query = {
    view: `SELECT pg_get_viewdef(${regclass(name)}, true)`,
    function: `SELECT pg_get_functiondef(${name.includes('(') ? `${sqlString(name)}::regprocedure` : `${sqlString(quoteTable(name))}::regproc`})`,
    trigger: `SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = ${sqlString(bareName(name))}${table === undefined ? '' : ` AND tgrelid = ${regclass(table)}`}`,
  }[kind];
  return statement(query, {
    locks: printing(args, situation),
    work: 'none',
    page: 'functions-info#FUNCTIONS-INFO-CATALOG',
    remark: 'keep the answer: it is the way back',
  });
}

const saved = (args: Args): Script =>
  short(
    statement('<the definition that was saved before>', {
      language: 'text',
      locks: locksOf(args, 'ACCESS EXCLUSIVE'),
      page: pages[args.kind],
    }),
  );

/** Puts a new definition in place of the one that runs. */
export function replaceRoutine(args: Args, situation: Situation): Outcome {
  const { kind, name, definition, was } = args;
  const change = put(args, definition, situation);
  return performed({
    does: words`Replace the ${kind} ${code(name)}`,
    scripts: was === undefined ? [plainly(save(args, situation)), change] : [change],
    worked: words`its definition on every node is the reviewed one; a call through the application gives what was expected`,
    undo: back([was === undefined ? saved(args) : put(args, was, situation)], {
      note:
        kind === 'view'
          ? words`If the new definition has added columns, PostgreSQL refuses to take them away: drop the view and create it again in one transaction, then grant its rights again.`
          : words`What the new ${kind} has written meanwhile stays.`,
    }),
  });
}
