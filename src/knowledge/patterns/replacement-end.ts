import type { ChangeContext, PhaseDraft } from '#model/change.ts';
import { checkStep, deploy, step } from '#model/change.ts';
import { code, words } from '#model/text.ts';
import { asOne } from './as-one.ts';
import { dependentsMove, dropOld, easyWayEnds, exportOld, relaxed } from './replacement-drop.ts';
import type { Replacement } from './replacement.ts';
import { fillsLate, meansOf, namesOf } from './replacement.ts';
import { stopWithDefault } from './replacement-sync.ts';
import { batchRows, rowKey } from './row-key.ts';

function withSync(context: ChangeContext, replacement: Replacement): readonly PhaseDraft[] {
  const { engine } = context;
  const { table, from, to, required } = replacement;
  const late = fillsLate(context);
  const { nullable } = relaxed(context, replacement);
  return [
    {
      stage: 'retire',
      title: words`A release that knows only ${code(to)}`,
      why: words`The sync keeps ${code(from)} right for dependents and the way back.`,
      steps: [
        ...(late ? nullable.map((outcome) => step(outcome)) : []),
        deploy(words`it reads and writes ${code(to)} only; flag and former image are kept`),
        dependentsMove(replacement),
      ],
    },
    {
      stage: 'retire',
      title: words`Stop the sync of ${code(from)}`,
      why: words`A forgotten reader meets NULL in new rows, not a plausible value.`,
      notBeforeDays: 7,
      gate: easyWayEnds(replacement, 'none older starts any more'),
      steps: [
        exportOld(context, replacement),
        step(stopWithDefault(context, replacement), { proves: 'application' }),
        ...(late && required === 'yes'
          ? [step(engine.setNotNull({ table, column: to, proof: namesOf(replacement).proof }))]
          : []),
      ],
    },
    dropOld(context, replacement),
  ];
}

/** Without a sync the last writer of the old column is a release: it ends with that release, after the old values are safe. */
function withoutSync(context: ChangeContext, replacement: Replacement): readonly PhaseDraft[] {
  const { engine } = context;
  const { table, from, to, required, backward = to, fromType, newType } = replacement;
  const { old, proof } = namesOf(replacement);
  const copyBack = engine.backfill({
    table,
    key: rowKey(context, table),
    column: from,
    expression: backward,
    ...(fromType === undefined ? {} : { columnType: fromType }),
    ...(replacement.backward === undefined ? { expressionType: newType } : {}),
    batchSize: batchRows,
  });
  const { nullable, defaults } = relaxed(context, replacement);
  const [first, ...rest] = [...nullable, ...defaults];
  return [
    {
      stage: 'retire',
      title: words`A release that reads only ${code(to)} and still writes both`,
      why: words`It keeps ${code(from)} right for dependents and for the way back: no sync in the database does.`,
      steps: [
        deploy(words`it reads ${code(to)} only and writes both`),
        ...(required === 'yes' ? [step(engine.setNotNull({ table, column: to, proof }))] : []),
        dependentsMove(replacement),
      ],
    },
    {
      stage: 'contract',
      title: words`Stop writing ${code(from)}`,
      why: words`From here on ${code(from)} is frozen.`,
      notBeforeDays: 7,
      gate: easyWayEnds(replacement, 'nothing else writes the table'),
      steps: [
        exportOld(context, replacement),
        ...(first
          ? [
              step(
                asOne(
                  context,
                  words`Let ${code(from)} be empty in new rows`,
                  words`an insert that leaves ${code(from)} out works`,
                  first,
                  ...rest,
                ),
              ),
            ]
          : []),
        {
          ...checkStep(words`Compare both columns a last time`, words`0 rows differ`, {
            proves: 'parity',
            scans: table,
          }),
          undo:
            copyBack.kind === 'performed'
              ? {
                  kind: 'statements',
                  scripts: copyBack.scripts,
                  minutes: { kind: 'measure', what: words`the copy of ${code(to)} back to ${code(from)}` },
                  loses: 'nothing',
                  note: words`Readers of ${code(old)} are wrong until it is equal again; only then the older release comes back`,
                }
              : { kind: 'unneeded', because: copyBack.because },
        },
        deploy(words`it writes ${code(to)} only`),
      ],
    },
    dropOld(context, replacement),
  ];
}

/** How a replacement ends: the last release, the end of the easy way back, the drop. */
export const closingPhases = (context: ChangeContext, replacement: Replacement): readonly PhaseDraft[] =>
  meansOf(context).synced ? withSync(context, replacement) : withoutSync(context, replacement);
