import type { Engine } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { ddl, inManual } from './manual.ts';

/** What holds for any change on Cassandra. */
export const facts = (): ReturnType<Engine['facts']> => [
  {
    says: words`${code('ADD')} and ${code('DROP')} of a column are constant in time and touch no row. The type of a column and the primary key can never be changed, and only columns of the primary key can be renamed.`,
    source: ddl,
  },
  {
    says: words`A dropped column takes all its values with it. Added again, its name holds only what is written from then on, must have the type it had, and does not come back at all after a collection that was not frozen.`,
    source: ddl,
  },
  {
    says: words`A write without a row before it makes the row: there is no NOT NULL, no check, no foreign key, no trigger to rely on, no join. What must hold is held by the releases.`,
    source: inManual('developing/cql/dml'),
  },
  {
    says: words`The newest timestamp wins, for each column of each row. A fill with a timestamp from before loses against every write of a release and against deletes.`,
    source: inManual('architecture/dynamo'),
  },
  {
    says: words`A delete writes a tombstone that is kept for ${code('gc_grace_seconds')}; reads over many of them are slow, and fail beyond ${code('tombstone_failure_threshold')}.`,
    source: inManual('managing/operating/compaction/tombstones'),
  },
  {
    says: words`${code('DROP')} and ${code('TRUNCATE')} take a snapshot on each node first, unless ${code('auto_snapshot')} was turned off.`,
    source: inManual('managing/operating/backups'),
  },
];
