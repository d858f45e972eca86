import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { beside, comes, withoutEnd } from '../names.ts';
import { regclass } from '../quote.ts';
import { back, measure, performed, plainly, statement, unhurried } from '../statement.ts';
import { build, dropConcurrently } from './index-statements.ts';

const head = /^create\s+(unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?/i;

const savedName = 'the definition that was saved before the drop, with CONCURRENTLY after INDEX';

/** Builds from `CREATE INDEX …` as the catalog prints it, beside the traffic. Without a definition the one that was saved is the statement. */
function buildAgain({ table, index, definition }: OperationArguments['dropIndex']): Script {
  if (definition === undefined)
    return unhurried(
      statement(`<${savedName}>`, {
        language: 'text',
        locks: { [table]: 'SHARE UPDATE EXCLUSIVE' },
        work: 'index build',
        transaction: 'outside',
        page: 'sql-createindex#SQL-CREATEINDEX-CONCURRENTLY',
        deltas: [comes('index', index)],
      }),
    );
  const text = withoutEnd(definition);
  return unhurried(build(table, index, text.replace(head, ''), /^create\s+unique/i.test(text)));
}

/** Takes an index away while reads and writes go on. The way back builds it anew, with all the time that takes. */
export function dropIndex(args: OperationArguments['dropIndex'], _situation: Situation): Outcome {
  const { table, index, definition, unique = false } = args;
  const save = plainly(
    statement(`SELECT pg_get_indexdef(${regclass(beside(table, index))})`, {
      work: 'none',
      page: 'functions-info#FUNCTIONS-INFO-CATALOG',
      remark: 'keep the answer: the way back needs it',
    }),
  );
  const drop = unhurried(dropConcurrently(table, index));
  return performed({
    does: words`Drop the index ${code(index)} of ${code(table)}, concurrently`,
    scripts: definition === undefined ? [save, drop] : [drop],
    worked: words`${code(index)} is not listed; the slowest reads stay where they were`,
    undo: back([buildAgain(args)], {
      minutes: measure(words`building ${code(index)} on a copy with production's size`),
      ...(unique
        ? {
            note: words`Until it stands again nothing keeps duplicates out; if some have come in, the build names one, and they must go first.`,
          }
        : {}),
    }),
  });
}
