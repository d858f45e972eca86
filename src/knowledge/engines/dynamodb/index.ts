import type { Engine } from '#model/engine.ts';
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
import { terms } from './terms.ts';
import { typeChange } from './type-change.ts';
import { watches } from './watches.ts';

/** DynamoDB, from its developer guide: commands of the AWS CLI, items page by page with conditions. */
export const dynamodb: Engine = {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
  terms,
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
