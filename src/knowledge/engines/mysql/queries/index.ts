import type { Situation } from '#model/engine.ts';
import type { Queries } from '#model/operations.ts';
import type { QuerySource } from './query-source.ts';
import { mysqlSource } from '../manual.ts';
import { catalogOf } from './catalog.ts';
import { countsOf } from './counts.ts';
import { dependentsOf } from './dependents.ts';
import { parityOf } from './parity.ts';
import { countersOf } from './counters.ts';

/** Every question that a plan may ask of MySQL. None of them changes anything. */
export const queriesOf = (source: QuerySource): Queries<Situation> => ({
  ...parityOf(source),
  ...countsOf(source),
  ...catalogOf(source),
  ...countersOf(source),
  dependents: dependentsOf(source),
});

export const queries = queriesOf(mysqlSource);
