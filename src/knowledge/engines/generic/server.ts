import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import { back, described } from './described.ts';

const widenSequence: Operations<Situation>['widenSequence'] = ({ sequence, from, to }) => {
  const widen = (type: string) => ({
    text: `Let ${sequence} count as far as ${type} reaches.`,
    question: `How does this engine number rows, and where does ${sequence} end?`,
  });
  return described({
    does: words`Widen ${code(sequence)} from ${code(from)} to ${code(to)}`,
    run: widen(to),
    worked: words`the end of ${code(sequence)} is that of ${code(to)}`,
    undo: back(widen(from), 'nothing', words`Only while its last value fits ${code(from)}.`),
  });
};

const moveSequence: Operations<Situation>['moveSequence'] = ({ table, sequence, from, to }) => {
  const has = (column: string, hasDefault: boolean): Delta => ({
    kind: 'alter-column',
    column: columnName(table, column),
    set: { hasDefault },
  });
  const move = (old: string, now: string) => ({
    text: `Let ${sequence} number ${now} of ${table} instead of ${old}, going on from its last value.`,
    deltas: [has(old, false), has(now, true)],
    question: `Can this engine move the numbering of rows from one column of ${table} to another?`,
  });
  return described({
    does: words`Move ${code(sequence)} from ${code(from)} to ${code(to)}`,
    run: move(from, to),
    worked: words`a new row of ${code(table)} gets the next number in ${code(to)}`,
    undo: back(move(to, from)),
  });
};

const publish: Operations<Situation>['publish'] = ({ publication, tables }) =>
  described({
    does: words`Send the changes of ${tables.length} tables out as ${code(publication)}`,
    run: {
      text: `Set up a stream of changes ${publication} of ${tables.join(', ')}.`,
      deltas: [{ kind: 'add-object', object: `publication ${publication}` }],
      question:
        'Which tool streams the changes of this engine, and what does it keep on the disk of the source while nobody reads?',
    },
    worked: words`a change of each table is seen at the reading end`,
    undo: back({
      text: `End the stream ${publication} and remove what it keeps.`,
      deltas: [{ kind: 'drop-object', object: `publication ${publication}` }],
      question: 'What of the stream stays on the source when it is ended?',
    }),
  });

const subscribe: Operations<Situation>['subscribe'] = ({ subscription, publication, copy = true }) =>
  described({
    does: words`Receive ${code(publication)} as ${code(subscription)}`,
    run: {
      text: `On the receiving side set up ${subscription} to apply ${publication}, ${copy ? 'with a first copy of all rows' : 'without a first copy: the rows are there'}.`,
      deltas: [{ kind: 'add-object', object: `subscription ${subscription}` }],
      question:
        'Which tool applies the stream, how is its lag seen, and what does it do with a row that is there already?',
    },
    worked: copy ? words`the first copy is complete and the lag is near 0` : words`the lag is near 0`,
    undo: back({
      text: `Stop ${subscription} and remove it on both sides.`,
      deltas: [{ kind: 'drop-object', object: `subscription ${subscription}` }],
      question: 'What stays on the source when the receiver is removed?',
    }),
  });

const unsubscribe: Operations<Situation>['unsubscribe'] = ({ subscription, publication }) =>
  described({
    does: words`Stop receiving ${code(publication)} as ${code(subscription)}`,
    run: {
      text: `Stop ${subscription} and remove it on both sides.`,
      deltas: [{ kind: 'drop-object', object: `subscription ${subscription}` }],
      question: 'What stays on the source when the receiver is removed?',
    },
    worked: words`nothing more arrives, and the source keeps nothing for it`,
    undo: back(
      {
        text: `With nothing writing, set up ${subscription} again to apply ${publication}, without a first copy.`,
        deltas: [{ kind: 'add-object', object: `subscription ${subscription}` }],
        question: 'Can the tool that applies the stream begin at a given moment, without a copy?',
      },
      'nothing',
      words`Only while nothing writes and both sides hold the same rows.`,
    ),
  });

const upgradeServer: Operations<Situation>['upgradeServer'] = ({ from, to }) =>
  described({
    does: words`Upgrade the server${from === undefined ? '' : ` from ${from}`} to ${code(to)}`,
    run: {
      text: `Upgrade the server to ${to} in the way its vendor describes, first on a copy.`,
      question: `Which ways to ${to} does the vendor describe, how long do they stop the server, and is there a way back without a restore?`,
    },
    worked: words`the server reports ${code(to)}, and every check of this plan passes`,
    undo: {
      kind: 'restore',
      from: words`the backup taken before the upgrade, on a server of the older version`,
      minutes: { kind: 'measure', what: words`the restore test gives the minutes` },
      loses: { what: words`every write since the upgrade` },
    },
  });

const revokeAccess: Operations<Situation>['revokeAccess'] = ({ table, role }) =>
  described({
    does: words`Take ${code(table)} away from ${code(role)}`,
    run: {
      text: `Note which rights ${role} has on ${table}, then revoke them.`,
      question: `Do running sessions of ${role} lose ${table} at once on this engine?`,
    },
    worked: words`${code(role)} is refused on ${code(table)}, and nobody misses it`,
    undo: back({
      text: `Grant ${role} the rights on ${table} that were noted before.`,
      question: `Do running sessions of ${role} get ${table} back at once?`,
    }),
  });

export const server = { widenSequence, moveSequence, publish, subscribe, unsubscribe, upgradeServer, revokeAccess };
