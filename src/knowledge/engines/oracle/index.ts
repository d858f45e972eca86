import type { Engine } from '#model/engine.ts';
import { canHere, capabilities } from './capabilities.ts';
import { checkName } from './check-name.ts';
import { choice } from './choice.ts';
import { defaultKind } from './default-kind.ts';
import { facts } from './facts.ts';
import { guard } from './guards.ts';
import { hostings } from './hostings/index.ts';
import { operations } from './operations/index.ts';
import { queries } from './queries/index.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { twoNames } from './two-names.ts';
import { typeChange } from './type-change.ts';
import { watches } from './watches/index.ts';

/** Oracle Database 19c to 26ai, by edition. */
export const oracle: Engine = {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
  canHere,
  operations,
  queries,
  twoNames,
  guard,
  running,
  watches,
  safety,
  typeChange,
  defaultKind,
  checkName,
  facts,
};
