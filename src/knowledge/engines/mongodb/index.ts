import type { Engine } from '#model/engine.ts';
import { rowKey } from './batch-loop.ts';
import { capabilities } from './capabilities.ts';
import { checkName } from './check-name.ts';
import { choice } from './choice.ts';
import { facts } from './facts.ts';
import { guard } from './guards.ts';
import { hostings } from './hostings.ts';
import { absent } from './operations/absent.ts';
import { collections } from './operations/collections.ts';
import { documents } from './operations/documents.ts';
import { fields } from './operations/fields.ts';
import { indexes } from './operations/indexes.ts';
import { rules } from './operations/rules.ts';
import { server } from './operations/server.ts';
import { queries } from './queries.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { terms } from './terms.ts';
import { typeChange } from './type-change.ts';
import { watches } from './watches.ts';

/** MongoDB 5.0 to 8.0, from its manual. Fields stand for columns, collections for tables, documents for rows. */
export const mongodb: Engine = {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
  terms,
  rowKey,
  operations: { ...fields, ...rules, ...indexes, ...collections, ...documents, ...server, ...absent },
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
