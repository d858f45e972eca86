import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import type { Outcome, Script, Undo } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { comes, goes, withoutEnd } from '../names.ts';
import { quoteName } from '../quote.ts';
import { back, guarded, measure, performed, short, statement } from '../statement.ts';
import { alterWith } from './alter-table.ts';
import { addForNewRows, addProvedCheck, dropCheck, dropForeignKey, printTable } from './constraint-statements.ts';
import { build, dropNamedIndex } from './index-statements.ts';
import { validateConstraint } from './validate-constraint.ts';

type Args = OperationArguments['dropConstraint'];

const keyed = /^(unique|primary)(?:\s+(?:key|index))*\s*\((.*)\)$/is;
const pointing = /\breferences\s+((?:`(?:[^`]|``)+`|[\w$.])+)/i;

type Kind = 'foreign key' | 'unique' | 'primary key' | 'check' | 'unknown';

function kindOf({ constraint, references, definition = '' }: Args): Kind {
  if (references !== undefined || pointing.test(definition)) return 'foreign key';
  const word = keyed.exec(definition.trim())?.[1]?.toLowerCase();
  if (word === 'unique') return 'unique';
  if (word === 'primary' || constraint.toLowerCase() === 'primary') return 'primary key';
  return /^check\b/i.test(definition.trim()) ? 'check' : 'unknown';
}

const columnsOf = (definition: string): readonly string[] =>
  (keyed.exec(definition.trim())?.[2] ?? '').split(',').map((column) => column.trim());

/** Each kind goes in a way of its own, and only the primary key takes a copy with it. */
function drop(family: Family, args: Args, situation: Situation): Script {
  const { table, constraint, definition = '' } = args;
  const references = args.references ?? pointing.exec(definition)?.[1];
  switch (kindOf(args)) {
    case 'foreign key':
      return dropForeignKey(
        family,
        { table, constraint, definition, ...(references === undefined ? {} : { references }) },
        situation,
      );
    case 'unique':
      return short({
        ...dropNamedIndex(family, table, constraint, situation),
        deltas: [goes('constraint', constraint)],
      });
    case 'primary key':
      return guarded(
        alterWith(family, family.clause('copy', situation), table, 'DROP PRIMARY KEY', {
          topic: 'primary key',
          deltas: [goes('constraint', constraint)],
          remark: 'refused (1075) while its column counts by AUTO_INCREMENT and has no other index',
        }),
      );
    case 'check':
      return dropCheck(family, table, constraint, situation);
    case 'unknown':
      return short(
        alterWith(family, family.clause('drop index', situation), table, `DROP CONSTRAINT ${quoteName(constraint)}`, {
          topic: 'checks',
          deltas: [goes('constraint', constraint)],
        }),
      );
  }
}

function again(family: Family, args: Args, situation: Situation): readonly [Script, ...Script[]] {
  const { table, constraint } = args;
  const definition = withoutEnd(args.definition ?? '').replace(/\s+not\s+valid$/i, '');
  const references = args.references ?? pointing.exec(definition)?.[1];
  const kind = kindOf(args);
  if (kind === 'foreign key' && definition !== '') {
    const key = { table, constraint, definition, ...(references === undefined ? {} : { references }) };
    const counted = validateConstraint(family)({ ...key, references: references ?? '<table>' }, situation);
    return [addForNewRows(family, key, situation), ...(counted.kind === 'performed' ? counted.scripts : [])];
  }
  if (kind === 'unique')
    return [
      guarded({
        ...build(family, table, { index: constraint, columns: columnsOf(definition), kind: 'UNIQUE ' }, situation),
        deltas: [comes('constraint', constraint)],
      }),
    ];
  if (kind === 'primary key' && definition !== '')
    return [
      guarded(
        alterWith(
          family,
          family.clause('add primary key', situation),
          table,
          `ADD PRIMARY KEY (${columnsOf(definition).map(quoteName).join(', ')})`,
          { topic: 'primary key', deltas: [comes('constraint', constraint)] },
        ),
      ),
    ];
  if (kind === 'check') return [addProvedCheck(family, table, constraint, definition, situation)];
  return [
    short(
      statement(
        `ALTER TABLE ${table} ADD <the line of ${constraint} that was saved before the drop>, <the clause that it takes>`,
        {
          language: 'text',
          locks: { [table]: 'EXCLUSIVE' },
          work: 'unconfirmed',
          source: family.source('checks'),
          deltas: [comes('constraint', constraint)],
        },
      ),
    ),
  ];
}

/** Takes a constraint away. What it kept out meanwhile stays in, and stands in the way of its return. */
export const dropConstraint =
  (family: Family): Operations<Situation>['dropConstraint'] =>
  (args, situation): Outcome => {
    const { table, constraint, definition } = args;
    const save = printTable(family, table, `keep the line of ${constraint}: the way back needs it`);
    const dropped = drop(family, args, situation);
    const undo: Undo = back(again(family, args, situation), {
      minutes: measure(words`the same on a copy with production's size`),
      note:
        kindOf(args) === 'foreign key'
          ? words`Rows without their counterpart that came in between are not refused by it: the count shows them, and they are mended by hand.`
          : words`Rows written in between that do not fit make it fail, and the error names one: decide on them first.`,
    });
    return performed({
      does: words`Drop the constraint ${code(constraint)} of ${code(table)}`,
      scripts: definition === undefined ? [save, dropped] : [dropped],
      worked: words`${code(constraint)} is no longer listed in ${code(table)} on any node${kindOf(args) === 'foreign key' ? '; its index stays' : ''}`,
      undo,
    });
  };
