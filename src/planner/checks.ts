import { isGiven } from '#model/given.ts';
import type { Check } from '#model/plan.ts';
import type { Statement } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, plain, words } from '#model/text.ts';
import type { Core } from './core.ts';
import { ranges } from '#model/ranges.ts';
import { pausedDependents } from './dependents.ts';
import { listed, survey, tablesText } from './survey.ts';
import { weightOf } from './weight.ts';

/** `key` as the changes name checks of the same purpose: theirs is the better one. */
type Draft = Omit<Check, 'id'> & { readonly keys: readonly string[] };

const none = words`none`;

const withStatement = (statement: Statement | undefined): Pick<Draft, 'statement'> => (statement ? { statement } : {});

function baseline({ brief }: Core, table: Text, light: boolean): Draft {
  return {
    keys: [],
    title: words`baseline`,
    when: 'before',
    at: words`before 1.1`,
    how: light
      ? words`p95 and errors of ${table}, size, rows; kept at ______`
      : words`p95, p99 and errors/min of ${table}, lag, log/min, size, rows, one business total; hour of the window; kept at ______`,
    expected: isGiven(brief.baselines) ? words`recorded; given: ${brief.baselines}` : words`recorded`,
    tolerance: none,
  };
}

function schema({ brief, phases }: Core): readonly Draft[] {
  const name = brief.tables[0]?.name;
  const describe =
    name === undefined ? undefined : brief.engine.queries.describeTable({ table: name }, brief.situation);
  const changing = phases
    .filter(({ steps }) => steps.some(({ action }) => action.kind === 'statements'))
    .map(({ id }) => id);
  const how =
    name === undefined
      ? words`describe the table`
      : words`describe ${describe ? 'it' : code(name)}${brief.topology.hasReplicas ? ' on each node' : ''}`;
  const common = { keys: ['shape', 'schema'], title: words`schema`, how, tolerance: none };
  return [
    {
      ...common,
      when: 'before',
      at: words`before 1.1`,
      expected: words`as this plan takes it`,
      ...withStatement(describe),
    },
    {
      ...common,
      when: 'after',
      at: changing.length > 0 ? words`after phase ${changing.join(', ')}` : words`at the end`,
      expected: words`as the phase says, nothing else`,
    },
  ];
}

/** While a step runs, the monitoring itself is the check. */
const quiet = (core: Core): Draft => ({
  keys: ['drift'],
  title: words`quiet`,
  when: 'during',
  at: words`each step + 10 min`,
  how: words`signals of section 5`,
  expected: words`no trigger`,
  tolerance: survey(core).repeats.length > 0 ? words`the loop may wait` : none,
});

const phasesInOrder = ({ phases }: Core, ids: readonly string[]): string =>
  phases
    .map(({ id }) => id)
    .filter((id) => ids.includes(id))
    .join(', ');

function application(core: Core, table: Text): Draft {
  const light = weightOf(core) === 'light';
  const moments = [...new Set([...survey(core).deploys, ...survey(core).flags].map(({ id }) => id))];
  return {
    keys: ['application', 'smoke', 'writes'],
    title: words`application`,
    when: 'during',
    at:
      moments.length > 0
        ? words`before 1.1, after phase ${phasesInOrder(core, moments)}`
        : words`before 1.1, after the last step`,
    how: words`create, change, read a row of ${table} through the application${light ? '' : ', with and without optional values'}; one job retry`,
    expected: words`the row is right`,
    tolerance: none,
  };
}

function dependents(core: Core): readonly Draft[] {
  if (core.brief.dependencies.length === 0) return [];
  const still = pausedDependents(core).map(({ name, phases }) => words`${name} on again after phase ${ranges(phases)}`);
  return [
    {
      keys: [],
      title: words`dependents`,
      when: 'after',
      at: words`last step, next run of each`,
      how: still.length > 0 ? words`${listed(still)}; each owner confirms` : words`each owner confirms`,
      expected: words`ran, counts as before`,
      tolerance: none,
    },
  ];
}

function afterwards(core: Core): readonly Draft[] {
  const { equal } = survey(core);
  const table = tablesText(core);
  return [
    {
      keys: ['after'],
      title: words`against the baseline`,
      when: 'after',
      at: words`1 h and 24 h after the last step`,
      how: words`${baselineId(core)} again, same hour; writes go on`,
      expected: words`as the baseline`,
      tolerance: words`limits of section 4`,
    },
    ...(equal.length > 0
      ? [
          {
            keys: ['meaning', 'values', 'parity'],
            title: words`meaning`,
            when: 'during' as const,
            at: words`before readers move, with the first share`,
            how: words`one business total per day over 30 days of ${table}, by each copy`,
            expected: words`equal`,
            tolerance: none,
          },
        ]
      : []),
  ];
}

/** The changes' checks are numbered first; completing a list that is complete starts over from them. */
const own = ({ parts, checks }: Core): readonly Check[] => {
  const titles = parts.flatMap((part) => part.checks.map(({ title }) => plain(title)));
  return checks.filter(({ title }) => titles.includes(plain(title)));
};

const lastNumber = (core: Core): number =>
  Math.max(0, ...own(core).map(({ id }) => Number.parseInt(id.replaceAll(/\D/g, ''), 10) || 0));

/** The check that records the baseline, the first of those that every plan has. */
export const baselineId = (core: Core): string => `V${lastNumber(core) + 1}`;

/** Leaves out what a change checks itself, but never so much that a time of day has fewer than two checks. */
function needed(core: Core, drafts: readonly Draft[]): readonly Draft[] {
  const keys = core.parts.flatMap((part) => part.checks.map(({ key }) => key));
  const covered = (draft: Draft) => draft.keys.some((key) => keys.includes(key));
  const there = (when: Check['when']) =>
    [...own(core), ...drafts.filter((draft) => !covered(draft))].filter((one) => one.when === when).length;
  return drafts.filter((draft) => !covered(draft) || there(draft.when) < 2);
}

/**
 * The checks of the changes with those that every plan needs: baseline, schema, application, dependents, the day after.
 *
 * The changes' checks keep their ids; the others are numbered on. What a change checks itself is not asked twice.
 */
export function completeChecks(core: Core): readonly Check[] {
  const table = tablesText(core);
  const drafts = needed(core, [
    baseline(core, table, weightOf(core) === 'light'),
    ...schema(core),
    quiet(core),
    application(core, table),
    ...dependents(core),
    ...afterwards(core),
  ]);
  const last = lastNumber(core);
  return [...own(core), ...drafts.map(({ keys: _, ...draft }, index) => ({ id: `V${last + index + 1}`, ...draft }))];
}
