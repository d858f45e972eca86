import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { quoteTable, sqlString, bareName } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { withoutEnd } from './names.ts';

type Args = OperationArguments['replaceRoutine'];

/** A bare query becomes a view. */
const creating = ({ kind, name }: Args, definition: string): string => {
  const text = withoutEnd(definition);
  return kind === 'view' && /^(?:select|with|values)\b/i.test(text)
    ? `CREATE VIEW ${quoteTable(name)} AS\n${text}`
    : text.replace(/^create\s+or\s+replace\s+/i, 'CREATE ');
};

/** There is no OR REPLACE: it goes and comes in one transaction, so nobody meets a moment without it. */
const put = (args: Args, text: string): Script => {
  const page = args.kind === 'view' ? 'lang_createview' : 'lang_createtrigger';
  const writes = [args.table ?? args.name];
  return short(
    statement(`DROP ${args.kind === 'view' ? 'VIEW' : 'TRIGGER'} ${quoteTable(args.name)}`, { writes, page }),
    statement(text, { writes, page }),
  );
};

/** Puts a new definition in place of the one that runs. */
export function replaceRoutine(args: Args, _situation: Situation): Outcome {
  const { kind, name, definition, was } = args;
  if (kind === 'function')
    return {
      kind: 'cannot',
      because: words`functions of SQLite are code of the program that opens the file, not objects in it`,
      instead: words`Change ${code(name)} in the application and bring out a release; an index or computed column that uses it is built anew (${code('REINDEX')})`,
    };
  return performed({
    does: words`Replace the ${kind} ${code(name)}${was === undefined ? words`; print it before with ${code(`SELECT sql FROM sqlite_schema WHERE name = ${sqlString(bareName(name))}`)} and keep the answer` : ''}`,
    scripts: [put(args, creating(args, definition))],
    worked: words`its definition is the reviewed one; a ${kind === 'view' ? 'read of it' : 'write that fires it'} on a copy gives what was expected, because SQLite looks at names in it only then`,
    undo: back(
      [
        put(
          args,
          was === undefined
            ? `<CREATE ${kind.toUpperCase()} ${bareName(name)} as printed before>`
            : creating(args, was),
        ),
      ],
      kind === 'view' ? {} : { note: words`What the new ${kind} has written meanwhile stays.` },
    ),
  });
}
