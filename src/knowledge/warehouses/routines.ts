import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import type { Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { cannot } from './absent.ts';
import type { Dialect } from './dialect.ts';
import { alone, back, performed, plainly } from './statement.ts';

/** Views, functions and rights: what stands beside the tables. */
export const routinesIn = (dialect: Dialect) => {
  const { name: engine, quoting } = dialect;

  const put = ({ kind, name }: OperationArguments['replaceRoutine'], definition: string): Script => {
    const query = /^\s*(?:select|with)\b/i.test(definition) && kind === 'view';
    const text = definition.trim().replace(/;\s*$/, '');
    return plainly(
      alone(dialect, query ? `${dialect.view(quoting.table(name))} AS\n${text}` : text, {
        table: name,
        claim: 'views',
        work: 'catalog',
      }),
    );
  };

  const replaceRoutine: Operations<Situation>['replaceRoutine'] = (args) => {
    const { kind, name, definition, was } = args;
    if (kind === 'trigger')
      return cannot(
        words`${engine} has no triggers`,
        words`Change ${code(name)} where it runs: in the load, the scheduled query or the task that writes.`,
      );
    return performed({
      does: words`Replace the ${kind} ${code(name)} in one statement${was === undefined ? ', after its definition was printed and kept' : ''}`,
      scripts: [put(args, definition)],
      worked: words`its definition is the reviewed one, and a read of it gives what was expected`,
      undo: back([
        put(args, was ?? `<CREATE OR REPLACE ${kind.toUpperCase()} ${quoting.bare(name)}, as printed before>`),
      ]),
    });
  };

  const revokeAccess: Operations<Situation>['revokeAccess'] = ({ table, role }) => {
    const run = (text: string) => plainly(alone(dialect, text, { table, claim: 'rights', work: 'catalog' }));
    return performed({
      does: words`Take ${code(table)} away from ${code(role)}`,
      scripts: [run(dialect.revoke(quoting.table(table), role))],
      worked: words`a read of ${code(table)} as ${code(role)} is refused, and nobody misses it`,
      undo: back([run(dialect.grant(quoting.table(table), role))], {
        note: words`Give back the rights that were noted before, if they were others.`,
      }),
    });
  };

  return { replaceRoutine, revokeAccess };
};
