import type { Situation, Watch } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import { code, words } from '#model/text.ts';
import { inManual } from './manual.ts';
import { reading } from './reading.ts';

/** There is no server that could be asked: what is seen comes from the file, its directory and the programs that open it. */
const everywhere: readonly Watch[] = [
  {
    family: 'locks',
    title: 'Writers that find the file locked',
    reads: words`the application’s log: ${code('database is locked')} (${code('SQLITE_BUSY')}), per minute; SQLite lists no locks`,
  },
  {
    family: 'blockers',
    title: 'Who has the file open',
    reads: words`errors ${code('SQLITE_BUSY')} in the application’s log; ${code('lsof <file.db>')} names the processes that have the file open, and SQLite does not say which of them writes`,
  },
  {
    family: 'old transactions',
    title: 'A reader that does not end',
    statement: reading('PRAGMA wal_checkpoint(PASSIVE)', {
      source: inManual('pragma#pragma_wal_checkpoint'),
      remark: 'busy, pages in the log, pages written back',
    }),
    reads: words`${code('PRAGMA wal_checkpoint(PASSIVE)')}: fewer pages written back than in the log, time and again, is a reader that holds an old state`,
  },
  {
    family: 'deadlocks',
    absent: true,
    title: 'A read that wants to write',
    reads: words`one writer at a time, so none wait for each other; a transaction that reads first and then writes gets ${code('SQLITE_BUSY')} at once: the application’s log`,
  },
  {
    family: 'slow queries',
    title: 'Slow statements',
    reads: words`the application’s own times: SQLite keeps no statistics of statements`,
  },
  {
    family: 'replication lag',
    title: 'Copies of the file',
    reads: words`none by SQLite itself; where a tool copies the file, its own figures`,
  },
  {
    family: 'slot lag',
    absent: true,
    title: 'Readers of changes',
    reads: words`none: SQLite keeps no changes for readers`,
  },
  {
    family: 'index build',
    absent: true,
    title: 'Index build or rebuild',
    reads: words`no progress is shown: the ${code('-wal')} or ${code('-journal')} file grows until the commit`,
  },
  {
    family: 'vacuum',
    absent: true,
    title: 'Maintenance',
    reads: words`nothing runs by itself but checkpoints: the ${code('-wal')} file must not keep growing`,
  },
  {
    family: 'disk',
    title: 'Size of the file and room left',
    statement: reading(
      'SELECT page_count * page_size AS bytes, freelist_count * page_size AS bytes_free FROM pragma_page_count, pragma_page_size, pragma_freelist_count',
      { source: inManual('pragma#pragma_page_count') },
    ),
    reads: words`free disk against twice the file: a rebuild writes the table once more, and the ${code('-wal')} file holds all of it until the commit`,
  },
  {
    family: 'leftovers',
    absent: true,
    title: 'What a failed step left behind',
    statement: reading(`SELECT type, name FROM sqlite_schema WHERE name LIKE '%\\_rebuilt' ESCAPE '\\'`, {
      source: inManual('schematab'),
    }),
    reads: words`no row: a script that failed was undone with its transaction`,
  },
  {
    family: 'connections',
    absent: true,
    title: 'Processes on the file',
    reads: words`${code('lsof <file.db>')}: only the processes that should have it open`,
  },
];

/** What to look at while a plan runs. The hosting's own comes in place of the file's. */
export function watches({ hosting }: Situation, _table: string): readonly Watch[] {
  const here = isGiven(hosting) ? (hosting.watches ?? []) : [];
  return [...here, ...everywhere.filter(({ family }) => !here.some((own) => own.family === family))];
}
