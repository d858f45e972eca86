import type { Engine } from '#model/engine.ts';
import { capabilities } from './capabilities.ts';
import { checkName } from './check-name.ts';
import { choice } from './choice.ts';
import { defaultKind } from './default-kind.ts';
import { facts } from './facts.ts';
import { guard } from './guards.ts';
import { hostings } from './hostings.ts';
import { changeKey } from './operations/keys.ts';
import { operations } from './operations/index.ts';
import { queries } from './queries/index.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { typeChange } from './type-change.ts';
import { watches } from './watches/index.ts';

/** CockroachDB 23.1 to 26.2. It speaks as PostgreSQL does and changes schemas in a way of its own, so nothing of that family is taken over. */
export const cockroachdb: Engine = {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  refusesStalePrepared: true,
  can: capabilities,
  operations,
  changeKey,
  queries,
  guard,
  running,
  watches,
  safety,
  typeChange,
  defaultKind,
  checkName,
  facts,
};
