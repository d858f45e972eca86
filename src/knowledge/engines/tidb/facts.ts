import type { Engine, Situation } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { type Fact, throughProxy } from '../mysql/facts.ts';
import { inDocs } from './manual.ts';

const always: readonly Fact[] = [
  {
    says: words`Each DDL is a job that the owner runs beside reads and writes; changes of one table wait for each other. Only ${code('ADD INDEX')} and changes of type that convert values touch the rows; everything else is done in moments.`,
    source: inDocs('ddl-introduction'),
  },
  {
    says: words`A job waits between two states until transactions that used the table before have ended (${code('tidb_enable_metadata_lock')}, on from 6.5). Nobody waits behind it, so an old transaction costs time and is no outage.`,
    source: inDocs('metadata-lock'),
  },
  {
    says: words`DDL commits whatever is open, and ${code('ROLLBACK')} takes none of it back.`,
    source: inDocs('transaction-overview'),
  },
  {
    says: words`${code('ALGORITHM')} is an assertion: the job is refused where it would be more, and takes the same way without it. ${code('LOCK')} changes nothing.`,
    source: inDocs('sql-statement-alter-table'),
  },
  {
    says: words`Old versions of rows, and dropped tables, are there for ${code('tidb_gc_life_time')}, 10 minutes unless it was changed. Within it ${code('FLASHBACK TABLE')} brings a dropped table back and ${code('AS OF TIMESTAMP')} reads what was; a dropped column comes back by neither.`,
    source: inDocs('garbage-collection-overview'),
  },
  {
    says: words`A transaction has an upper size (${code('txn-total-size-limit')}, ${code('tidb_mem_quota_query')}): rows are changed in ranges, each with its own commit.`,
    source: inDocs('transaction-overview'),
  },
];

/** What holds for any change, and depends on how the cluster is used. */
export const facts = ({ transactionPooler }: Situation): ReturnType<Engine['facts']> => [
  ...always,
  ...(transactionPooler ? [throughProxy] : []),
];
