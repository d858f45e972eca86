import type { DeployDraft, FlagDraft, Part, PhaseDraft, StepDraft } from '#model/change.ts';
import type { Stage } from '#model/plan.ts';
import { stages } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { joinText, plain } from '#model/text.ts';

/** Drafts of several changes that happen together: one phase of the plan. */
export interface MergedPhase {
  readonly stage: Stage;
  readonly title: Text;
  readonly why: Text;
  readonly gates: readonly NonNullable<PhaseDraft['gate']>[];
  readonly notBeforeDays: number;
  readonly before: readonly StepDraft[];
  readonly deploy?: Text;
  /** The parts whose next release comes out here. */
  readonly bringing: readonly Part[];
  /** Flag steps, one for each share, and what stands between them. */
  readonly flags: readonly { readonly flag: string; readonly share: number; readonly does: Text }[];
  readonly after: readonly StepDraft[];
}

const isDeploy = (step: PhaseDraft['steps'][number]): step is DeployDraft => 'deploy' in step;
const isFlag = (step: PhaseDraft['steps'][number]): step is FlagDraft => 'flag' in step && 'shares' in step;
const isStep = (step: PhaseDraft['steps'][number]): step is StepDraft => 'action' in step;

/** Texts that say the same are said once. */
const distinct = (texts: readonly Text[]): readonly Text[] =>
  texts.filter((text, index) => texts.findIndex((other) => plain(other) === plain(text)) === index);

const sentence = (texts: readonly Text[]): Text => joinText(distinct(texts), '; ');

/** Holds of one phase happen at the same time: the first is kept with the conditions of all. */
function mergeHolds(steps: readonly StepDraft[]): readonly StepDraft[] {
  const holds = steps.filter(({ action }) => action.kind === 'hold');
  const [first] = holds;
  if (first === undefined || holds.length < 2) return steps;
  const until = sentence(holds.map(({ worked }) => worked));
  const merged: StepDraft = {
    ...first,
    does: sentence(holds.map(({ does }) => does)),
    action: { kind: 'hold', until },
    worked: until,
  };
  return steps.flatMap((step) => (step === first ? [merged] : step.action.kind === 'hold' ? [] : [step]));
}

const splitAtDeploy = ({
  steps,
}: PhaseDraft): { readonly before: readonly StepDraft[]; readonly after: readonly StepDraft[] } => {
  const at = steps.findIndex((step) => isDeploy(step) || isFlag(step));
  const cut = at === -1 ? steps.length : at;
  return { before: steps.slice(0, cut).filter(isStep), after: steps.slice(cut).filter(isStep) };
};

function flagSteps(drafts: readonly FlagDraft[]): MergedPhase['flags'] {
  const shares = [...new Set(drafts.flatMap((draft) => draft.shares))].toSorted((a, b) => a - b);
  const flag = [...new Set(drafts.map((draft) => draft.flag))].join(', ');
  return shares.map((share) => ({ flag, share, does: sentence(drafts.map(({ does }) => does)) }));
}

/** A phase of one change, with the change it is of. */
interface Own {
  readonly part: Part;
  readonly draft: PhaseDraft;
}

function mergeDrafts(stage: Stage, owned: readonly [Own, ...Own[]]): MergedPhase {
  const drafts = owned.map(({ draft }) => draft);
  const deploys = drafts.flatMap(({ steps }) => steps.filter(isDeploy));
  const sides = drafts.map(splitAtDeploy);
  return {
    stage,
    title: sentence(drafts.map(({ title }) => title)),
    why: joinText(distinct(drafts.map(({ why }) => why)), ' '),
    gates: drafts.flatMap(({ gate }) => (gate ? [gate] : [])),
    notBeforeDays: Math.max(...drafts.map(({ notBeforeDays }) => notBeforeDays ?? 0)),
    before: mergeHolds(sides.flatMap(({ before }) => before)),
    ...(deploys.length > 0 ? { deploy: sentence(deploys.map(({ does }) => does)) } : {}),
    bringing: owned.filter(({ draft }) => draft.steps.some(isDeploy)).map(({ part }) => part),
    flags: flagSteps(drafts.flatMap(({ steps }) => steps.filter(isFlag))),
    after: mergeHolds(sides.flatMap(({ after }) => after)),
  };
}

/** Merges the phases of all changes stage by stage; a change's second phase of a stage merges with the others' second. */
export function mergeStages(parts: readonly Part[]): readonly MergedPhase[] {
  return stages.flatMap((stage) => {
    const rows = parts.map((part) =>
      part.phases.filter((phase) => phase.stage === stage).map((draft): Own => ({ part, draft })),
    );
    const depth = Math.max(0, ...rows.map(({ length }) => length));
    return Array.from({ length: depth }, (_, index) => rows.flatMap((row) => row[index] ?? [])).flatMap((owned) => {
      const [first, ...rest] = owned;
      return first ? [mergeDrafts(stage, [first, ...rest])] : [];
    });
  });
}
