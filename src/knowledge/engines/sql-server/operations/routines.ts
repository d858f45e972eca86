import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Cannot, Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual, pages } from '../manual.ts';
import { withoutEnd } from '../names.ts';
import { objectId, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';

type Args = OperationArguments['replaceRoutine'];

const page = {
  view: pages.view,
  function: 't-sql/statements/create-function-transact-sql',
  trigger: pages.trigger,
} as const;

/** `CREATE` and `ALTER` become `CREATE OR ALTER`, which keeps the rights; a bare query becomes a view. */
function replacing({ kind, name }: Args, definition: string): string {
  const text = withoutEnd(definition);
  if (kind === 'view' && /^(?:select|with)\b/i.test(text))
    return `CREATE OR ALTER VIEW ${quoteTable(name)} AS\n${text}`;
  return text.replace(/^(?:create(?:\s+or\s+alter)?|alter)\s+(?=view|func|trigger|proc)/i, 'CREATE OR ALTER ');
}

const locksOf = ({ kind, name, table }: Args) =>
  kind === 'trigger' ? (table === undefined ? {} : ({ [table]: 'Sch-M' } as const)) : ({ [name]: 'Sch-M' } as const);

const put = (args: Args, definition: string): Script =>
  short(
    statement(replacing(args, definition), {
      locks: locksOf(args),
      page: page[args.kind],
      remark: 'alone in its batch; run with -I, because QUOTED_IDENTIFIER is stored with it',
    }),
  );

/** Puts a new definition in place of the one that runs. */
export function replaceRoutine(args: Args, _situation: Situation): Outcome {
  const { kind, name, definition, was } = args;
  const save = plainly(
    reading(`SELECT OBJECT_DEFINITION(${objectId(name)}) AS definition`, {
      source: inManual('t-sql/functions/object-definition-transact-sql'),
      remark: 'keep the answer: it is the way back. NULL: encrypted, or not yours to see; then find its source first',
    }),
  );
  const saved = short(
    statement('<the definition that was saved before, as CREATE OR ALTER>', {
      language: 'text',
      locks: locksOf(args),
      page: page[kind],
    }),
  );
  return performed({
    does: words`Replace the ${kind} ${code(name)}; its rights stay`,
    scripts: was === undefined ? [save, put(args, definition)] : [put(args, definition)],
    worked: words`${code('OBJECT_DEFINITION')} is the reviewed one; a call through the application gives what was expected${kind === 'view' ? words`; views over it are refreshed with ${code('sp_refreshview')}` : ''}`,
    undo: back([was === undefined ? saved : put(args, was)], {
      note:
        kind === 'view'
          ? words`An indexed view loses its indexes with each ${code('ALTER')}: they are built again.`
          : words`What the new ${kind} has written meanwhile stays.`,
    }),
  });
}

const noExtensions = (extension: string): Cannot => ({
  kind: 'cannot',
  because: words`SQL Server has no extensions such as ${code(extension)}`,
  instead: words`An assembly (${code('CREATE ASSEMBLY')}), a feature of the setup or a database option takes its place: plan that as the change`,
});

export const createExtension = ({ extension }: OperationArguments['createExtension'], _situation: Situation): Cannot =>
  noExtensions(extension);
export const updateExtension = ({ extension }: OperationArguments['updateExtension'], _situation: Situation): Cannot =>
  noExtensions(extension);
