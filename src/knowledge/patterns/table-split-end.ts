import type { ChangeContext, PhaseDraft, StepDraft } from '#model/change.ts';
import { checkStep, deploy, step } from '#model/change.ts';
import type { Outcome } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { asOne } from './as-one.ts';
import { peopleStep } from './people-step.ts';
import { batchRows } from './row-key.ts';
import { bareTable } from './table-name.ts';
import type { TableSplit } from './table-split.ts';
import { back, forth, splitNames } from './table-split.ts';
import { undoAtOnce } from './with-undo.ts';

/** A release that leaves the columns out could not insert while they are NOT NULL. */
const relaxed = ({ engine }: ChangeContext, { table, columns, notNull }: TableSplit): readonly StepDraft[] =>
  columns
    .filter((column) => notNull.includes(column))
    .map((column) => step(engine.dropNotNull({ table, column, proof: `${bareTable(table)}_${column}_nn` })));

const exported = ({ engine }: ChangeContext, { table, key, columns }: TableSplit): readonly StepDraft[] =>
  columns.map((column) => step(engine.exportColumn({ table, key, column, file: `${bareTable(table)}_${column}.csv` })));

const before = ({ newTable }: TableSplit, synced: boolean): NonNullable<PhaseDraft['gate']> => ({
  title: words`Before ${code(newTable)} leads`,
  criteria: [
    synced
      ? words`every outside writer writes both tables, or is stopped until the sync has turned and then writes ${code(newTable)}`
      : words`every writer outside the application (jobs, consoles, bulk loads) writes ${code(newTable)} or has stopped`,
    words`0 differences for 24 h`,
  ],
});

const released = (split: TableSplit): PhaseDraft['steps'] => [
  deploy(words`it reads and writes ${splitNames(split).moved} in ${code(split.newTable)} only`),
  checkStep(
    words`Insert, change and delete a row through the new release`,
    words`both tables show it, or ${code(split.newTable)} alone once nothing is carried back`,
    { proves: 'smoke' },
  ),
];

/** Both ways at once: no moment in which neither table follows the other, and none in which each does. */
function turnRound(context: ChangeContext, split: TableSplit): Outcome {
  const { engine } = context;
  const { table, newTable } = split;
  const turn = asOne(
    context,
    words`Turn the sync round: from ${code(newTable)} to ${code(table)}`,
    words`a row written to ${code(newTable)} shows in ${code(table)}`,
    engine.stopTableSync({ ...forth(split), batchSize: batchRows }),
    engine.startTableSync(back(split)),
  );
  return undoAtOnce(
    turn,
    engine.can('transactionalDdl'),
    words`First stop outside writers of ${code(newTable)}. No release older than the one that writes both comes back before the last batch is through and the comparison shows 0.`,
  );
}

/** Writes move while the sync carries them back; then it ends, while the columns can still be filled again. */
function turned(context: ChangeContext, split: TableSplit): readonly PhaseDraft[] {
  const { engine } = context;
  const { table, newTable } = split;
  return [
    {
      stage: 'retire',
      title: words`Writes move to ${code(newTable)}; the sync turns round`,
      why: words`The release before still finds right values in ${code(table)}, so going back loses nothing.`,
      gate: before(split, true),
      steps: [...relaxed(context, split), step(turnRound(context, split), { proves: 'parity' }), ...released(split)],
    },
    {
      stage: 'retire',
      title: words`Stop the sync to ${code(table)}`,
      why: words`A forgotten reader of the old columns shows now, while they can still be filled again.`,
      notBeforeDays: 7,
      gate: {
        title: words`End of the easy way back`,
        criteria: [
          words`no statement reads the old columns of ${code(table)} on any node`,
          words`no instance of an older release can start any more`,
          words`reports and loads read ${code(newTable)}`,
        ],
      },
      steps: [...exported(context, split), step(engine.stopTableSync({ ...back(split), batchSize: batchRows }))],
    },
  ];
}

/** Nothing carries values back, so the way back ends when the release that writes both goes. */
function parted(context: ChangeContext, split: TableSplit): readonly PhaseDraft[] {
  const { table, newTable } = split;
  const { moved } = splitNames(split);
  return [
    {
      stage: 'retire',
      title: words`Let the old columns be empty, and export them`,
      why: words`The release that follows leaves them out; the export is taken while both tables are equal.`,
      steps: [...relaxed(context, split), ...exported(context, split)],
    },
    {
      stage: 'retire',
      title: words`Writes move to ${code(newTable)}`,
      why: words`Nothing carries new values back to ${code(table)}: this is where the way back ends.`,
      gate: before(split, false),
      steps: [
        peopleStep(
          words`Record who decides that new values may exist in ${code(newTable)} only`,
          words`name and time are written down`,
          {
            kind: 'none',
            because: words`nothing in the database carries values back to ${code(table)}, and the next release writes them there no more`,
            loses: { what: words`on a return to ${code(table)}: what is written to ${moved} from here on` },
          },
          { actor: 'rollback owner', minutes: { kind: 'assumed', minutes: 5 } },
        ),
        ...released(split),
      ],
    },
  ];
}

/** From all reads on the new table to the drop of the old columns. */
export function splitEnd(context: ChangeContext, split: TableSplit): readonly PhaseDraft[] {
  const { engine } = context;
  const { table, columns } = split;
  const ways = engine.can('triggers') ? turned(context, split) : parted(context, split);
  return [
    ...ways,
    {
      stage: 'contract',
      title: words`Drop ${splitNames(split).moved} from ${code(table)}`,
      why: words`Nothing has read them for two weeks.`,
      notBeforeDays: 14,
      gate: {
        title: words`End of the way back`,
        criteria: [
          words`no statement has named the old columns for 14 days, month-end included`,
          words`the exports were read back and their row counts agree`,
        ],
      },
      steps: columns.map((column) => step(engine.dropColumn({ table, column }))),
    },
  ];
}
