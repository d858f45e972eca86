import { z } from 'zod/mini';
import { answer, answers, choice, choices, numberQuestion, proseQuestion, textQuestion } from '../question.ts';

/** What the application is written in, how it is deployed, which versions run together. */
export const stackPage = {
  id: 'stack',
  title: 'What runs on it, and how is it deployed?',
  short: 'Application stack',
  questions: {
    stacks: choices(
      'Frameworks and migration tools',
      'how migrations are written, and what processes remember of the schema',
      [],
    ),
    stackVersion: textQuestion('Versions', 'the name in the header', { hint: 'Rails 7.2, Flyway 11, …' }),
    runs: choices('What runs?', 'which processes must be on the new release before the next phase', [
      { id: 'monolith', label: 'A monolith' },
      { id: 'services', label: 'Several services' },
      { id: 'workers', label: 'A worker fleet' },
      { id: 'serverless', label: 'Serverless functions' },
      { id: 'clients', label: 'Mobile or desktop clients', hint: 'Old versions run for months' },
      { id: 'jobs', label: 'Scheduled jobs' },
    ]),
    deploy: choice('How does it deploy?', 'whether two releases run together', [
      { id: 'rolling', label: 'Rolling' },
      { id: 'blue-green', label: 'Blue/green' },
      { id: 'canary', label: 'Canary' },
      { id: 'stopped', label: 'Everything stopped, then started' },
    ]),
    migrationsAtStartup: choice('Do migrations run when the application starts?', 'whether a deploy can hold a lock', [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No, as a step of their own' },
    ]),
    deployMinutes: numberQuestion(
      'How long do two versions run together during a deploy?',
      'the minutes of every deploy and of the way back',
      { unit: 'minutes' },
    ),
    instances: textQuestion('How many instances?', 'what “everywhere” means when a deploy is checked', {
      hint: '24 web and 12 worker pods',
    }),
    flags: textQuestion('Feature flag system', 'a way back in a minute instead of a deploy', {
      hint: 'LaunchDarkly, Flipper, Unleash, none, …',
    }),
    about: proseQuestion('Anything else about the stack', 'context in the header and in the prompt'),
  },
  schema: z.object({
    stacks: answers,
    stackVersion: answer,
    runs: answers,
    deploy: answer,
    migrationsAtStartup: answer,
    deployMinutes: answer,
    instances: answer,
    flags: answer,
    about: answer,
  }),
} as const;
