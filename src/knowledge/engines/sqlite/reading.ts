import type { Source } from '#model/source.ts';
import type { Effect, Statement } from '#model/statement.ts';

/** What a statement that only reads may say of itself. */
interface Reading {
  readonly source: Source;
  readonly scans?: boolean;
  readonly work?: Effect['work'];
  readonly remark?: string;
}

/** A statement that changes nothing. In WAL mode it holds up no writer. */
export const reading = (text: string, { source, scans = false, work, remark }: Reading): Statement => ({
  text,
  language: 'sql',
  effect: { locks: [], blocks: 'nothing', work: work ?? (scans ? 'scan' : 'none'), transaction: 'any' },
  source,
  deltas: [],
  ...(remark === undefined ? {} : { remark }),
});
