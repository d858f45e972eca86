import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Script, Statement } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, batches, measure, performed, plainly, statement } from '../statement.ts';
import { greatestOf } from '../type-change.ts';
import { fillBatch } from './batch-statements.ts';
import { backwardOf, columnTriggers, dropTriggers, narrowDeltas, startDelta } from './column-sync.ts';
import { differ } from './row-expression.ts';

type Stopped = OperationArguments['stopSync'];

const named = (table: string, pairs: OperationArguments['startSync']['pairs']): Text =>
  joinText(
    pairs.map(({ from, to }) => words`${code(`${table}.${from}`)} and ${code(`${table}.${to}`)}`),
    ', ',
  );

const limits = ({ pairs }: OperationArguments['startSync']): Text =>
  joinText(
    pairs
      .filter(({ narrows }) => narrows === true)
      .map(({ from, to }) => words` A value of ${code(to)} that ${code(from)} cannot hold makes the whole write fail.`),
    '',
  );

/** Keeps columns of one row equal, for every writer. The new column wins where both are written. */
export const startSync =
  (family: Family): Operations<Situation>['startSync'] =>
  (args, situation) => {
    const { table, name } = args;
    return performed({
      does: words`Keep ${named(table, args.pairs)} equal for every writer, by a trigger for updates and one for inserts.${limits(args)} Rows that replicas apply from row-based logs are right without a trigger there; a foreign key that changes rows by ${code('CASCADE')} fires none`,
      scripts: [columnTriggers(family, args, situation, [startDelta(args), ...narrowDeltas(args, true)])],
      worked: words`a row inserted and one updated now, through either column, have both; writes stay as fast as before`,
      undo: back(
        [
          dropTriggers(
            family,
            table,
            name,
            ['insert', 'update'],
            [{ kind: 'stop-sync', name }, ...narrowDeltas(args, false)],
          ),
        ],
        { note: words`A file that stopped between the two triggers has left the first: this takes it too.` },
      ),
    });
  };

/** An old value that already means the same keeps its own spelling: it was not written since. */
const copyBack = (family: Family, { table, key, pairs, batchSize }: Stopped): readonly Statement[] =>
  pairs.flatMap((pair) => {
    const expression = backwardOf(pair);
    if (expression === undefined) return [];
    const moved = differ(quoteName(pair.from), expression);
    return fillBatch(family, {
      table,
      key,
      column: pair.from,
      expression,
      needs: pair.forward === undefined ? moved : `${moved} AND ${differ(quoteName(pair.to), pair.forward)}`,
      size: batchSize,
      deltas: [{ kind: 'fill', column: columnName(table, pair.from) }],
    });
  });

/** Stands before the sync on the way back: with a value that the old type cannot hold every insert would fail. Two rows where one is asked for end the file. */
function refuseBeyond(family: Family, { table, pairs, fits }: Stopped): readonly Script[] {
  const end = fits === undefined ? undefined : greatestOf(fits.type);
  if (fits === undefined || end === undefined) return [];
  return pairs.map(({ to }) =>
    plainly(
      statement(
        `SELECT IF((SELECT MAX(${quoteName(to)}) FROM ${quoteTable(table)}) > ${end}, (SELECT 1 UNION SELECT 2), 1) AS fits_${fits.type.replace(/\W.*/s, '')}`,
        {
          locks: { [table]: 'SHARED_READ' },
          work: 'none',
          source: family.source('rows'),
          remark: `fails (1242) once ${columnName(table, to)} is beyond ${fits.type}: then fix forward, there is no way back`,
        },
      ),
    ),
  );
}

/** Ends a sync: from here on the old columns stay behind. The way back starts it again and copies what was written since. */
export const stopSync =
  (family: Family): Operations<Situation>['stopSync'] =>
  (args, situation) => {
    const { table, name, pairs } = args;
    const copies = copyBack(family, args);
    const [first, ...rest] = copies;
    const started = columnTriggers(family, args, situation, [startDelta(args)]);
    const [begin, ...others] = [
      ...refuseBeyond(family, args),
      started,
      ...(first === undefined ? [] : [batches(first, ...rest)]),
    ];
    const old = joinText(
      pairs.map(({ from }) => [code(columnName(table, from))]),
      ', ',
    );
    return performed({
      does: words`Stop the sync ${code(name)}: ${old} no longer follows`,
      scripts: [dropTriggers(family, table, name, ['insert', 'update'], [{ kind: 'stop-sync', name }])],
      worked: words`a row written now keeps ${old} as it was; no error for 30 min`,
      undo: back([begin ?? started, ...others], {
        minutes: measure(words`one batch over ${code(table)}, times the number of batches`),
        note: words`${family.passesOverTriggers(situation) ? '' : words`If a trigger is there already (${code('1359')}), the step stopped before its triggers were gone: drop both first. `}Range and pauses as in the backfill, until a pass changes no row; then 0 rows differ over the whole key; only then a release that reads ${old}. A value too large for it stops its batch: widen it first.`,
      }),
    });
  };
