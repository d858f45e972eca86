import type { Situation } from '#model/engine.ts';
import type { OperationArguments, SyncPair } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, words } from '#model/text.ts';
import { distinct, distinctTypes } from '../equality.ts';
import { quoteName, quoteTable, sqlString } from '../quote.ts';
import { back, batches, measure, performed, short, statement } from '../statement.ts';
import { greatestOf, typeChange } from '../type-change.ts';
import { fillBatch } from './batch-statements.ts';
import { backwardOf, dropTrigger, makeTrigger, startDelta, syncFunction } from './sync-function.ts';

type Args = OperationArguments['stopSync'];

/** An old value that already means the same keeps its own spelling: it was not written since. */
function stillDiffers(pair: SyncPair, expression: string): string {
  const { from, to, forward, backward, fromType, toType } = pair;
  const differs =
    forward === undefined && backward === undefined
      ? distinctTypes(quoteName(from), `(${expression})`, fromType, toType)
      : distinct(quoteName(from), `(${expression})`, fromType);
  return forward === undefined ? differs : `${differs} AND ${distinct(quoteName(to), `(${forward})`, toType)}`;
}

/** Fills the old columns again from the new ones. */
const copyBack = ({ table, key, pairs, batchSize }: Args): readonly Statement[] =>
  pairs.flatMap((pair) => {
    const expression = backwardOf(pair);
    if (expression === undefined) return [];
    return fillBatch({
      table,
      key,
      column: pair.from,
      expression,
      needs: stillDiffers(pair, expression),
      size: batchSize,
      deltas: [{ kind: 'fill', column: columnName(table, pair.from) }],
    });
  });

/** Stands before the sync on the way back: with a value that the old type cannot hold every insert would fail. */
function refuseBeyond({ table, pairs, fits }: Args): readonly Statement[] {
  const end = fits === undefined ? undefined : greatestOf(fits.type);
  if (fits === undefined || end === undefined) return [];
  const { type, sequence } = fits;
  return pairs.map(({ to }) => {
    const last = [
      `(SELECT max(${quoteName(to)}) FROM ${quoteTable(table)})`,
      ...(sequence === undefined ? [] : [`(SELECT last_value FROM ${quoteTable(sequence)})`]),
    ];
    return statement(
      `DO $$ BEGIN
  IF greatest(${last.join(', ')}) > ${end} THEN
    RAISE EXCEPTION ${sqlString(`${columnName(table, to)} is beyond ${type}: fix forward`)};
  END IF;
END $$`,
      {
        locks: { [table]: 'ACCESS SHARE', ...(sequence === undefined ? {} : { [sequence]: 'ACCESS SHARE' }) },
        work: 'none',
        page: 'sql-do',
      },
    );
  });
}

/** Values that came since may be too large for the old column. Where widening it changes the catalog alone, that is the statement. */
function beforeLarger({ table, pairs }: Args): Text {
  const widened = pairs.flatMap(({ from, fromType, toType }) => {
    if (fromType === undefined || toType === undefined) return [];
    const { work, widens } = typeChange(fromType, toType);
    return work === 'catalog' && widens
      ? [code(`ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(from)} TYPE ${toType}`)]
      : [];
  });
  return widened.length === pairs.length && widened.length > 0
    ? words`For larger values first ${joinText(
        widened.map((statementText) => [statementText]),
        ', ',
      )}.`
    : words`A value too large for it stops its batch: widen it first.`;
}

/** Ends a sync: from here on the old columns stay behind. The way back starts it again and copies what was written since. */
export function stopSync(args: Args, _situation: Situation): Outcome {
  const { table, name, pairs } = args;
  const [first, ...rest] = copyBack(args);
  const [begin, ...others] = [...refuseBeyond(args), syncFunction(args)];
  const old = joinText(
    pairs.map(({ from }) => [code(columnName(table, from))]),
    ', ',
  );
  return performed({
    does: words`Stop the sync ${code(name)}: ${old} no longer follows`,
    scripts: [short(...dropTrigger(table, name, [{ kind: 'stop-sync', name }]))],
    worked: words`a row written now keeps ${old} as it was; no error for 30 min`,
    undo: back(
      [
        short(begin ?? syncFunction(args), ...others),
        short(makeTrigger(table, name, 'BEFORE INSERT OR UPDATE', [startDelta(args)])),
        ...(first === undefined ? [] : [batches(first, ...rest)]),
      ],
      {
        minutes: measure(words`one batch over ${code(table)}, times the number of batches`),
        note: words`Pauses and passes as in the backfill; no release that reads ${old} before 0 rows differ. ${beforeLarger(args)}`,
      },
    ),
  });
}
