import { engineLike } from '#model/engine.ts';
import { mysql } from '../mysql/index.ts';
import { measuredOperations } from '../mysql/measured-operations.ts';
import { operationsOf } from '../mysql/operations/index.ts';
import { queriesOf } from '../mysql/queries/index.ts';
import { capabilities } from './capabilities.ts';
import { choice } from './choice.ts';
import { facts } from './facts.ts';
import { mariadbFamily } from './family.ts';
import { guard } from './guards.ts';
import { hostings } from './hostings/index.ts';
import { mariadbSource } from './manual.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { typeChange } from './type-change.ts';
import { measuredReleases } from './versions.ts';
import { watches } from './watches.ts';

/** MariaDB answers as MySQL does, in the places where its family says nothing else. */
export const mariadb = engineLike(mysql, {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
  operations: measuredOperations(operationsOf(mariadbFamily), measuredReleases),
  queries: queriesOf(mariadbSource),
  guard,
  running,
  watches,
  safety,
  typeChange,
  facts,
});
