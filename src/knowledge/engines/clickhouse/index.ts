import type { Engine } from '#model/engine.ts';
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

/** ClickHouse 25.3 to 26.3, from its documentation: rows are changed by mutations, nothing is rolled back, the way back is a clone. */
export const clickhouse: Engine = {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
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
    longest: 206,
    unit: 'bytes',
    reserved: reservedWords,
    mark: '`',
  }),
  facts,
};
