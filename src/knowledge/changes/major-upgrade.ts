import type { Part, PhaseDraft, StepDraft } from '#model/change.ts';
import { checkStep, defineChange, deploy, hold, step, stopAll } from '#model/change.ts';
import { choiceField, nameField, namesField } from '#model/fields.ts';
import { isGiven } from '#model/given.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import type { Servers } from '../patterns/another-server.ts';
import {
  endStream,
  oldServerStands,
  onOldServer,
  readyToStream,
  serverChecklist,
  serverChecks,
  stopForTurn,
  streamThere,
  turnStream,
} from '../patterns/another-server.ts';
import { openFields, requiredNames } from '../patterns/open-fields.ts';
import { stopQuestion } from '../patterns/stop-question.ts';
import { needsNothing } from '../patterns/table-needs.ts';

const fields = {
  from: nameField('Version today', { essential: true, gives: 'which release notes are read, and the way' }),
  to: nameField('Version wanted', { essential: true, gives: 'the version in every step' }),
  way: choiceField('How?', {
    options: [
      {
        id: 'second',
        label: 'A second server, kept equal',
        hint: 'Seconds without writes, and a way back without loss',
      },
      { id: 'in-place', label: 'In place', hint: 'Minutes to hours without service, and no way back but a restore' },
    ],
    gives: 'how long nothing can be written, and whether later writes survive the way back',
  }),
  tables: namesField('Tables', {
    hint: 'All, unless some are left behind',
    gives: 'what the stream between the servers carries',
  }),
} as const;

const prepare = (from: string, to: string, more: readonly StepDraft[]): PhaseDraft => ({
  stage: 'prepare',
  title: words`Rehearse the upgrade from ${from} to ${to}`,
  why: words`What fails in a rehearsal costs an hour; what fails in the window costs the window.`,
  steps: [
    checkStep(
      words`Read the release notes of every version from ${from} to ${to}; list what the application, its drivers and each extension use of what changes`,
      words`each point has an owner and an answer`,
      { proves: 'notes', minutes: { kind: 'measure', what: words`hours for the reading` } },
    ),
    checkStep(
      words`On a restored copy: the whole turn, the application’s tests, and the way back`,
      words`green both ways; minutes of each step written down: ______`,
      { proves: 'rehearsed', minutes: { kind: 'measure', what: words`hours of the rehearsal` } },
    ),
    ...more,
  ],
});

export const majorUpgrade = defineChange({
  id: 'major-upgrade',
  title: 'Upgrade the database server',
  group: 'Server',
  hint: 'To another major version',
  nature: 'transform',
  fields,
  part: (context) => {
    const { engine, downtime } = context;
    const [from, to] = [context.name('from'), context.name('to')];
    const inPlace = context.fields['way'] === 'in-place';
    const servers: Servers = {
      old: words`the server with ${code(from)}`,
      next: words`the server with ${code(to)}`,
      tables: requiredNames(context, 'tables'),
      stream: 'upgrade',
      native: true,
    };
    const stopping = words`Stop everything that writes: web, workers, jobs, loads; close their connections`;
    const noDowntime = isGiven(downtime) && downtime === 'none';

    const second: readonly PhaseDraft[] = [
      {
        stage: 'expand',
        title: words`A second server with ${code(to)}, kept equal`,
        why: words`Nothing uses it: it can go at any moment.`,
        steps: streamThere(context, servers),
      },
      {
        stage: 'backfill',
        title: words`Wait for the first copy`,
        why: words`A table is complete only when its copy is done and the stream has caught up.`,
        steps: [
          hold(
            words`Watch the copy and the log that ${servers.old} keeps for it`,
            words`every table is copied; lag below 10 s`,
            {
              kind: 'measure',
              what: words`hours of the first copy in the rehearsal`,
            },
          ),
        ],
      },
      {
        stage: 'prove',
        title: words`Prove that both hold the same`,
        why: words`Users may only move to what is complete, equal and fast.`,
        steps: [
          checkStep(words`Gather statistics on ${servers.next}, then compare plans`, words`p95 within 10 %`, {
            proves: 'plans',
          }),
          checkStep(words`Compare rows and figures of every table`, words`equal`, {
            proves: 'parity',
            minutes: { kind: 'measure', what: words`minutes of the comparison in the rehearsal` },
          }),
        ],
      },
      {
        stage: 'switch',
        title: words`Move everything to ${code(to)}`,
        why: words`With writers stopped nothing can be written on the wrong side; the stream back runs before the first write, so the way back loses nothing.`,
        gate: {
          title: words`Before writers stop`,
          criteria: [
            words`comparison equal; lag below 10 s; statistics gathered`,
            words`the time without writes, ______ min in the rehearsal, was agreed by ______`,
            words`the way back through the stream was rehearsed with rows written on ${servers.next}`,
          ],
        },
        steps: [
          stopForTurn(stopping, servers),
          ...turnStream(context, servers),
          deploy(words`the same code, connected to ${servers.next}`),
        ],
      },
      {
        stage: 'hold',
        title: words`Hold with the stream back running`,
        why: words`Each day that ${servers.old} stays equal is a day on which going back loses nothing.`,
        steps: [
          hold(
            words`Watch ${servers.next} and the stream back`,
            words`one week with its peaks and nightly runs, equal on both, no trigger`,
            {
              kind: 'assumed',
              minutes: 7 * 24 * 60,
            },
          ),
        ],
      },
      {
        stage: 'contract',
        title: words`Close the way back`,
        why: words`The stream and a second server cost money and hold log back.`,
        notBeforeDays: 7,
        gate: {
          title: words`End of the way back to ${code(from)}`,
          criteria: [
            words`one week, or a month-end, has passed without a trigger`,
            words`backups of ${servers.next} were restored`,
            words`no client connects to ${servers.old}`,
          ],
        },
        steps: endStream(context, servers),
      },
    ];
    const direct: readonly PhaseDraft[] = [
      {
        stage: 'contract',
        title: words`Upgrade in place`,
        why: words`From the first start of ${code(to)} on, only a restore brings ${code(from)} back.`,
        gate: {
          title: words`End of the way back to ${code(from)}`,
          criteria: [
            words`the rehearsal took ______ min in all and was green`,
            words`the backup of today was restored in ______ min; window end − restore − tests is later than now`,
            words`______ has accepted by name that a return loses every write since the start of ${code(to)}`,
          ],
        },
        steps: [
          stopAll(stopping),
          step(engine.upgradeServer({ ...answeredAs(context, 'from', 'from'), to }), {
            minutes: { kind: 'measure', what: words`minutes of the upgrade in the rehearsal` },
          }),
          checkStep(
            words`Gather statistics, then run the application’s tests against it before users come`,
            words`green`,
            {
              proves: 'smoke',
              minutes: { kind: 'measure', what: words`minutes in the rehearsal` },
            },
          ),
          deploy(words`the same code, on ${code(to)}`),
        ],
      },
    ];
    const strategy: Part['strategy'] = inPlace
      ? {
          name: words`In place, in a window, with a restore as the only way back`,
          why: words`It needs no second server and no stream, and the time without service is accepted.`,
          rejected: [
            {
              what: words`A second server with streams both ways`,
              because: words`the answer was in place; it would leave a way back without loss and stop writes for seconds instead of the whole upgrade`,
            },
          ],
        }
      : {
          name: words`A second server kept equal, then the stream the other way`,
          why: words`${code(to)} is proved with all rows before anyone uses it, writes stop only while the stream drains, and ${servers.old} stays equal for the way back.`,
          rejected: [
            {
              what: words`Upgrade in place`,
              because: noDowntime
                ? words`nothing can be read or written while it runs, and no time without service is allowed`
                : words`once ${code(to)} has started, the way back is a restore and loses every write since`,
            },
            {
              what: words`Dump and restore`,
              because: words`nothing can be written from the start of the dump to the end of the restore`,
            },
          ],
        };

    return {
      summary: words`Upgrade ${engine.name} from ${code(from)} to ${code(to)}, ${inPlace ? 'in place, with everything stopped' : 'on a second server that is kept equal both ways'}`,
      strategy,
      before: inPlace ? [] : oldServerStands,
      copies: [],
      application: inPlace
        ? { today: needsNothing, contract: needsNothing }
        : { today: onOldServer, switch: needsNothing },
      probes: { today: [] },
      phases: [prepare(from, to, inPlace ? [] : readyToStream(servers)), ...(inPlace ? direct : second)],
      checks: [
        {
          key: 'notes',
          title: words`What changes between ${code(from)} and ${code(to)}`,
          when: 'before',
          stages: ['prepare'],
          how: words`Release notes of each version between; removed settings, changed defaults, reserved words, driver versions, extensions`,
          expected: words`a list with an answer for each point`,
          tolerance: words`none open`,
        },
        {
          key: 'rehearsed',
          title: words`The rehearsal`,
          when: 'before',
          stages: ['prepare'],
          how: words`Forwards, back with rows written in between, and forwards again, on a copy with production’s size`,
          expected: words`tests green each time; no row lost`,
          tolerance: words`none`,
        },
        ...(inPlace
          ? serverChecks(context, servers)
              .filter(({ key }) => key === 'smoke' || key === 'figures')
              .map((check) => ({ ...check, stages: ['contract' as const], when: 'after' as const }))
          : serverChecks(context, servers)),
      ],
      checklist: inPlace
        ? [
            {
              title: words`Room and time`,
              detail: words`Free disk for the upgrade ______ GB; minutes of upgrade, statistics, tests and restore: ______`,
              critical: true,
            },
            {
              title: words`Replicas`,
              detail: words`How and when each replica is made anew, and what runs meanwhile: ______`,
              critical: true,
            },
          ]
        : serverChecklist(servers),
      questions: [
        ...openFields(context, fields),
        ...(inPlace
          ? stopQuestion(
              context,
              words`In place needs time without service`,
              words`Choose a second server, or agree on a window`,
            )
          : stopQuestion(
              context,
              words`Writers stop while the stream drains`,
              words`Agree on seconds to minutes, as measured in the rehearsal, or have the application hold writes back and retry`,
            )),
      ],
      touches: context.answered('tables') ? servers.tables : [],
    };
  },
});
