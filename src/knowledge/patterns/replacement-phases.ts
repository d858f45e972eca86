import type { ChangeContext, PhaseDraft } from '#model/change.ts';
import { checkStep, deploy, hold, step } from '#model/change.ts';
import type { Part } from '#model/change.ts';
import { code, words } from '#model/text.ts';
import { indexFor } from './listed-indexes.ts';
import type { Replacement } from './replacement.ts';
import { filledFrom, fillsLate, meansOf, namesOf } from './replacement.ts';
import { closingPhases } from './replacement-end.ts';
import { addWithSync } from './replacement-sync.ts';
import { batchRows, pace, paceWhy, rowKey, rowsOfBatch } from './row-key.ts';
import { tidied } from './tidied.ts';

function expand(context: ChangeContext, replacement: Replacement): PhaseDraft {
  const { engine } = context;
  const { table, from, to, newType } = replacement;
  const { synced } = meansOf(context);
  const outcome = synced
    ? addWithSync(
        context,
        words`Add nullable ${code(to)} without a default, with the sync that keeps it equal to ${code(from)}`,
        words`a row written now has both`,
        replacement,
      )
    : engine.addColumn({ table, column: to, type: newType, nullable: true });
  return {
    stage: 'expand',
    title: synced ? words`Add ${code(to)} and keep it equal` : words`Add ${code(to)}`,
    why: words`Reads do not change; every running release may leave it out${synced ? ', the sync fills it' : ''}.`,
    steps: [
      step(outcome, { proves: 'shape' }),
      checkStep(words`Wait until every replica has it`, words`same shape on each node`, {
        actor: 'executor',
        proves: 'shape',
        minutes: { kind: 'assumed', minutes: 1 },
      }),
    ],
  };
}

function fill(context: ChangeContext, replacement: Replacement): PhaseDraft {
  const { engine } = context;
  const { table, from, to, forward = from, newType } = replacement;
  const type = filledFrom(replacement);
  const filled = engine.backfill({
    table,
    key: rowKey(context, table),
    column: to,
    expression: forward,
    columnType: newType,
    ...(type === undefined ? {} : { expressionType: type }),
    batchSize: batchRows,
  });
  return {
    stage: 'backfill',
    title: words`Fill ${code(to)} ${context.engine.rowsAtOnce ? pace(context) : `in batches of ${rowsOfBatch(context).toLocaleString('en-US')}`}`,
    why: words`${paceWhy(context, 'A batch run again changes nothing.')}`,
    steps: [
      step(filled, {
        proves: 'parity',
        undo: {
          kind: 'unneeded',
          because: context.engine.rowsAtOnce ? words`cancel the statement` : words`stop the batches`,
        },
      }),
      ...tidied(engine, table),
    ],
  };
}

/** The check that all rows agree, then what the old column has and the new one still lacks. */
function prove(context: ChangeContext, replacement: Replacement): PhaseDraft {
  const { engine } = context;
  const { table, from, to, indexes, required } = replacement;
  const { proof } = namesOf(replacement);
  const carried = indexes.map((listed) => indexFor(listed, from, to));
  return {
    stage: 'prove',
    title: words`Prove parity of 100 % of rows, then complete ${code(to)}`,
    why: words`Reads move only to a column as complete and fast as the old one.`,
    steps: [
      checkStep(words`Compare both columns over every row`, words`0 rows differ`, {
        proves: 'parity',
        scans: table,
      }),
      ...carried.map((listed) => step(engine.createIndex({ table, ...listed }))),
      ...(required === 'yes' && meansOf(context).synced && !fillsLate(context)
        ? [
            step(engine.setNotNull({ table, column: to, proof }), {
              worked: words`it is NOT NULL; inserts that name only ${code(from)}, or neither, work`,
            }),
          ]
        : []),
      checkStep(
        words`Plans of the three hottest reads that filter or sort by ${code(from)}, with ${code(to)}`,
        words`same kind, cost within 10 %`,
      ),
    ],
  };
}

function turn(context: ChangeContext, replacement: Replacement): PhaseDraft {
  const { from, to } = replacement;
  const { flag, fresh } = namesOf(replacement);
  const { flagged } = meansOf(context);
  return {
    stage: 'switch',
    title: words`Move reads to ${code(to)}`,
    why: words`Both columns are equal: a read may go either way${flagged ? ', and back in a minute' : ''}.`,
    gate: {
      title: words`Before users read ${code(fresh)}`,
      criteria: [
        words`0 rows differ`,
        words`each index of ${code(from)} has its valid counterpart`,
        words`replicas current, no trigger fired`,
      ],
    },
    steps: flagged
      ? [{ flag, shares: [5, 50, 100], does: words`Read ${code(to)}` }]
      : [deploy(words`it reads ${code(to)} and still writes both`)],
  };
}

const wait = ({ from, to }: Replacement): PhaseDraft => ({
  stage: 'hold',
  title: words`Hold with all reads on ${code(to)}`,
  why: words`A day shows jobs, reports and the peak.`,
  steps: [
    hold(
      words`Hold, with one peak and one run of every nightly job`,
      words`drift 0 for 24 h without a break; no read of ${code(from)}`,
      { kind: 'assumed', minutes: 24 * 60 },
    ),
  ],
});

/** The phases of a replacement, from the empty column to the drop of the old one. */
export function replacementPhases(context: ChangeContext, replacement: Replacement): Part['phases'] {
  const { from, to } = replacement;
  const { flagged, synced } = meansOf(context);
  const { flag } = namesOf(replacement);
  return [
    expand(context, replacement),
    {
      stage: 'write-both',
      title: words`Write ${code(from)} and ${code(to)}`,
      why: synced
        ? words`The sync still covers every other writer.`
        : words`From here on every instance writes both; only then can the backfill end.`,
      steps: [
        deploy(
          flagged
            ? words`it writes ${code(from)} and ${code(to)} and reads by the flag ${code(flag)}, which is off`
            : words`it writes ${code(from)} and ${code(to)} and reads ${code(from)}`,
        ),
      ],
    },
    fill(context, replacement),
    prove(context, replacement),
    turn(context, replacement),
    wait(replacement),
    ...closingPhases(context, replacement),
  ];
}
