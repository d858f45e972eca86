import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { reading } from '../reading.ts';
import { performed, plainly } from '../statement.ts';

/** InnoDB takes old versions of rows away by itself; it only must not fall behind. */
export const vacuum =
  (family: Family): Operations<Situation>['vacuum'] =>
  ({ table }) =>
    performed({
      does: words`Let the purge catch up after the batches over ${code(table)}`,
      scripts: [
        plainly(
          reading(family.purgeQuery, {
            source: family.source('purge'),
            remark:
              'old versions of rows that wait; statistics are counted anew by themselves after a tenth of the rows',
          }),
        ),
      ],
      worked: words`it falls back to what it was before the batches; one that only grows has an old transaction behind it`,
      undo: { kind: 'unneeded', because: words`it only reads` },
    });
