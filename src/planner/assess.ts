import { oncePer } from '#model/once-per.ts';
import { isGiven } from '#model/given.ts';
import type { Assessment, RiskLevel } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { joinText, words } from '#model/text.ts';
import type { Core } from './core.ts';
import type { Placed } from './survey.ts';
import { grouped, listed, most, sizeText, survey } from './survey.ts';

interface Reason {
  readonly level: RiskLevel;
  readonly says: Text;
}

const rank: Readonly<Record<RiskLevel, number>> = { low: 0, medium: 1, high: 2 };

const reason = (level: RiskLevel, says: Text): readonly Reason[] => [{ level, says }];

function scaleReasons(core: Core): readonly Reason[] {
  const { tables } = core.brief;
  const [rows, gigabytes, writes] = [most(tables, 'rows'), most(tables, 'gigabytes'), most(tables, 'writesPerSecond')];
  const { movesRows } = survey(core);
  const busy = writes !== undefined && writes >= 100;
  const unknown = rows === undefined && gigabytes === undefined;
  const says = [
    ...(rows === undefined ? [] : [words`${grouped(rows)} rows`]),
    ...(gigabytes === undefined ? [] : [words`${sizeText(gigabytes)}`]),
    ...(writes === undefined ? [] : [words`${grouped(writes)} writes/s`]),
  ];
  const size = says.length > 0 ? joinText(says, ', ') : words`size not given`;
  if (!movesRows) return busy ? reason('medium', words`scale: ${size}`) : reason('low', words`no row is moved`);
  if ((rows ?? 0) >= 1e7 || (gigabytes ?? 0) >= 10 || busy)
    return reason('high', words`scale: rows are moved (${size})`);
  return unknown || (rows ?? 0) >= 1e6 || (gigabytes ?? 0) >= 1
    ? reason('medium', words`scale: rows are moved (${size})`)
    : reason('low', words`scale: rows are moved, but few (${size})`);
}

const blocking: readonly Placed['statement']['effect']['blocks'][] = ['reads and writes', 'writes', 'unconfirmed'];

function lockReasons(core: Core): readonly Reason[] {
  const { tables } = core.brief;
  const { statements, unknown } = survey(core);
  const strongest = blocking
    .map((blocks) => statements.filter(({ statement }) => statement.effect.blocks === blocks))
    .find((found) => found.length > 0);
  const [first] = strongest ?? [];
  if (unknown && (!first || first.statement.effect.blocks === 'unconfirmed'))
    return reason('medium', words`lock: what is blocked, and for how long, is not known`);
  if (!strongest || !first) return reason('low', words`lock: no statement blocks reads or writes`);
  const { blocks } = first.statement.effect;
  const working = strongest.filter(({ statement }) =>
    ['scan', 'rewrite', 'rows', 'index build', 'unconfirmed'].includes(statement.effect.work),
  );
  const long = working.length > 0;
  const ids = [...new Set((long ? working : strongest).map(({ step }) => step.id))];
  const where = `${ids.join(', ')} ${ids.length > 1 ? 'block' : 'blocks'}`;
  const works = ids.length > 1 ? 'they work' : 'it works';
  const waits = ids.length > 1 ? 'one waits' : 'it waits';
  const [rows, writes] = [most(tables, 'rows'), most(tables, 'writesPerSecond')];
  const small = rows !== undefined && rows < 1e6 && (writes ?? 0) < 100;
  if (long)
    return reason(small ? 'medium' : 'high', words`lock: ${where} ${blocks} for as long as ${works} through the table`);
  return reason(
    small ? 'low' : 'medium',
    words`lock: ${where} ${blocks} for a moment${small ? '' : `, and who comes while ${waits}`}`,
  );
}

function reversibilityReasons(core: Core): readonly Reason[] {
  const { lossAt } = survey(core);
  return lossAt && core.pointOfNoReturn !== undefined
    ? reason('high', words`reversibility: step ${core.pointOfNoReturn} cannot be taken back without loss`)
    : reason('low', words`reversibility: nothing is lost`);
}

function dependencyReasons({ brief, parts }: Core): readonly Reason[] {
  const { dependencies, topology, changes, runs } = brief;
  const additive = changes.every(({ nature }) => nature === 'additive');
  const moving = dependencies.filter(({ kind }) => kind.moves);
  const readers = parts.some(({ readersMove }) => readersMove !== undefined) || !additive;
  const clients = runs.includes('clients') && !additive;
  return [
    ...(clients
      ? reason('high', words`dependencies: clients on people's devices keep the old version for months`)
      : []),
    ...(isGiven(topology.changeCapture) && !additive
      ? reason('medium', words`dependencies: ${topology.changeCapture} sees the change`)
      : []),
    ...(moving.length > 0 && readers
      ? reason('medium', words`dependencies: ${listed(moving.map(({ name }) => words`${name}`))} must move with it`)
      : dependencies.length > 2
        ? reason('medium', words`dependencies: ${dependencies.length} are named`)
        : []),
  ];
}

function deployReasons(core: Core): readonly Reason[] {
  const { traits } = core.brief;
  const { length } = survey(core).deploys;
  if (length === 0) return [];
  const overlap = !isGiven(traits.overlap) || traits.overlap;
  return reason(
    overlap ? 'medium' : 'low',
    words`deploys: ${length}${overlap ? ', two releases run together in each' : ''}`,
  );
}

/** Low reasons are said only where nothing weighs more. */
const worthSaying = (reasons: readonly Reason[], level: RiskLevel): readonly Reason[] =>
  level === 'low' ? reasons : reasons.filter((one) => one.level !== 'low');

/** Our own judgement: the gravest reason counts; three of middle weight together are grave. */
export const assess = oncePer((core: Core): Assessment => {
  const reasons = [
    ...scaleReasons(core),
    ...lockReasons(core),
    ...reversibilityReasons(core),
    ...dependencyReasons(core),
    ...deployReasons(core),
  ].toSorted((one, other) => rank[other.level] - rank[one.level]);
  const medium = reasons.filter(({ level }) => level === 'medium').length;
  const level = reasons[0]?.level === 'high' || medium >= 3 ? 'high' : medium > 0 ? 'medium' : 'low';
  const { risk } = core.brief;
  return {
    level,
    reasons: worthSaying(reasons, level).map(({ says }) => says),
    disagrees: isGiven(risk) && risk !== level,
  };
});

/** So many reasons stand in the header, the gravest, and one where it agrees with what was given; the steps say what each of them locks. */
const headline = 2;

/** The assessment in one line, beside what was given. */
export function assessmentText(core: Core, { level, reasons, disagrees }: Assessment): Text {
  const { risk } = core.brief;
  const because = joinText(reasons.slice(0, isGiven(risk) && !disagrees ? 1 : headline), '; ');
  if (!isGiven(risk)) return words`${level} by our assessment (none was given): ${because}`;
  return disagrees
    ? words`given ${risk}; our assessment says ${{ strong: level }}: ${because}`
    : words`${risk} (given); our assessment agrees: ${because}`;
}
