import { z } from 'zod/mini';
import {
  answer,
  choice,
  dateQuestion,
  numberQuestion,
  proseQuestion,
  textQuestion,
  timeQuestion,
} from '../question.ts';

/** How much risk and downtime is accepted, when, and what ends the attempt. */
export const riskPage = {
  id: 'risk',
  title: 'How much risk and downtime is acceptable?',
  short: 'Risk and downtime',
  questions: {
    risk: choice(
      'Risk level',
      'how long each stage is watched and how small the first share is',
      [
        { id: 'low', label: 'Low', hint: 'A failure is an annoyance' },
        { id: 'medium', label: 'Medium', hint: 'A failure is noticed by users' },
        { id: 'high', label: 'High', hint: 'A failure stops business or loses data' },
      ],
      { essential: true },
    ),
    downtime: choice('Downtime tolerance', 'whether statements may block, and for how long', [
      { id: 'none', label: 'None' },
      { id: 'window', label: 'Short maintenance window' },
      { id: 'flexible', label: 'Flexible' },
    ]),
    windowDate: dateQuestion(
      'Date of the window or of the schema steps',
      'times in UTC and the latest start of a rollback',
    ),
    windowStart: timeQuestion('It starts at', 'times in UTC and the latest start of a rollback'),
    windowMinutes: numberQuestion('It lasts', 'the latest start of a rollback', { unit: 'minutes' }),
    windowZone: textQuestion('Time zone', 'all times of the runbook in UTC', { hint: 'UTC, +01:00, -05:00' }),
    reads: textQuestion('What can the business bear for reads?', 'the downtime budget', {
      hint: '0, 5 s, 2 minutes at night',
    }),
    writes: textQuestion('What can the business bear for writes?', 'the downtime budget', {
      hint: '0, 5 s, 2 minutes at night',
    }),
    latencyPercent: numberQuestion(
      'Roll back when write latency rises by',
      'your own threshold instead of an assumed one',
      { unit: '%' },
    ),
    latencyMinutes: numberQuestion('… for', 'your own threshold instead of an assumed one', { unit: 'minutes' }),
    parityPercent: numberQuestion('Roll back when parity drops below', 'your own threshold instead of an assumed one', {
      unit: '%',
    }),
    errorFactor: numberQuestion(
      'Roll back when errors exceed the usual rate by a factor of',
      'your own threshold instead of an assumed one',
    ),
    lagSeconds: numberQuestion('Replica lag that readers can bear', 'your own threshold instead of an assumed one', {
      unit: 's',
    }),
    otherTriggers: proseQuestion('Other reasons to roll back', 'more triggers, printed as you wrote them'),
  },
  schema: z.object({
    risk: answer,
    downtime: answer,
    windowDate: answer,
    windowStart: answer,
    windowMinutes: answer,
    windowZone: answer,
    reads: answer,
    writes: answer,
    latencyPercent: answer,
    latencyMinutes: answer,
    parityPercent: answer,
    errorFactor: answer,
    lagSeconds: answer,
    otherTriggers: answer,
  }),
} as const;
