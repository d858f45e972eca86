import { manual, type Source } from '#model/source.ts';

/** A page of the manual of Cassandra 5.0: `inManual('developing/cql/ddl')`. No server is run here, so nothing of it is measured. */
export const inManual = (page: string): Source => {
  const [name, place] = page.split('#');
  return manual(
    `https://cassandra.apache.org/doc/5.0/cassandra/${name ?? ''}.html${place === undefined ? '' : `#${place}`}`,
  );
};

export const ddl = inManual('developing/cql/ddl#alter-table-statement');
export const nodetool = (command: string): Source => inManual(`managing/tools/nodetool/${command}`);

/** The bulk loader that reads and writes at a pace that is set. */
export const dsbulk: Source = manual('https://docs.datastax.com/en/dsbulk/reference/unload.html');
