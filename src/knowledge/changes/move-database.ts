import { checkStep, defineChange, deploy, hold } from '#model/change.ts';
import { choiceField, nameField, namesField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
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
  from: nameField('Database today', {
    essential: true,
    hint: 'shop on db1',
    gives: 'which side is meant in every step',
  }),
  to: nameField('New place', { essential: true, hint: 'shop on db2', gives: 'which side is meant in every step' }),
  how: choiceField('What carries the changes over?', {
    options: [
      { id: 'native', label: 'The engine itself', hint: 'Same engine on both sides' },
      { id: 'tool', label: 'A tool', hint: 'Another engine, or a service of the provider' },
    ],
    gives: 'the statements that start the streams, or who runs the tool',
  }),
  tables: namesField('Tables that move', { gives: 'what is copied, compared and given up at the end' }),
  key: nameField('Key by which rows are spread', {
    hint: 'Only when the rows go to several databases',
    gives: 'what each table and each unique key must contain',
  }),
} as const;

export const moveDatabase = defineChange({
  id: 'move-database',
  title: 'Move to another database',
  group: 'Server',
  hint: 'Another server, provider, engine or shard',
  nature: 'transform',
  fields,
  part: (context) => {
    const [from, to] = [context.name('from'), context.name('to')];
    const servers: Servers = {
      old: words`${code(from)}`,
      next: words`${code(to)}`,
      tables: requiredNames(context, 'tables'),
      stream: 'move',
      native: context.fields['how'] === 'native',
    };
    const flag = 'read_new_database';
    const spread = context.answered('key');

    return {
      summary: words`Move ${code(from)} to ${code(to)}: first copy, stream of changes, reads in shares, then writes, with a stream back`,
      strategy: {
        name: words`Copy and stream, reads by a flag, then writes with the stream turned round`,
        why: words`Both places hold the same rows before anyone reads the new one; and after writes have moved, the old one stays right for the way back.`,
        rejected: [
          {
            what: words`Stop, dump, restore, start`,
            because: words`nothing can be written for the whole time, and the first write on the other side ends the way back`,
          },
          {
            what: words`Releases that write to both`,
            because: words`two databases share no transaction: one write in a thousand is on one side only, and nobody sees which`,
          },
        ],
      },
      before: oldServerStands,
      copies: [],
      application: { today: onOldServer, 'write-both': onOldServer, retire: needsNothing },
      probes: { today: [] },
      phases: [
        {
          stage: 'prepare',
          title: words`Know what moves, and what depends on its being in one place`,
          why: words`What worked inside one database may not across two: transactions, references, unique keys, joins.`,
          steps: [
            checkStep(
              words`List transactions, foreign keys, unique keys, sequences and joins that would cross between ${code(from)} and ${code(to)}`,
              words`each has an answer`,
              { proves: 'crossing' },
            ),
            checkStep(
              words`Rehearse the whole turn with production’s size, and the way back with rows written in between`,
              words`no row lost; minutes of each step written down: ______`,
              { proves: 'parity', minutes: { kind: 'measure', what: words`hours of the rehearsal` } },
            ),
            ...readyToStream(servers),
          ],
        },
        {
          stage: 'expand',
          title: words`Make ${code(to)} and keep it equal`,
          why: words`Nothing uses it: it can go at any moment.`,
          steps: streamThere(context, servers),
        },
        {
          stage: 'write-both',
          title: words`A release that knows both places`,
          why: words`Reads can then move without a deploy, in shares, and come back in a minute.`,
          steps: [deploy(words`it writes ${code(from)} and reads by ${code(flag)}, off by default`)],
        },
        {
          stage: 'backfill',
          title: words`Wait for the first copy`,
          why: words`A table is complete only when its copy is done and the stream has caught up.`,
          steps: [
            hold(
              words`Watch the copy and the log that ${code(from)} keeps for it`,
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
          why: words`Reads may only move to what is complete, equal and fast.`,
          steps: [
            checkStep(words`Gather statistics on ${code(to)}, then compare plans`, words`p95 within 10 %`, {
              proves: 'plans',
            }),
            checkStep(words`Compare rows and figures of every table`, words`equal`, {
              proves: 'figures',
              minutes: { kind: 'measure', what: words`minutes of the comparison in the rehearsal` },
            }),
          ],
        },
        {
          stage: 'switch',
          title: words`Move reads to ${code(to)}`,
          why: words`Only reads that may be some seconds old move now; those that must see their own write stay until writes move.`,
          gate: {
            title: words`Before users read ${code(to)}`,
            criteria: [
              words`comparison equal; lag below 10 s for 24 h`,
              words`each read is marked: may be some seconds old, or must see its own write`,
            ],
          },
          steps: [{ flag, shares: [5, 50, 100], does: words`Read from ${code(to)} what may be some seconds old` }],
        },
        {
          stage: 'hold',
          title: words`Hold reads on ${code(to)}`,
          why: words`One whole day shows the peak and the nightly jobs.`,
          steps: [
            hold(words`Hold at 100 %`, words`equal for 24 h, one peak and one nightly run included; no trigger`, {
              kind: 'assumed',
              minutes: 24 * 60,
            }),
          ],
        },
        {
          stage: 'retire',
          title: words`Move writes to ${code(to)}`,
          why: words`With writers stopped nothing can be written on the wrong side; the stream back runs before the first write, so the way back loses nothing.`,
          gate: {
            title: words`Before writers stop`,
            criteria: [
              words`equal for 24 h; lag below 10 s`,
              words`the time without writes, ______ min in the rehearsal, was agreed by ______`,
              words`every writer on the list stops with the rest, or writes none of these tables`,
            ],
          },
          steps: [
            stopForTurn(
              words`Stop everything that writes ${code(from)}: web, workers, jobs, loads; close their connections`,
              servers,
            ),
            ...turnStream(context, servers),
            deploy(words`it reads and writes ${code(to)} only`),
          ],
        },
        {
          stage: 'contract',
          title: words`Close the way back`,
          why: words`The stream and the old place cost money and hold log back.`,
          notBeforeDays: 14,
          gate: {
            title: words`End of the way back to ${code(from)}`,
            criteria: [
              words`14 days, month-end included, equal on both and without a trigger`,
              words`backups of ${code(to)} were restored`,
              words`no client connects to ${code(from)}`,
            ],
          },
          steps: endStream(context, servers),
        },
      ],
      checks: [
        {
          key: 'crossing',
          title: words`What would cross`,
          when: 'before',
          stages: ['prepare'],
          how: words`Statements of one week that name tables on both sides of the cut; foreign keys, unique keys and transactions over it`,
          expected: words`0, or a written answer for each`,
          tolerance: words`none open`,
        },
        ...serverChecks(context, servers),
      ],
      checklist: [
        ...serverChecklist(servers),
        ...(spread
          ? [
              {
                title: words`The key ${code(context.name('key'))}`,
                detail: words`Every table that moves has it, not NULL, in its primary key and in each unique key; new numbers cannot clash between places: ______`,
                critical: true,
              },
            ]
          : []),
      ],
      questions: [
        ...openFields(context, { ...fields, key: { ...fields.key, gives: '' } }),
        ...stopQuestion(
          context,
          words`Writers stop while the stream drains`,
          words`Agree on seconds to minutes, as measured in the rehearsal, or have the application hold writes back and retry`,
        ),
      ],
      touches: context.answered('tables') ? servers.tables : [],
      releaseNotes: {
        'write-both': [
          words`Has both connections; writes go to ${code(from)}; a read that must see its own write stays there too.`,
        ],
        retire: [
          words`Connects to ${code(to)} only; the release before it can start again once ${code(from)} has drained the stream back.`,
        ],
      },
    };
  },
});
