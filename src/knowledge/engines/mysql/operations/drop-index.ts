import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import type { Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { comes, withoutEnd } from '../names.ts';
import { quoteTable } from '../quote.ts';
import { back, guarded, measure, performed, plainly, short, statement, unhurried } from '../statement.ts';
import { dropNamedIndex } from './index-statements.ts';

type Args = OperationArguments['dropIndex'];

/** What was typed or printed gets the clause, unless it has one. `CREATE INDEX` takes it without a comma. */
function withClause(definition: string, clause: string): string {
  const text = withoutEnd(definition);
  if (/\balgorithm\s*=/i.test(text)) return text;
  return /^create\b/i.test(text) ? `${text} ${clause.replace(', ', ' ')}` : `${text}, ${clause}`;
}

function buildAgain(family: Family, { table, index, definition }: Args, situation: Situation): Script {
  const { text, mode, work } = family.clause('add index', situation);
  const again = { locks: { [table]: mode }, work, source: family.source('indexes'), deltas: [comes('index', index)] };
  return definition === undefined
    ? unhurried(
        statement(`ALTER TABLE ${table} ADD <the line of ${index} that was saved before the drop>, ${text}`, {
          ...again,
          language: 'text',
        }),
      )
    : guarded(statement(withClause(definition, text), again));
}

/** Takes an index away in a moment. The way back builds it anew, with all the time that takes. */
export const dropIndex =
  (family: Family): Operations<Situation>['dropIndex'] =>
  (args, situation) => {
    const { table, index, definition, unique = false } = args;
    const save = plainly(
      statement(`SHOW CREATE TABLE ${quoteTable(table)}`, {
        work: 'none',
        source: family.source('catalog'),
        remark: `keep the line of ${index}: the way back needs it`,
      }),
    );
    const drop = short(dropNamedIndex(family, table, index, situation));
    const hidden = family.hideIndex(index);
    return performed({
      does: words`Drop the index ${code(index)} of ${code(table)}; for a day before, ${code(`ALTER TABLE ${table} ${hidden}`)} hides it from queries, and that goes back in an instant`,
      scripts: definition === undefined ? [save, drop] : [drop],
      worked: words`${code(index)} is not listed; the slowest reads stay where they were. On ${code('1553')} a foreign key needs it: nothing has changed`,
      undo: back([buildAgain(family, args, situation)], {
        minutes: measure(words`building ${code(index)} on a copy with production's size`),
        note: unique
          ? words`Until it stands again nothing keeps duplicates out; if some have come in, the build names one (${code('1062')}), and they must go first.`
          : words`Until it stands again the reads that used it are slow.`,
      }),
    });
  };
