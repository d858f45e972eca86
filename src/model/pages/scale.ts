import { z } from 'zod/mini';
import { answer, numberQuestion, proseQuestion, sqlQuestion, textQuestion, timeQuestion } from '../question.ts';

const tableAnswers = z.object({
  name: answer,
  rows: answer,
  gigabytes: answer,
  writesPerSecond: answer,
  readsPerSecond: answer,
  key: answer,
});

/** The tables concerned, how heavy they are, and when. */
export const scalePage = {
  id: 'scale',
  title: 'Which tables, and how heavy are they?',
  short: 'Schema and scale',
  questions: {
    peakFrom: timeQuestion('Peak begins', 'hours in which nothing heavy is planned'),
    peakTo: timeQuestion('Peak ends', 'hours in which nothing heavy is planned'),
    zone: textQuestion('Time zone of these hours', 'all times of the runbook in UTC', { hint: 'UTC, +01:00, -05:00' }),
    longTransactions: textQuestion('Long transactions or a nightly dump', 'what a schema step must wait for', {
      hint: 'pg_dump at 03:00, reports up to 20 minutes',
    }),
    freeDisk: numberQuestion('Free disk on the smallest node', 'whether the copy, the index and the log fit', {
      unit: 'GB',
      who: 'on-call',
    }),
    ddl: sqlQuestion(
      'Schema of these tables',
      'what lives on the old column: default, constraints, indexes, triggers, grants',
      { hint: 'CREATE TABLE … as your database prints it' },
    ),
    context: proseQuestion('Traffic and anything else worth knowing', 'context in the header and in the prompt'),
  },
  tableQuestions: {
    name: textQuestion('Table', 'the names in every statement', { essential: true }),
    rows: numberQuestion('About how many rows?', 'the duration of the backfill, and whether a short lock is enough', {
      hint: '48000000 or 48M',
    }),
    gigabytes: numberQuestion('Size with indexes', 'disk and log that the change needs', { unit: 'GB' }),
    writesPerSecond: numberQuestion('Writes per second at the peak', 'how many requests wait for a lock', {
      unit: '/s',
    }),
    readsPerSecond: numberQuestion('Reads per second at the peak', 'how many requests wait for a lock', { unit: '/s' }),
    key: textQuestion('Primary key column', 'how batches walk the table', { hint: 'id' }),
  },
  schema: z.object({
    tables: z.prefault(z.array(tableAnswers), []),
    peakFrom: answer,
    peakTo: answer,
    zone: answer,
    longTransactions: answer,
    freeDisk: answer,
    ddl: answer,
    context: answer,
  }),
} as const;

export type TableAnswers = z.infer<typeof tableAnswers>;
