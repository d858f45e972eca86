import type { Engine } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inGuide } from './manual.ts';

/** What holds for any change on DynamoDB. */
export const facts = (): ReturnType<Engine['facts']> => [
  {
    says: words`Only keys have a schema. Every other attribute lives in its item: an old and a new release read each other's items for as long as both run, and old items stay as they are until somebody writes them.`,
    source: inGuide('HowItWorks.CoreComponents'),
  },
  {
    says: words`The key attributes of a table and of an index can never be changed: another key is another table or another index.`,
    source: inGuide('GSI'),
  },
  {
    says: words`A global secondary index is made beside reads and writes, one at a time; it shares its write capacity between filling and the writes of the application, which are refused on the table when the index cannot take them.`,
    source: inGuide('GSI.OnlineOps'),
  },
  {
    says: words`Point-in-time recovery reaches back 35 days at most, from when it was turned on, and restores into a new table without scaling, alarms, tags, stream and time to live of the old one.`,
    source: inGuide('PointInTimeRecovery_Howitworks'),
  },
  {
    says: words`A condition on a write makes it fail instead of overwriting: a fill with ${code('attribute_not_exists')} loses against every write of a release.`,
    source: inGuide('Expressions.ConditionExpressions'),
  },
  {
    says: words`Items past their time to live go within days, not at once, and until then are still read.`,
    source: inGuide('howitworks-ttl'),
  },
];
