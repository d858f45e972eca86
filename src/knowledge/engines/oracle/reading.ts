import type { Source } from '#model/source.ts';
import type { Effect, Statement } from '#model/statement.ts';

/** What a statement that only reads may say of itself. */
interface Reading {
  readonly source: Source;
  /** Tables of the person that it reads from end to end. */
  readonly scans?: readonly string[];
  readonly work?: Effect['work'];
  readonly remark?: string;
}

/** A statement that changes nothing. It reads as of one moment and locks no table; a schema change can end it with ORA-01466 or ORA-08103. */
export const reading = (
  text: string,
  { source, scans = [], work = scans.length > 0 ? 'scan' : 'none', remark }: Reading,
): Statement => ({
  text,
  language: 'sql',
  effect: { locks: [], blocks: 'nothing', work, transaction: 'any' },
  source,
  deltas: [],
  ...(remark === undefined ? {} : { remark }),
});
