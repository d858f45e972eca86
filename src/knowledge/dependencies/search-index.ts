import { after, before, defineDependency, during } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const searchIndex = defineDependency({
  id: 'search-index',
  title: 'Search index',
  hint: 'Elasticsearch, OpenSearch and the like, fed from these tables',
  moves: true,
  duties: [
    before('arrival', words`its mapping knows the new field`),
    during('rows', words`its queue is watched: the fill can index every document again`),
    after('rows', words`documents counted and sampled against the table`),
    before('departure', words`queries use what stays, documents are indexed without what goes`),
  ],
  onRollback: words`alias back to the old index, index again what was written since: a mapped type stays`,
  signal: words`indexing queue length, refused documents, and count against the table`,
  source: manual('https://www.elastic.co/guide/en/elasticsearch/reference/current/aliases.html'),
});
