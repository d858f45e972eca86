import { after, before, defineDependency, during } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const cdc = defineDependency({
  id: 'cdc',
  title: 'Change data capture',
  hint: 'Debezium, logical replication, DMS and what reads their stream',
  moves: true,
  duties: [
    before(
      'arrival',
      words`its target and schema registry take the new column or table, consumers one they do not know`,
    ),
    after('arrival', words`a changed row arrives with it; the connector starts again`),
    during('rows', words`the fill waits for its lag; a connector that stops keeps log on the primary’s disk`),
    before('departure', words`the field is optional at the target, consumers read what stays, by name`),
  ],
  onRollback: words`consumers go back before the columns; events sent stay sent`,
  signal: words`lag of the slot or connector, and messages that consumers refuse`,
  source: manual('https://www.postgresql.org/docs/current/logical-replication-restrictions.html'),
});
