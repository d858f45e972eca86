import type { ChangeContext, PhaseDraft } from '#model/change.ts';
import { checkStep, deploy, hold, step } from '#model/change.ts';
import { code, words } from '#model/text.ts';
import { asOne } from './as-one.ts';
import { batchRows } from './row-key.ts';
import type { TableSplit } from './table-split.ts';
import { forth, refersBack, splitNames } from './table-split.ts';
import { undoLosesNothing } from './with-undo.ts';
import { tidied } from './tidied.ts';

function expand(context: ChangeContext, split: TableSplit): PhaseDraft {
  const { engine } = context;
  const { table, newTable, definition } = split;
  const synced = engine.can('triggers');
  const created = undoLosesNothing(
    engine.createTable({ table: newTable, columns: definition }),
    words`Only when no running release names ${code(newTable)}; it holds nothing that ${code(table)} does not`,
  );
  const outcome = synced
    ? asOne(
        context,
        words`Create ${code(newTable)}, and the sync that carries every write of ${code(table)} over to it`,
        words`a row written to ${code(table)} now has its equal in ${code(newTable)}`,
        created,
        engine.startTableSync(forth(split)),
      )
    : created;
  return {
    stage: 'expand',
    title: synced ? words`Create ${code(newTable)} and keep it equal` : words`Create ${code(newTable)}`,
    why: synced
      ? words`From now on every write to ${code(table)} also stands in ${code(newTable)}; the rows of before follow.`
      : words`Nothing reads it yet; the release that follows begins to write it.`,
    ...(refersBack(split)
      ? {
          gate: {
            title: words`Before ${code(newTable)} is created`,
            criteria: [words`its definition, and 1.1, no longer refer to ${code(table)}`] as const,
          },
        }
      : {}),
    steps: [step(outcome, { proves: 'shape' })],
  };
}

function prove({ engine }: ChangeContext, split: TableSplit): PhaseDraft {
  const { table, key, newTable, newKey } = split;
  const { foreignKey } = splitNames(split);
  const reference = {
    table: newTable,
    constraint: foreignKey,
    columns: [newKey],
    references: table,
    referencedColumns: [key],
    onDelete: 'CASCADE',
  };
  return {
    stage: 'prove',
    title: words`Compare every row, and prove the reference`,
    why: words`Reads may only move to what is complete and equal.`,
    steps: [
      checkStep(words`Compare ${code(table)} and ${code(newTable)} over all rows`, words`0 differences`, {
        proves: 'parity',
        minutes: { kind: 'measure', what: words`minutes of the comparison on the restored copy` },
      }),
      step(engine.addForeignKey(reference), { proves: 'strays' }),
      step(engine.validateConstraint({ table: newTable, constraint: foreignKey, references: table })),
      checkStep(
        words`Plans of the hottest reads, with the flag on`,
        words`each uses an index of ${code(newTable)}; cost within 10 % of before`,
      ),
    ],
  };
}

/** From the empty new table to all reads on it. */
export function splitStart(context: ChangeContext, split: TableSplit): readonly [PhaseDraft, ...PhaseDraft[]] {
  const { engine } = context;
  const { table, newTable } = split;
  const { flag, foreignKey, moved } = splitNames(split);
  return [
    expand(context, split),
    {
      stage: 'write-both',
      title: words`A release that writes both and reads by flag`,
      why: words`Reads can then move without a deploy, in shares, and come back in a minute.`,
      steps: [
        deploy(
          words`it writes ${code(table)} and ${code(newTable)} in one transaction and reads by ${code(flag)}, off by default`,
        ),
      ],
    },
    {
      stage: 'backfill',
      title: words`Copy the rows of before`,
      why: words`Rows that nobody touches would never come over by themselves.`,
      steps: [
        step(engine.copyRows({ ...forth(split), batchSize: batchRows }), {
          minutes: {
            kind: 'measure',
            what: words`minutes for one batch of ${code(table)}, times the number of batches`,
          },
        }),
        ...tidied(engine, newTable),
      ],
    },
    prove(context, split),
    {
      stage: 'switch',
      title: words`Move reads to ${code(newTable)}`,
      why: words`A share at a time, so that a mistake meets few and is gone in a minute.`,
      gate: {
        title: words`Before users read ${code(newTable)}`,
        criteria: [
          words`the comparison over all rows shows 0`,
          words`the foreign key ${code(foreignKey)} is proved`,
          words`no trigger has fired`,
        ],
      },
      steps: [{ flag, shares: [5, 50, 100], does: words`Read ${moved} from ${code(newTable)}` }],
    },
    {
      stage: 'hold',
      title: words`Hold all reads on ${code(newTable)}`,
      why: words`One whole day shows the peak and the nightly jobs.`,
      steps: [
        hold(
          words`Hold at 100 %`,
          words`0 differences for 24 h without a break, one peak and one nightly run included`,
          { kind: 'assumed', minutes: 24 * 60 },
        ),
      ],
    },
  ];
}
