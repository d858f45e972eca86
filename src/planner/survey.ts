import { oncePer } from '#model/once-per.ts';
import type { TableScale } from '#model/change.ts';
import { isGiven } from '#model/given.ts';
import type { Phase, Step } from '#model/plan.ts';
import type { Effect, Repeat, Script, Statement } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, words } from '#model/text.ts';
import type { Core } from './core.ts';

/** A statement where it stands in the plan. */
export interface Placed {
  readonly phase: Phase;
  readonly step: Step;
  readonly script: Script;
  readonly statement: Statement;
}

/** What a plan does, in the terms on which the rest of it depends. */
export interface Survey {
  readonly statements: readonly Placed[];
  readonly repeats: readonly { readonly step: Step; readonly phase: Phase; readonly repeat: Repeat }[];
  readonly buildsIndex: boolean;
  /** Some statement locks a table. Where none does, nobody waits for one. */
  readonly locksTables: boolean;
  readonly rewrites: boolean;
  readonly movesRows: boolean;
  readonly flags: readonly Phase[];
  readonly deploys: readonly Phase[];
  /** Phases in which two copies of one thing stand and are kept equal. */
  readonly equal: readonly Phase[];
  /** Those of them in which a difference is a fault: the copy was whole before, or a check looks only at what is kept equal from the start. */
  readonly compared: readonly Phase[];
  /** Some step has an effect that nobody has confirmed: then the plan claims no impact of it. */
  readonly unknown: boolean;
  /** The phase of the first step that cannot be taken back. */
  readonly lossAt: Phase | undefined;
}

export const stepsOf = ({ phases }: Pick<Core, 'phases'>): readonly Step[] => phases.flatMap(({ steps }) => steps);

const placed = ({ phases }: Core): readonly Placed[] =>
  phases.flatMap((phase) =>
    phase.steps.flatMap((step) =>
      step.action.kind === 'statements'
        ? step.action.scripts.flatMap((script) =>
            script.statements.map((statement) => ({ phase, step, script, statement })),
          )
        : [],
    ),
  );

/** Copies that stand side by side with none left behind: only there a difference means something. */
const keptEqual = ({ state }: Phase): boolean =>
  state.filter(({ exists }) => exists).length > 1 &&
  state.every(({ exists, filled }) => !exists || filled !== 'frozen');

/** The copies are whole when the phase begins. */
const beginsWhole = (phases: readonly Phase[], phase: Phase): boolean => {
  const { state = [] } = phases[phases.indexOf(phase) - 1] ?? {};
  return state.length > 0 && state.every(({ exists, filled }) => !exists || filled !== 'filling');
};

const comparedIn = ({ phases, parts }: Core, equal: readonly Phase[]): readonly Phase[] => {
  const drifts = parts.flatMap(({ checks }) => checks.filter(({ key }) => key === 'drift'));
  return equal.filter(
    (phase) => beginsWhole(phases, phase) || drifts.some(({ stages }) => stages.includes(phase.stage)),
  );
};

const withAction = (phases: readonly Phase[], kind: Step['action']['kind']): readonly Phase[] =>
  phases.filter(({ steps }) => steps.some(({ action }) => action.kind === kind));

const unconfirmedEffect = ({ action, undo }: Step): boolean =>
  action.kind === 'cannot' ||
  (action.kind === 'people' && undo.kind === 'none') ||
  (action.kind === 'statements' &&
    action.scripts.some(({ statements }) =>
      statements.some(({ effect }) => effect.blocks === 'unconfirmed' || effect.work === 'unconfirmed'),
    ));

/** Looks over a plan once. */
export const survey = oncePer((core: Core): Survey => {
  const statements = placed(core);
  const works = (work: Effect['work']) => statements.some(({ statement }) => statement.effect.work === work);
  const repeats = statements.flatMap(({ step, phase, statement }) =>
    statement.repeat ? [{ step, phase, repeat: statement.repeat }] : [],
  );
  const equal = core.phases.filter(keptEqual);
  return {
    statements,
    repeats,
    buildsIndex: works('index build'),
    locksTables: statements.some(({ statement }) => statement.effect.locks.length > 0),
    rewrites: works('rewrite'),
    movesRows: repeats.length > 0 || works('rows') || works('rewrite'),
    flags: withAction(core.phases, 'flag'),
    deploys: withAction(core.phases, 'deploy'),
    equal,
    compared: comparedIn(core, equal),
    unknown: stepsOf(core).some(unconfirmedEffect),
    lossAt: core.phases.find(({ steps }) => steps.some(({ id }) => id === core.pointOfNoReturn)),
  };
});

/** The tables in words: `orders`, `orders` and `items`, or what to fill in. */
export function tablesText({ brief }: Core): Text {
  const names = brief.tables.map(({ name }) => words`${code(name)}`);
  if (names.length === 0) return words`the table`;
  if (names.length > 3) return words`${joinText(names.slice(0, 2), ', ')} and ${names.length - 2} more tables`;
  return joinText(names, ' and ');
}

/** The largest number that any table has, if one was given. */
export const most = (
  tables: readonly TableScale[],
  what: 'rows' | 'gigabytes' | 'writesPerSecond',
): number | undefined => {
  const values = tables.flatMap((table) => (isGiven(table[what]) ? [table[what]] : []));
  return values.length > 0 ? Math.max(...values) : undefined;
};

/** A blank that says what is missing and who fills it in. */
export const blank = (what: string, who: string): Text => words`TBD — ${what} — ${who}`;

/** `48,000,000`. */
export const grouped = (value: number): string => {
  const [whole = '', rest] = String(Math.round(value * 10) / 10).split('.');
  return `${whole.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${rest === undefined ? '' : `.${rest}`}`;
};

/** A list as words: `a, b and c`. */
export const listed = (texts: readonly Text[]): Text => {
  const last = texts.at(-1);
  return texts.length < 2 || last === undefined
    ? (last ?? [])
    : words`${joinText(texts.slice(0, -1), ', ')} and ${last}`;
};

/** `31 GB`, or MB below one. */
export const sizeText = (gigabytes: number): string =>
  gigabytes < 1 ? `${grouped(Math.max(0.1, gigabytes * 1024))} MB` : `${grouped(gigabytes)} GB`;
