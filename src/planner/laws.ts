import type { Plan, Step } from '#model/plan.ts';
import { statementsOf } from '#model/statement.ts';
import { shapeOf } from './fold-schema.ts';
import { takesAway } from './point-of-no-return.ts';
import type { Passed, Violation, Walkable } from './walk.ts';
import { passed, startOf, walkBack } from './walk.ts';

const line = ({ at, release, says }: Violation): string => `${at}: ${release} ${says}`;

const until = (steps: readonly Passed[], index: number): readonly Passed[] => steps.slice(0, index + 1);

/** Law 3 forwards: no running version is ever without what it needs. */
export const forwardViolations = (plan: Walkable): readonly string[] => passed(plan).violations.map(line);

/** Law 3 and 4 backwards: from every step that can be taken back, all the way to the start, nobody is without what it needs, and the schema is as it was. */
export function backwardViolations(plan: Walkable): readonly string[] {
  const { steps } = passed(plan);
  const start = startOf(plan);
  const last = steps.findIndex(({ step }) => takesAway(step.undo));
  const reversible = last === -1 ? steps : steps.slice(0, last);
  return [
    ...new Set(
      reversible.flatMap((entry, index) => {
        const back = walkBack(plan, entry.after, until(steps, index));
        const [was, is] = [shapeOf(start.schema), shapeOf(back.stand.schema)];
        const left = is
          .filter((object) => !was.includes(object))
          .map((object) => `back from ${entry.step.id}: ${object} is left over`);
        const gone = was
          .filter((object) => !is.includes(object))
          .map((object) => `back from ${entry.step.id}: ${object} does not come back`);
        return [
          ...back.violations.map((violation) => `back from ${entry.step.id}, ${line(violation)}`),
          ...left,
          ...gone,
        ];
      }),
    ),
  ];
}

/** Law 8: the rollback that a trigger starts in a phase finds a schema that its release can use, from each step of the phase. */
function rollbackViolations(plan: Pick<Plan, 'phases'> & Walkable): readonly string[] {
  const { steps } = passed(plan);
  return plan.phases.flatMap(({ id, rollback }) =>
    steps
      .map((entry, index) => ({ entry, index }))
      .filter(({ entry }) => entry.phase === id && !takesAway(entry.step.undo))
      .flatMap(({ entry, index }) => {
        const taken = until(steps, index).filter(({ step }) => rollback.undoes.includes(step.id));
        const back = walkBack(plan, entry.after, taken);
        return back.violations.map((violation) => `${rollback.id} from ${entry.step.id}, ${line(violation)}`);
      }),
  );
}

const stepsOf = (plan: Pick<Plan, 'phases'>): readonly Step[] => plan.phases.flatMap(({ steps }) => steps);

/** Laws 1 and 2: references resolve, and a gate of its own stands before the first step that cannot be taken back. */
function referenceViolations(plan: Plan): readonly string[] {
  const ids = stepsOf(plan).map(({ id }) => id);
  const unresolved = plan.phases.flatMap(({ id, rollback }) =>
    rollback.undoes
      .filter((step) => !ids.includes(step))
      .map((step) => `rollback of phase ${id} undoes step ${step}, which is not there`),
  );
  const rollbacks = plan.phases.map(({ id }) => id);
  const then = plan.phases.flatMap(({ id, rollback }) =>
    rollback.then !== undefined && !rollbacks.includes(rollback.then)
      ? [`rollback of phase ${id} goes on with phase ${rollback.then}, which is not there`]
      : [],
  );
  const first = stepsOf(plan).find(({ undo }) => takesAway(undo));
  const gated =
    first === undefined ||
    plan.phases.some(({ gates }) => gates.some((gate) => gate.pointOfNoReturn && gate.beforeStep === first.id));
  return [
    ...unresolved,
    ...then,
    ...(gated ? [] : [`step ${first?.id ?? ''} cannot be taken back and has no gate of its own`]),
  ];
}

/** Law 5: what takes things away never shares a phase with the switch of reads. */
const switchViolations = (plan: Plan): readonly string[] =>
  plan.phases
    .filter(({ steps }) => steps.some(({ action }) => action.kind === 'flag'))
    .filter(({ steps }) => steps.some(({ undo }) => takesAway(undo)))
    .map(({ id }) => `phase ${id} moves reads and takes something away`);

/** Law 6: each threshold stands once, and monitoring names triggers that are there. */
function thresholdViolations(plan: Plan): readonly string[] {
  const ids = plan.triggers.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `trigger ${id} stands twice`);
  const unknown = plan.signals.flatMap(({ id, triggers }) =>
    triggers
      .filter((trigger) => !ids.includes(trigger))
      .map((trigger) => `signal ${id} quotes ${trigger}, which is not there`),
  );
  const phases = plan.phases.map(({ id }) => id);
  const nowhere = plan.triggers.flatMap(({ id, activeIn }) =>
    activeIn
      .filter((phase) => !phases.includes(phase))
      .map((phase) => `${id} is active in phase ${phase}, which is not there`),
  );
  return [...twice, ...unknown, ...nowhere];
}

/** Guards hold and help: no lock limit on a build that it would spoil, no statement outside its transaction rule. */
const guardViolations = (plan: Plan): readonly string[] =>
  stepsOf(plan).flatMap(({ id, action, undo }) => {
    const scripts = [
      ...(action.kind === 'statements' ? action.scripts : []),
      ...(undo.kind === 'statements' ? undo.scripts : []),
    ];
    return scripts.flatMap((script) => {
      const outside = statementsOf([script]).filter(({ effect }) => effect.transaction === 'outside');
      const inside =
        script.transaction === 'one' && outside.length > 0
          ? [`${id} runs inside a transaction what is refused there`]
          : [];
      const strong = statementsOf([script]).filter(
        ({ effect }) => effect.blocks === 'reads and writes' || effect.blocks === 'writes',
      );
      const unguarded =
        strong.length > 0 && script.guard !== 'short-lock'
          ? [`${id} takes a lock that blocks others without a limit on the wait`]
          : [];
      const spoiled =
        outside.some(({ effect }) => effect.work === 'index build') && script.guard === 'short-lock'
          ? [`${id} sets a lock limit on a concurrent build`]
          : [];
      return [...inside, ...unguarded, ...spoiled];
    });
  });

/** Every law that can be checked on a finished plan. Empty for a plan that may be printed. */
export const violationsOf = (plan: Plan): readonly string[] => [
  ...referenceViolations(plan),
  ...forwardViolations(plan),
  ...backwardViolations(plan),
  ...rollbackViolations(plan),
  ...switchViolations(plan),
  ...thresholdViolations(plan),
  ...guardViolations(plan),
];
