import type { Brief } from '#model/brief.ts';
import { bindEngine } from '#model/engine.ts';
import type { Halfway, Step } from '#model/plan.ts';
import type { Schema } from '#model/schema.ts';
import type { Script, Statement, Undo } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import { ranges } from '#model/ranges.ts';
import type { Text } from '#model/text.ts';
import { code, plain, words } from '#model/text.ts';
import { foldSchema, misfit, shapeOf } from './fold-schema.ts';
import { listed } from './survey.ts';
import type { Walkable } from './walk.ts';
import { passed, walkBack } from './walk.ts';

/** Schema changes of one file are not undone together when it stops. */
const staysHalf = ({ engine, situation }: Brief): boolean =>
  engine.running(situation).begin === '' || !bindEngine(engine, situation).can('transactionalDdl');

const alone = (guard: Script['guard'], statement: Statement): Script => ({
  guard,
  transaction: 'none',
  statements: [statement],
});

const oneByOne = (scripts: readonly Script[]): readonly Script[] =>
  scripts.flatMap(({ guard, statements }) => statements.map((statement) => alone(guard, statement)));

/** Which statements of an undo find what they take back. */
function fitting(undo: readonly Script[], schema: Schema): readonly number[] {
  const found = undo.reduce<{ readonly schema: Schema; readonly kept: readonly number[] }>(
    (known, script, index) => {
      const deltas = statementsOf([script]).flatMap((statement) => statement.deltas);
      return deltas.some((delta) => misfit(known.schema, delta) !== undefined)
        ? known
        : { schema: foldSchema(known.schema, deltas), kept: [...known.kept, index] };
    },
    { schema, kept: [] },
  );
  return found.kept;
}

/** The plan up to a step, of which only some statements ran and only some are undone. */
function cutAt(plan: Walkable, phase: string, step: Step, forward: readonly Script[], undo: Undo): Walkable {
  const [first, ...rest] = forward;
  const half: Step = first ? { ...step, action: { kind: 'statements', scripts: [first, ...rest] }, undo } : step;
  const at = plan.phases.findIndex(({ id }) => id === phase);
  const phases = plan.phases.slice(0, at + 1).map((one, index) => {
    const steps = index < at ? one.steps : [...one.steps.slice(0, one.steps.indexOf(step)), half];
    return { id: one.id, steps };
  });
  return { ...plan, phases };
}

/** Undoing these brings back what stood before the step, and nobody is without what they need meanwhile. */
function bringsBack(plan: Walkable): boolean {
  const last = passed(plan).steps.at(-1);
  if (!last) return false;
  const { stand, violations } = walkBack(plan, last.after, [last]);
  return violations.length === 0 && shapeOf(stand.schema).join() === shapeOf(last.before.schema).join();
}

const objectOf = (line: string): string => line.split(' ').slice(0, 2).join(' ');

/** What came, changed or is gone, as far as the laws know it. */
function thereAfter(before: Schema, after: Schema): Text {
  const [was, is] = [shapeOf(before), shapeOf(after)];
  const come = is.filter((line) => !was.includes(line));
  const gone = was.filter((line) => !is.some((other) => objectOf(other) === objectOf(line)));
  const lines = [...come.map((line) => words`${code(line)}`), ...gone.map((line) => words`no ${code(line)}`)];
  return lines.length > 0 ? listed(lines) : words`nothing that the schema shows`;
}

interface Point {
  readonly done: number;
  readonly there: Text;
  readonly back: Text;
}

function pointOf(plan: Walkable, phase: string, step: Step, forward: readonly Script[], before: Schema): Point {
  const done = forward.length;
  const after = foldSchema(
    before,
    statementsOf(forward).flatMap(({ deltas }) => deltas),
  );
  const there = thereAfter(before, after);
  const onward = words`go on with the next statement`;
  const { undo } = step;
  if (undo.kind !== 'statements') return { done, there, back: words`none; ${onward}` };
  const all = oneByOne(undo.scripts);
  const kept = fitting(all, after);
  const [first, ...rest] = all.filter((_, index) => kept.includes(index));
  if (shapeOf(after).join() === shapeOf(before).join())
    return { done, there, back: first ? words`look what stands, undo that much` : words`nothing to undo; ${onward}` };
  const right =
    first !== undefined && bringsBack(cutAt(plan, phase, step, forward, { ...undo, scripts: [first, ...rest] }));
  const numbers = ranges(kept.map((index) => String(index + 1)));
  const which = kept.length === all.length ? '' : `, only statement${kept.length > 1 ? 's' : ''} ${numbers} of it`;
  return { done, there, back: right ? words`undo ${step.id}${which}` : words`${onward}; undo only the whole` };
}

/** Points with the same way back are one row: what is there is told of the last. */
const merged = (points: readonly Point[]): readonly (readonly Point[])[] =>
  points.reduce<readonly (readonly Point[])[]>((groups, point) => {
    const last = groups.at(-1);
    return last?.[0] && plain(last[0].back) === plain(point.back)
      ? [...groups.slice(0, -1), [...last, point]]
      : [...groups, [point]];
  }, []);

/**
 * Where a step of several statements can stop with some of them done, what then stands, and the way back from there.
 *
 * Only on engines that do not undo schema changes of a file together. The way is the part of the undo that finds what it
 * takes back, if the laws agree that it brings back what stood before; else the step is ended first.
 */
export function halfwayOf(brief: Brief, plan: Walkable): readonly Halfway[] {
  if (!staysHalf(brief)) return [];
  return passed(plan).steps.flatMap(({ step, phase, before }) => {
    if (step.action.kind !== 'statements' || step.undo.kind === 'unneeded') return [];
    const all = oneByOne(step.action.scripts);
    const points = all.slice(1).map((_, index) => pointOf(plan, phase, step, all.slice(0, index + 1), before.schema));
    return merged(points).flatMap((group) => {
      const last = group.at(-1);
      return last
        ? [{ step: step.id, done: group.map(({ done }) => done), of: all.length, there: last.there, back: last.back }]
        : [];
    });
  });
}
