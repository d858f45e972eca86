import type { Phase, Plan } from '#model/plan.ts';
import type { Minutes } from '#model/statement.ts';
import { durationText } from '#model/time.ts';
import { Icon } from '#ui/icon.tsx';
import { InnerLink } from '#ui/inner-link.tsx';
import { Prose } from '#ui/prose.tsx';

type PhasePictureProps = {
  plan: Pick<Plan, 'phases' | 'releases' | 'reversibility'>;
  /** The id of the heading of a phase in the document. */
  headingOf: (phase: Phase) => string | undefined;
};

/** The phases as a track: what each is, what may be running, how it is taken back, and where that ends. */
export function PhasePicture({ plan, headingOf }: PhasePictureProps) {
  const { phases } = plan;
  const stops = phases.findIndex(({ gates }) => gates.some(({ pointOfNoReturn }) => pointOfNoReturn));
  const titleOf = (id: string) => plan.releases.find((release) => release.id === id)?.title ?? id;
  const gate = phases[stops]?.gates.find(({ pointOfNoReturn }) => pointOfNoReturn);

  return (
    <figure className="grid gap-3 print:break-inside-avoid">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <span className="font-semibold">
          {phases.length} {phases.length === 1 ? 'phase' : 'phases'},{' '}
          {gate === undefined ? 'each with its way back' : 'with a way back up to the point of no return'}
        </span>
        <span className="text-sm text-muted">
          {gate === undefined
            ? 'No point of no return: every step can be taken back'
            : `Point of no return before step ${gate.beforeStep}`}
        </span>
      </figcaption>
      <ol className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,10.5rem),1fr))] gap-x-0 gap-y-3">
        {phases.map((phase, at) => (
          <li key={phase.id} className="flex min-w-0">
            {at === stops && gate !== undefined ? <NoReturn beforeStep={gate.beforeStep} /> : null}
            <PhaseCell
              phase={phase}
              runs={[...new Set(phase.running.map(({ release }) => titleOf(release)))]}
              heading={headingOf(phase)}
              beyond={stops >= 0 && at >= stops}
            />
          </li>
        ))}
      </ol>
    </figure>
  );
}

function wayBack({ id, undoes, then, minutes, loses }: Phase['rollback'], beyond: boolean): string {
  if (beyond) return 'No way back: see section 4';
  if (undoes.length === 0) return then === undefined ? 'Back: stop here' : `Back: stop, then R${then}`;
  return `Back: ${id}${minutesOf(minutes)}${loses === 'nothing' ? '' : ', with loss'}`;
}

const minutesOf = (minutes: Minutes) => (minutes.kind === 'measure' ? '' : `, about ${durationText(minutes.minutes)}`);

type PhaseCellProps = { phase: Phase; runs: readonly string[]; heading: string | undefined; beyond: boolean };

function PhaseCell({ phase: { id, stage, title, rollback }, runs, heading, beyond }: PhaseCellProps) {
  const name = <Prose text={title} />;

  return (
    <div
      className={`grid min-w-0 grow content-start gap-1 border-e border-t-4 border-e-line bg-raised px-3 py-2.5 text-sm ${beyond ? 'border-t-beacon' : 'border-t-accent'}`}
    >
      <p className="text-xs font-semibold text-muted">
        {id} · {stage}
      </p>
      <p className="leading-5 font-medium">
        {heading === undefined ? (
          name
        ) : (
          <InnerLink to={heading} className="underline decoration-line underline-offset-4 hover:decoration-current">
            {name}
          </InnerLink>
        )}
      </p>
      {runs.length === 0 ? null : <p className="text-muted">Runs {runs.join(', ')}</p>}
      <p className="text-muted">{wayBack(rollback, beyond)}</p>
    </div>
  );
}

/** A word, a shape and the one loud colour. */
function NoReturn({ beforeStep }: { beforeStep: string }) {
  return (
    <div className="flex shrink-0 flex-col items-center gap-1 bg-beacon px-2 py-2.5 text-on-beacon">
      <Icon name="beacon" className="size-5" />
      <span className="text-xs leading-tight font-bold [writing-mode:vertical-rl]">
        No return<span className="sr-only"> from step {beforeStep} on</span>
      </span>
    </div>
  );
}
