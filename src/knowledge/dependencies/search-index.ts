import { defineDependency } from '#model/dependency.ts';
import { manual } from '#model/source.ts';
import { words } from '#model/text.ts';

export const searchIndex = defineDependency({
  id: 'search-index',
  title: 'Search index',
  hint: 'Elasticsearch, OpenSearch and the like, fed from these tables',
  moves: 'before the contract',
  before: words`The mapping knows the new field before rows carry it. What feeds the index? A fill can index every document again.`,
  during: words`Watch the indexing queue while rows are filled, and slow the fill when it grows.`,
  after: words`Compare the count and a sample of documents with the table. Move queries to the new field, then index again without the old one.`,
  onRollback: words`A mapped type stays: keep the old index, point its alias back, index again what was written since.`,
  signal: words`indexing queue length, refused documents, and count against the table`,
  source: manual('https://www.elastic.co/guide/en/elasticsearch/reference/current/aliases.html'),
});
