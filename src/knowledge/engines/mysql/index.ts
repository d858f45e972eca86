import type { Engine } from '#model/engine.ts';
import { capabilities } from './capabilities.ts';
import { checkName } from './check-name.ts';
import { choice } from './choice.ts';
import { defaultKind } from './default-kind.ts';
import { facts } from './facts.ts';
import { guard } from './guards.ts';
import { hostings } from './hostings/index.ts';
import { mysqlFamily } from './mysql-family.ts';
import { measuredOperations } from './measured-operations.ts';
import { operationsOf } from './operations/index.ts';
import { queries } from './queries/index.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { typeChange } from './type-change.ts';
import { measuredReleases } from './versions.ts';
import { watches } from './watches/index.ts';

/** MySQL 5.7 to 9, with InnoDB. */
export const mysql: Engine = {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
  operations: measuredOperations(operationsOf(mysqlFamily), measuredReleases),
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
