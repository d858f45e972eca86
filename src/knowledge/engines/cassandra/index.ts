import type { Engine } from '#model/engine.ts';
import { words } from '#model/text.ts';
import { capabilities } from './capabilities.ts';
import { checkName } from './check-name.ts';
import { choice } from './choice.ts';
import { facts } from './facts.ts';
import { guard } from './guards.ts';
import { hostings } from './hostings.ts';
import { operations } from './operations/index.ts';
import { queries } from './queries.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { typeChange } from './type-change.ts';
import { watches } from './watches.ts';

/** Cassandra 4.0 to 5.0, from its manual: CQL by cqlsh, rows by DSBulk, snapshots by nodetool. */
export const cassandra: Engine = {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
  terms: { onColumn: words`indexes, materialized views, permissions` },
  operations,
  queries,
  guard,
  running,
  watches,
  safety,
  typeChange,
  defaultKind: () => 'constant',
  checkName,
  facts,
};
