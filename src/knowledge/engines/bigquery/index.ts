import type { Engine } from '#model/engine.ts';
import { words } from '#model/text.ts';
import { checkNameWith } from '../../warehouses/check-name.ts';
import { defaultKind } from '../../warehouses/default-kind.ts';
import { capabilities } from './capabilities.ts';
import { choice } from './choice.ts';
import { dialect } from './dialect.ts';
import { facts } from './facts.ts';
import { guard } from './guards.ts';
import { hostings } from './hostings.ts';
import { operations } from './operations.ts';
import { queries } from './queries.ts';
import { reservedWords } from './reserved-words.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { typeChange } from './type-change.ts';
import { watches } from './watches.ts';

/** BigQuery, from its documentation: nothing waits for a lock, keys are informational, the way back is a clone or time travel. */
export const bigquery: Engine = {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
  terms: {
    onColumn: words`default, NOT NULL, policy tags, row access policies, views, materialized views, partitioning, clustering, description`,
  },
  rowsAtOnce: true,
  operations,
  queries,
  guard,
  running,
  watches,
  safety,
  typeChange,
  defaultKind,
  checkName: checkNameWith({
    name: dialect.name,
    longest: 300,
    unit: 'characters',
    reserved: reservedWords,
    mark: '`',
  }),
  facts,
};
