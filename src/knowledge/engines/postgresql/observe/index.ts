export { type Catalog, catalogOf, differenceOf } from './catalog.ts';
export { contentOf, rowsOf } from './content.ts';
export { type LockMode } from './locks.ts';
export { type Observation, observeStatement } from './observe-statement.ts';
