import type { Engine } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual, locking } from './manual.ts';

/** What holds for any change on MongoDB. */
export const facts = (): ReturnType<Engine['facts']> => [
  {
    says: words`The schema lives in the documents: an old and a new release read each other’s documents for as long as both run, and old documents stay as they are until somebody writes them.`,
    source: inManual('core/data-modeling-introduction'),
  },
  {
    says: words`${code('createIndexes')}, ${code('dropIndexes')}, ${code('drop')}, ${code('renameCollection')} and ${code('create')} take an exclusive lock on the collection. An index build holds it at its start and its end only and lets reads and writes through between.`,
    source: locking,
  },
  {
    says: words`Since 4.4 an index is built on all data-bearing members at once and becomes usable when the commit quorum (all voting members unless changed) is done.`,
    source: inManual('core/index-creation'),
  },
  {
    says: words`A validator looks at inserts and updates only; ${code('validationLevel: "moderate"')} leaves documents alone that broke the rule before.`,
    source: inManual('core/schema-validation/specify-validation-level'),
  },
  {
    says: words`An update of many documents is atomic for each document and not for all of them: after a stop some are changed and some are not.`,
    source: inManual('core/write-operations-atomicity'),
  },
  {
    says: words`Renaming or dropping a collection invalidates the change streams on it.`,
    source: inManual('reference/command/renameCollection'),
  },
];
