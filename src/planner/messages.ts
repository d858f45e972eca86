import type { Brief } from '#model/brief.ts';
import type { Given } from '#model/given.ts';
import { isGiven } from '#model/given.ts';
import type { Message, MessageKind, Phase } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { tableOf } from '#model/schema.ts';
import { code, joinText, plain, words } from '#model/text.ts';
import { formatMoment, formatWindow } from '#model/time.ts';
import type { Core } from './core.ts';
import { phaseNames, windowPhases } from './timing.ts';
import { parityChecks } from './triggers.ts';
import { listed, survey, tablesText } from './survey.ts';
import { weightOf } from './weight.ts';

type Draft = Omit<Message, 'id'>;

/** One chat message holds this many characters; a summary of many changes is cut long before. */
const summaryLimit = 400;
const messageLimit = 3400;

const orBlank = (value: Given<string>, what: string): string =>
  isGiven(value) ? (value.length > 120 ? `${value.slice(0, 120)}…` : value) : `______ (${what})`;

/** A message longer than a chat takes is cut, with its form: what it says in full stands in the plan. */
const fitted = (text: Text): Text =>
  plain(text).length > messageLimit ? [`${plain(text).slice(0, messageLimit)}…`] : text;

/** What is changed, in the words of the changes, short enough for a chat message. */
function what({ parts }: Core): Text {
  const summaries = parts.map(({ summary }) => summary);
  const whole = joinText(summaries, '; ');
  if (plain(whole).length <= summaryLimit) return whole;
  const [first = []] = summaries;
  return plain(first).length <= summaryLimit
    ? words`${first}, and ${summaries.length - 1} more changes`
    : words`${summaries.length} changes`;
}

/** The changes by name, for messages after the first, which says what is done. */
const title = (core: Core): Text =>
  words`${[...new Set(core.brief.changes.map(({ change }) => change.title))].join('; ')}, ${tablesText(core)}`;

const start = ({ window: hours }: Brief): Text =>
  isGiven(hours) ? words`${formatMoment(hours.start)}` : words`______ UTC (executor)`;

const span = ({ window: hours }: Brief): Text =>
  isGiven(hours) ? words`${formatWindow(hours.start, hours.end)}` : words`______–______ UTC (executor)`;

/** Where the window begins: what comes before it nobody notices. */
const startsAt = ({ phases }: Core): Text => words`at ${windowPhases(phases)[0]?.steps[0].id ?? '1.1'}`;

const end = ({ window: hours }: Brief): Text =>
  isGiven(hours) ? words`${formatMoment(hours.end)}` : words`______ UTC`;

/** Users feel it: something is stopped, or a statement blocks for as long as it works through the table. */
export function hurtsUsers(core: Core): boolean {
  const stops = core.phases.some(({ steps }) => steps.some(({ action }) => action.kind === 'stop'));
  const long = survey(core).statements.some(
    ({ statement: { effect } }) =>
      (effect.blocks === 'reads and writes' || effect.blocks === 'writes') &&
      effect.work !== 'catalog' &&
      effect.work !== 'none',
  );
  return stops || long;
}

const stale = (column: string, { state }: Phase): boolean =>
  state.some(({ object, exists, filled }) => object === column && (!exists || filled === 'frozen'));

type Pair = { readonly from: string; readonly to: string };

/** All that moves between the same two tables: readers must leave each of them. */
const pairsBeside = (pair: Pair, copies: Core['parts'][number]['copies']): readonly Pair[] => [
  pair,
  ...copies.flatMap(([from, to]) =>
    from !== undefined &&
    to !== undefined &&
    (from !== pair.from || to !== pair.to) &&
    tableOf(from) === tableOf(pair.from) &&
    tableOf(to) === tableOf(pair.to)
      ? [{ from, to }]
      : [],
  ),
];

/** The column that readers leave and the phase in which it stops being right. */
function moves(core: Core): Readonly<Record<'from' | 'to' | 'stays' | 'until' | 'again', Text>> | undefined {
  const pairs = core.parts.flatMap(({ readersMove, copies }) => (readersMove ? pairsBeside(readersMove, copies) : []));
  const [first] = pairs;
  if (!first) return undefined;
  const end = core.phases.findIndex((phase) => pairs.some(({ from }) => stale(from, phase)));
  const ends = core.phases[end];
  const right = end > 0 ? core.phases.slice(0, end) : [];
  return {
    from: listed(pairs.map(({ from }) => words`${code(from)}`)),
    to: listed(pairs.map(({ to }) => words`${code(to)}`)),
    stays: words`${pairs.length > 1 ? 'stay' : 'stays'} right`,
    until: ends ? words`phase ${ends.id} (not before ______)` : words`we say so`,
    again: right.length > 0 ? words` (${phaseNames(right)} only)` : [],
  };
}

/** What readers must bear, and from which phase on. */
function bears({ parts, phases }: Core): Text {
  return joinText(
    parts.flatMap(({ readersBear }) => {
      const phase = phases.find(({ stage }) => stage === readersBear?.from);
      return readersBear && phase
        ? [
            words` Before phase ${phase.id} (not before ______) every reader, client and load must bear ${readersBear.what}: tell us now if yours does not.`,
          ]
        : [];
    }),
    '',
  );
}

/** What goes without a successor: whoever uses it must know before. */
function goes(core: Core): Text {
  const borne = bears(core);
  if (borne.length > 0) return borne;
  const { lossAt } = survey(core);
  const lost = (lossAt?.steps ?? []).flatMap(({ undo }) =>
    'loses' in undo && undo.loses !== 'nothing' ? [undo.loses.what] : [],
  );
  return lossAt && lost.length > 0
    ? words` Phase ${lossAt.id} (not before ______) takes away: ${joinText(lost, '; ')}. Tell us now if you use it.`
    : [];
}

function engineers(core: Core): readonly Draft[] {
  const { brief } = core;
  const move = moves(core);
  const table = tablesText(core);
  const { flags } = survey(core);
  const light = weightOf(core) === 'light';
  const checks = parityChecks(core);
  const impact = hurtsUsers(core)
    ? words`${table} is not available for ______ min (dry run).`
    : survey(core).unknown
      ? words`Effect on users: ______ (from the dry run).`
      : survey(core).locksTables
        ? words`No downtime; a statement may wait for a lock.`
        : words`No downtime; statements may be slower meanwhile.`;
  const first = core.phases[0].rollback;
  const back = flags.length > 0 ? words`flag off within a minute, else by phase` : words`by phase`;
  return [
    {
      kind: 'scheduled',
      audience: 'engineers',
      when: words`3 days before`,
      text: words`${span(brief)}: ${move ? words`${move.from} begins to move to ${move.to}` : what(core)}${isGiven(brief.ticket) ? ` (${orBlank(brief.ticket, 'executor')})` : ''}. ${impact}${move ? words` Keep using ${move.from}; message C6 says when to move; you have until ${move.until}.` : goes(core)} No other migration on ${table} until C6. Back: ${core.phases.length === 1 ? words`${first.id}` : back}. Next update: ${isGiven(brief.window) ? start(brief) : words`______ UTC`}. Contact: ${isGiven(brief.channels.engineers) ? orBlank(brief.channels.engineers, '') : '______'}.`,
    },
    {
      kind: 'starting',
      audience: light ? 'both' : 'engineers',
      when: startsAt(core),
      text: words`Started at ______ UTC${light ? '' : ', GO by ______'}: ${title(core)}. Until ${end(brief)}. Next update ______ UTC.`,
    },
    {
      kind: 'progress',
      audience: 'engineers',
      when: light ? words`after each step` : words`at each phase`,
      text: light
        ? words`Step ___ done at ______ UTC. Triggers: none / ___. Next update ______ UTC.`
        : words`Phase ___ started / done at ______ UTC.${checks.length > 0 ? words` ${listed(checks.map(({ id }) => words`${id}`))} = ___.` : ''} Triggers: none / ___.${move ? words` Readers: on ${move.from} until message C6, on ${move.to} after it.` : ''} Next update ______ UTC.`,
    },
  ];
}

const delayed: Draft = {
  kind: 'delayed',
  audience: 'both',
  when: [],
  text: words`Paused at ______ UTC in phase ___ because ______. Users see: nothing / ______. The system is stable. Decision by ______ UTC, next update ______ UTC.`,
};

function rolledBack(core: Core): Draft {
  const move = moves(core);
  return {
    kind: 'rolled back',
    audience: 'both',
    when: [],
    text: words`Back to the former state at ______ UTC because ______. Users saw: nothing / ______ for ___ min. Data lost or wrong: none / ______.${move ? words` Engineers: use ${move.from} again${move.again}.` : ''} Next update ______ UTC; review ______.`,
  };
}

function completed(core: Core, audience: Draft['audience']): Draft {
  const move = moves(core);
  const { lossAt, flags } = survey(core);
  const after = core.phases.findLast(({ stage }) => stage === 'hold') ?? (move ? flags.at(-1) : undefined);
  const cleaning = after !== undefined && after.id !== core.phases.at(-1)?.id;
  const open = cleaning && lossAt ? words` Phase ${lossAt.id} (not before ______) ends the way back.` : '';
  const gone = lossAt && !cleaning ? words` There is no way back without loss any more.` : '';
  const text =
    audience === 'stakeholders'
      ? words`The change of ${start(core.brief)}: ${cleaning ? (move ? 'reads have moved; clean-up follows unnoticed' : 'done; clean-up follows unnoticed') : 'done'}. Data lost or wrong: none / ______. No further update.`
      : move
        ? words`All reads use ${move.to} since ______ UTC. Data lost or wrong: none / ______. Engineers: move your readers to ${move.to} now and tell us; ${move.from} ${move.stays} until ${move.until}. Next update ______ UTC.`
        : words`Done at ______ UTC: ${title(core)}. Data lost or wrong: none / ______.${open}${gone} Watched until ______ UTC. ${open === '' ? 'No further update' : 'Next update ______ UTC'}.`;
  return {
    kind: 'completed',
    audience,
    when: after ? words`once phase ${after.id} has held` : words`after the last check`,
    text,
  };
}

function stakeholders(core: Core): readonly Draft[] {
  const { brief } = core;
  const contact = isGiven(brief.channels.stakeholders) ? orBlank(brief.channels.stakeholders, '') : '______';
  if (weightOf(core) === 'light' && !hurtsUsers(core)) {
    return [
      {
        kind: 'scheduled',
        audience: 'stakeholders',
        when: words`only if asked: users notice nothing`,
        text: words`${isGiven(brief.window) ? start(brief) : words`______ UTC`}: a small addition to our database; you should notice nothing. Contact: ${contact}.`,
      },
    ];
  }
  const noticed = hurtsUsers(core)
    ? words`During ______ min of it the service is not available (reads: ${orBlank(brief.bears.reads, 'approver')}, writes: ${orBlank(brief.bears.writes, 'approver')} are accepted).`
    : survey(core).unknown
      ? words`What you may notice: ______.`
      : words`You should notice nothing; if something slows down we switch back.`;
  return [
    {
      kind: 'scheduled',
      audience: 'stakeholders',
      when: words`3 days before`,
      text: words`On ${span(brief)} (local time ______) we start a planned change to how data is stored. ${noticed} Next update: ${end(brief)}. Contact: ${contact}.`,
    },
    ...(hurtsUsers(core)
      ? [
          {
            kind: 'starting' as const,
            audience: 'stakeholders' as const,
            when: startsAt(core),
            text: words`The planned work has started at ______ UTC and is expected to end at ______ UTC. Next update ______ UTC. Contact: ${contact}.`,
          },
        ]
      : []),
    completed(core, 'stakeholders'),
  ];
}

const order: readonly MessageKind[] = ['scheduled', 'starting', 'progress', 'delayed', 'rolled back', 'completed'];

/** Messages ready to send, in the order in which they may be needed. Each fits one chat message and is true in its phase. */
export function messagesOf(core: Core): readonly Message[] {
  const audience = weightOf(core) === 'light' && !hurtsUsers(core) ? 'both' : 'engineers';
  const drafts = [...engineers(core), delayed, rolledBack(core), completed(core, audience), ...stakeholders(core)];
  return order
    .flatMap((kind) =>
      drafts.filter((draft) => draft.kind === kind).map((draft) => ({ draft, number: order.indexOf(kind) + 1 })),
    )
    .map(({ draft, number }) => ({
      id: `C${number}${draft.audience === 'stakeholders' ? 's' : ''}`,
      ...draft,
      text: fitted(draft.text),
    }));
}

/** Who sends, who approves, where, and how often. */
export function cadenceOf(core: Core): Text {
  const { people, channels } = core.brief;
  if (weightOf(core) === 'light')
    return words`Sender: ${orBlank(people['communications lead'], 'communications lead')}; the rollback owner approves C5; updates at most 20 min apart while C4 is open.`;
  return words`Sender: ${orBlank(people['communications lead'], 'communications lead')}; the rollback owner approves C5. Engineers: ${orBlank(channels.engineers, 'channel')}; stakeholders: ${orBlank(channels.stakeholders, 'channel')}. Updates at most 20 min apart while C4 is open.`;
}
