import type { Engine } from '#model/engine.ts';
import { capabilities } from './capabilities.ts';
import { checkName } from './check-name.ts';
import { diskGrowth } from './disk-growth.ts';
import { choice } from './choice.ts';
import { defaultKind } from './default-kind.ts';
import { facts } from './facts.ts';
import { guard } from './guards.ts';
import { hostings } from './hostings/index.ts';
import { operations } from './operations/index.ts';
import { queries } from './queries/index.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { typeChange } from './type-change.ts';
import { watches } from './watches/index.ts';

/** PostgreSQL 12 to 18. */
export const postgresql: Engine = {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
  // facts.ts: 0A000
  refusesStalePrepared: true,
  operations,
  queries,
  guard,
  running,
  watches,
  safety,
  typeChange,
  diskGrowth,
  defaultKind,
  checkName,
  facts,
};
