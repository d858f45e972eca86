import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Cannot, Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual, pages } from '../manual.ts';
import { withoutEnd } from '../names.ts';
import { dictionaryName, ownerOf, quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';

type Args = OperationArguments['replaceRoutine'];

const page = {
  view: pages.createView,
  function: 'lnpls/CREATE-FUNCTION-statement.html',
  trigger: pages.createTrigger,
} as const;

/** `CREATE` becomes `CREATE OR REPLACE`, which keeps the grants; a bare query becomes a view. */
function replacing({ kind, name }: Args, definition: string): string {
  const text = withoutEnd(definition);
  if (kind !== 'view') return text.replace(/^create(?:\s+or\s+replace)?\s+/i, 'CREATE OR REPLACE ');
  const query = text.replace(/;\s*$/, '');
  return /^(?:select|with)\b/i.test(query)
    ? `CREATE OR REPLACE VIEW ${quoteTable(name)} AS\n${query}`
    : query.replace(/^create(?:\s+or\s+replace)?\s+/i, 'CREATE OR REPLACE ');
}

const locksOf = ({ kind, name, table }: Args) =>
  kind === 'trigger'
    ? table === undefined
      ? {}
      : ({ [table]: 'exclusive DDL' } as const)
    : ({ [name]: 'exclusive DDL' } as const);

const compiled = ({ name }: Args) =>
  statement(
    `BEGIN
  FOR bad IN (SELECT line, text FROM all_errors WHERE owner = ${ownerOf(name)} AND name = ${dictionaryName(name)} ORDER BY sequence) LOOP
    RAISE_APPLICATION_ERROR(-20000, 'line ' || bad.line || ': ' || bad.text);
  END LOOP;
END;`,
    {
      work: 'none',
      page: 'refrn/ALL_ERRORS.html',
      remark: 'a text with an error is put in place all the same, and SQL*Plus goes on: this stops here',
    },
  );

const put = (args: Args, definition: string): Script =>
  short(
    statement(replacing(args, definition), {
      locks: locksOf(args),
      page: page[args.kind],
      remark: 'waits until nobody runs it (library cache pin); sessions that use it parse their statements anew',
    }),
    compiled(args),
  );

/** Puts a new definition in place of the one that runs. */
export function replaceRoutine(args: Args, _situation: Situation): Outcome {
  const { kind, name, was } = args;
  const save = plainly(
    reading(
      `SELECT DBMS_METADATA.GET_DDL(${sqlString(kind.toUpperCase())}, ${dictionaryName(name)}, ${ownerOf(name)}) AS definition FROM dual`,
      {
        source: inManual('arpls/DBMS_METADATA.html'),
        remark: 'keep the answer (SET LONG 2000000): it is the way back',
      },
    ),
  );
  const saved = short(
    statement('<the definition that was saved before, as CREATE OR REPLACE>', {
      language: 'text',
      locks: locksOf(args),
      page: page[kind],
    }),
  );
  return performed({
    does: words`Replace the ${kind} ${code(name)}; its grants stay`,
    scripts: was === undefined ? [save, put(args, args.definition)] : [put(args, args.definition)],
    worked: words`${code('user_objects')} shows ${code(name)} as ${code('VALID')}, and nothing else as ${code('INVALID')} that was valid before; a call through the application gives what was expected. A session that kept the state of a package gets ${code('ORA-04068')} once`,
    undo: back([was === undefined ? saved : put(args, was)], {
      note: words`What the new ${kind} has written meanwhile stays. In a schema enabled for editions the former one stays beside it in its own edition.`,
    }),
  });
}

const noExtensions = (extension: string): Cannot => ({
  kind: 'cannot',
  because: words`Oracle has no extensions such as ${code(extension)}`,
  instead: words`A feature is an option that is licensed, a component that is installed with the database, or a package in a schema of its own: plan that as the change`,
});

export const createExtension = ({ extension }: OperationArguments['createExtension'], _situation: Situation): Cannot =>
  noExtensions(extension);
export const updateExtension = ({ extension }: OperationArguments['updateExtension'], _situation: Situation): Cannot =>
  noExtensions(extension);
