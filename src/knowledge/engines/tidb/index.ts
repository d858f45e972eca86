import { engineLike } from '#model/engine.ts';
import { mysql } from '../mysql/index.ts';
import { capabilities } from './capabilities.ts';
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

/** TiDB 7.1 to 8.5, from its manual. It answers in MySQL's statements, where it has them; what they do is its own. */
export const tidb = engineLike(mysql, {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
  operations,
  queries,
  guard,
  running,
  watches,
  safety,
  typeChange,
  facts,
});
