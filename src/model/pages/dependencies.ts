import { z } from 'zod/mini';
import { answer, proseQuestion, textQuestion } from '../question.ts';

const dependencyAnswers = z.object({
  kind: answer,
  name: answer,
  reads: answer,
  when: answer,
  owner: answer,
});

/** What depends on the data, and who decides. */
export const dependenciesPage = {
  id: 'dependencies',
  title: 'What depends on it, and who decides?',
  short: 'Dependencies and people',
  dependencyQuestions: {
    kind: textQuestion('Kind', 'what to pause, in which order to move'),
    name: textQuestion('Name', 'the name in checks and messages'),
    reads: textQuestion('What does it read or write?', 'whether it breaks, and when', {
      hint: 'orders.status, SELECT *',
    }),
    when: textQuestion('When does it run?', 'hours kept clear', { hint: '01:00–01:40 UTC, always' }),
    owner: textQuestion('Owner', 'who confirms'),
  },
  questions: {
    executor: textQuestion('Executor', 'who runs each step'),
    reviewer: textQuestion('Reviewer', 'who checks parity and plans'),
    rollbackOwner: textQuestion('Rollback decision owner', 'who decides when a trigger fires'),
    alternate: textQuestion('Alternate', 'who decides when the owner cannot'),
    communicationsLead: textQuestion('Communications lead', 'who sends the messages'),
    scribe: textQuestion('Scribe', 'who writes down times'),
    approver: textQuestion('Approver', 'who signs'),
    onCall: textQuestion('On-call', 'who watches'),
    engineersChannel: textQuestion('Channel for engineers', 'where messages go'),
    stakeholdersChannel: textQuestion('Channel for stakeholders', 'where messages go'),
    ticket: textQuestion('Ticket', 'the link in the header'),
    baselines: proseQuestion('Baselines, if known', 'limits as numbers instead of multiples', {
      hint: 'p95 of order writes 40 ms, errors 3/min, lag 0.2 s',
    }),
    dashboards: proseQuestion('Dashboards', 'where each signal is read'),
    backup: textQuestion('Last backup and restore time, if known', 'how long a restore would take'),
  },
  schema: z.object({
    dependencies: z.prefault(z.array(dependencyAnswers), []),
    executor: answer,
    reviewer: answer,
    rollbackOwner: answer,
    alternate: answer,
    communicationsLead: answer,
    scribe: answer,
    approver: answer,
    onCall: answer,
    engineersChannel: answer,
    stakeholdersChannel: answer,
    ticket: answer,
    baselines: answer,
    dashboards: answer,
    backup: answer,
  }),
} as const;

export type DependencyAnswers = z.infer<typeof dependencyAnswers>;
