import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import type { Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { withoutEnd } from '../names.ts';
import { bareName, quoteTable } from '../quote.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';

type Args = OperationArguments['replaceRoutine'];

const topics = { view: 'views', function: 'routines', trigger: 'triggers' } as const;

/** `CREATE` becomes `CREATE OR REPLACE`; a bare query becomes a view. */
function replacing(kind: Args['kind'], name: string, definition: string): string {
  const text = withoutEnd(definition);
  if (kind === 'view' && /^(?:select|with|values|table)\b/i.test(text))
    return `CREATE OR REPLACE VIEW ${quoteTable(name)} AS\n${text}`;
  return text.replace(/^create\s+(?!or\s+replace\b)/i, 'CREATE OR REPLACE ');
}

const word = (text: string, kind: Args['kind']): string =>
  kind === 'function' && /^create\s+(?:or\s+replace\s+)?(?:definer\s*=\s*\S+\s+)?procedure\b/i.test(text.trim())
    ? 'PROCEDURE'
    : kind.toUpperCase();

/** Where it cannot be replaced it goes and comes; for a trigger writers wait between, for a function callers meet a moment without it. */
function put(family: Family, args: Args, definition: string): Script {
  const { kind, name, table } = args;
  const source = family.source(topics[kind]);
  const on = table ?? '<table>';
  const locks =
    kind === 'trigger' ? { [on]: 'EXCLUSIVE' as const } : kind === 'view' ? { [name]: 'EXCLUSIVE' as const } : {};
  if (kind === 'view' || family.replacesRoutines)
    return short(statement(replacing(kind, name, definition), { locks, source }));
  const plain = withoutEnd(definition).replace(/^create\s+or\s+replace\s+/i, 'CREATE ');
  const drop = statement(`DROP ${word(plain, kind)} IF EXISTS ${quoteTable(name)}`, { locks, source });
  const create = statement(plain, { locks, source });
  if (kind === 'function') return short(drop, create);
  const hold = (text: string, remark?: string): Statement =>
    statement(text, { locks, work: 'none', source, ...(remark === undefined ? {} : { remark }) });
  return short(
    hold(`LOCK TABLES ${quoteTable(on)} WRITE`, 'so that no row is written between the two'),
    drop,
    create,
    hold('UNLOCK TABLES'),
  );
}

const save = (family: Family, { kind, name, definition }: Args): Statement =>
  statement(`SHOW CREATE ${word(definition, kind)} ${quoteTable(name)}`, {
    work: 'none',
    source: family.source(topics[kind]),
    remark: 'keep the answer, with the sql_mode beside it: it is the way back',
  });

const saved = (family: Family, { kind }: Args): Script =>
  short(statement('<the definition that was saved before>', { language: 'text', source: family.source(topics[kind]) }));

/** Puts a new definition in place of the one that runs. */
export const replaceRoutine =
  (family: Family): Operations<Situation>['replaceRoutine'] =>
  (args) => {
    const { kind, name, definition, was } = args;
    const change = put(family, args, definition);
    const gap = kind === 'function' && !family.replacesRoutines;
    return performed({
      does: words`Replace the ${kind} ${code(name)}${gap ? ': for a moment it is not there, and a call fails (1305)' : ''}`,
      scripts: was === undefined ? [plainly(save(family, args)), change] : [change],
      worked: words`its definition on every node is the reviewed one, with the ${code('DEFINER')} and ${code('sql_mode')} that it had; a call through the application gives what was expected`,
      undo: back([was === undefined ? saved(family, args) : put(family, args, was)], {
        note: words`What the new ${kind} ${code(bareName(name))} has written meanwhile stays. Where the new definition is missing because its creation failed, this brings the old one.`,
      }),
    });
  };
