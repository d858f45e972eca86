import type { Phase, Plan } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { joinText, words } from '#model/text.ts';
import { ranges } from '#model/ranges.ts';

type Way = 'application' | 'schema' | 'forward' | 'stop';

const kindsUndone = ({ steps, rollback }: Phase): readonly string[] =>
  steps.filter(({ id }) => rollback.undoes.includes(id)).map(({ undo }) => undo.kind);

/** How each phase is left: by the application alone, by its schema, or not at all. A phase that undoes nothing goes the way of the one it points to. */
function waysOf(plan: Plan): readonly Way[] {
  return plan.phases.reduce<readonly Way[]>((ways, phase) => {
    const kinds = kindsUndone(phase);
    const onward = plan.phases.findIndex(({ id }) => id === phase.rollback.then);
    const way: Way = phase.steps.some(({ id }) => id === plan.reversibility.pointOfNoReturn)
      ? 'forward'
      : kinds.includes('statements')
        ? 'schema'
        : kinds.length > 0
          ? 'application'
          : (ways[onward] ?? 'stop');
    return [...ways, way];
  }, []);
}

/** Phases that go back by a schema undo, with its row: one that undoes nothing itself goes back by the row it points to. */
function bySchema(phases: readonly Phase[]): readonly { readonly ids: readonly string[]; readonly undo: string }[] {
  const undoOf = ({ rollback }: Phase): string =>
    rollback.undoes.length > 0 || rollback.then === undefined ? rollback.id : `R${rollback.then}`;
  return [...new Set(phases.map(undoOf))].map((undo) => ({
    undo,
    ids: phases.filter((phase) => undoOf(phase) === undo).map(({ id }) => id),
  }));
}

const named = (ids: readonly string[]): string => `${ids.length > 1 ? 'Phases' : 'Phase'} ${ranges(ids)}`;

/** What to do first when something is wrong, in one breath: before the schema is touched, the application goes back. */
export function firstRule(plan: Plan): Text | undefined {
  const ways = waysOf(plan);
  if (!ways.includes('application') || plan.phases.length < 2) return undefined;
  const of = (way: Way) => plan.phases.filter((_, index) => ways[index] === way);
  const application = of('application');
  const kinds = new Set(application.flatMap(kindsUndone));
  const first =
    kinds.has('flag') && kinds.has('deploy')
      ? 'flag off or release back, as its row says'
      : kinds.has('flag')
        ? 'flag off'
        : 'redeploy the release before';
  const point = plan.reversibility.pointOfNoReturn;
  const firstApplication = ways.indexOf('application');
  return joinText([
    words`${named(application.map(({ id }) => id))}: ${first}; ${{ strong: 'leave the schema alone' }}.`,
    ...bySchema(of('schema')).map(({ ids, undo }) =>
      plan.phases.findIndex(({ id }) => id === ids[0]) > firstApplication
        ? words`${named(ids)}: ${undo} first, never an older release before it.`
        : words`${named(ids)}: ${undo}.`,
    ),
    ...(point === undefined ? [] : [words`After step ${point}: fix forward.`]),
  ]);
}
