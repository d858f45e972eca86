export { type Catalog, catalogOf, differenceOf } from './catalog.ts';
export { contentOf, rowsOf } from './content.ts';
export { threadOf, type Waits, watchWaits } from './metadata-locks.ts';
export { numbersOf, workBetween } from './work.ts';
