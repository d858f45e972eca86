import type { Answers } from '#model/answers.ts';
import type { Contradiction, Hours, PlannedChange, Window } from '#model/brief.ts';
import type { Engine } from '#model/engine.ts';
import type { Given } from '#model/given.ts';
import { isGiven } from '#model/given.ts';
import { formatHours, formatWindow, meetsHours } from '#model/time.ts';
import { chosen, quote, typed } from './read.ts';

const say = (page: string, field: string, says: string): Contradiction => ({ page, field, says });

function topologyChoices({ database }: Answers): readonly Contradiction[] {
  const beside = chosen(database.topology);
  const several = beside.filter((id) => id === 'replicas' || id === 'multi-region');
  return beside.includes('primary-only') && several.length > 0
    ? [
        say(
          'database',
          'topology',
          'Primary only stands beside replicas or several regions. Choose one of them; until then the plan counts on replicas.',
        ),
      ]
    : [];
}

function engineChoices({ database }: Answers, engine: Engine): readonly Contradiction[] {
  const version = typed(database.version);
  const known = engine.versions.some(({ id }) => isGiven(version) && (version === id || version.startsWith(`${id}.`)));
  const hosting = typed(database.hosting);
  return [
    ...(isGiven(version) && engine.versions.length > 0 && !known
      ? [
          say(
            'database',
            'version',
            `${engine.name} ${quote(version)} is not among the versions known here. Select the version again.`,
          ),
        ]
      : []),
    ...(isGiven(hosting) && !engine.hostings.some(({ id }) => id === hosting)
      ? [
          say(
            'database',
            'hosting',
            `${engine.name} is not known to run on ${quote(hosting)}. Select where it runs again.`,
          ),
        ]
      : []),
  ];
}

function changeChoices({ change }: Answers, changes: readonly PlannedChange[]): readonly Contradiction[] {
  return change.changes.flatMap(({ kind }, index) => {
    const known = !isGiven(typed(kind)) || changes[index]?.change.id === kind;
    return known
      ? []
      : [
          say(
            'change',
            `changes.${index}.kind`,
            `The kind of change ${quote(kind)} is not known here. Select it again.`,
          ),
        ];
  });
}

/** Answers that are fine one by one and cannot hold together. */
export function choiceContradictions(
  answers: Answers,
  read: {
    readonly engine: Engine;
    readonly changes: readonly PlannedChange[];
    readonly window: Given<Window>;
    readonly peak: Given<Hours>;
  },
): readonly Contradiction[] {
  const { window: hours, peak } = read;
  const inPeak = isGiven(hours) && isGiven(peak) && meetsHours(hours.start, hours.minutes, peak);
  return [
    ...topologyChoices(answers),
    ...engineChoices(answers, read.engine),
    ...changeChoices(answers, read.changes),
    ...(answers.risk.downtime === 'none' && answers.stack.deploy === 'stopped'
      ? [
          say(
            'risk',
            'downtime',
            'No downtime is tolerated, but each deploy stops everything. Choose another way to deploy, or a window.',
          ),
        ]
      : []),
    ...(inPeak
      ? [
          say(
            'risk',
            'windowStart',
            `The window ${formatWindow(hours.start, hours.end)} meets the peak ${formatHours(peak)}. Move the window, or correct the peak hours.`,
          ),
        ]
      : []),
  ];
}
