import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from './manual.ts';

/** The cloud below makes no difference to schema changes. */
export const hostings: readonly Hosting[] = [
  {
    id: 'snowflake',
    name: 'Snowflake on AWS, Azure or Google Cloud',
    backup: words`clone the schema (${code('CREATE SCHEMA <copy> CLONE <schema>')}), which takes no room until one of them changes, and keep the clone beyond the whole change`,
    pointInTime: words`clone the table as of the moment (${code('CREATE TABLE <copy> CLONE <table> AT (TIMESTAMP => <UTC>::TIMESTAMP_TZ)')}), look at it and copy back what you need: it makes a new table, within ${code('DATA_RETENTION_TIME_IN_DAYS')} only`,
    copy: words`a clone of the database, with a warehouse of the same size`,
    notes: [
      words`See first how far back each table can be had: ${code("SHOW PARAMETERS LIKE 'DATA_RETENTION_TIME_IN_DAYS' IN TABLE <table>")} is 1 unless it was set, at most 1 in Standard edition and 90 in Enterprise; set it so that it reaches beyond the hold. What is older is in Fail-safe, from where only Snowflake Support brings it back; a transient table has none`,
    ],
    source: inManual('user-guide/object-clone'),
  },
];
