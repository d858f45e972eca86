import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const cdc = defineDependency({
  id: 'cdc',
  title: 'Change data capture',
  hint: 'Debezium, logical replication, DMS and what reads their stream',
  moves: 'before the switch',
  before: words`A new column comes to the target first, one that goes is optional there first. Try how consumers and the schema registry take a field that is unknown or absent; keep room for the log of a fill.`,
  during: words`Watch the lag of the slot or connector: a fill sends every row it touches through the stream. A connector that stops keeps the log on the primary's disk.`,
  after: words`Check that a row changed after the step arrives with the fields it has now, that the connector starts again, and that consumers read by name.`,
  onRollback: words`A consumer that needs a column moves back before the column goes; events sent stay sent.`,
  signal: words`lag of the slot or connector, and messages that consumers refuse`,
  source: manual('https://www.postgresql.org/docs/current/logical-replication-restrictions.html'),
});
