import type { Brief } from '#model/brief.ts';
import type { TableScale } from '#model/change.ts';
import type { Given } from '#model/given.ts';
import { isGiven } from '#model/given.ts';
import type { HeaderRow, Plan, Role } from '#model/plan.ts';
import { roles } from '#model/plan.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, strong, words } from '#model/text.ts';
import { formatHours, formatWindow } from '#model/time.ts';
import { assess, assessmentText } from './assess.ts';
import type { Core } from './core.ts';
import { hurtsUsers } from './messages.ts';
import { reversibilityOf } from './reversibility.ts';
import { blank, grouped, sizeText, survey } from './survey.ts';
import { minutesText, phaseNames, timingOf, windowPhases } from './timing.ts';

const titles: Readonly<Record<Role, string>> = {
  executor: 'executor',
  reviewer: 'reviewer',
  'rollback owner': 'rollback decision owner',
  alternate: 'alternate',
  'communications lead': 'communications lead',
  scribe: 'scribe',
  approver: 'approver',
  'on-call': 'on-call',
  'dependent owners': 'owners of what depends on it',
};

/** Who acts, by role: the name that was given, or a blank that says whose it is. */
export const peopleOf = ({ people }: Brief): Plan['people'] =>
  Object.fromEntries(
    roles.map((role) => [role, isGiven(people[role]) ? words`${people[role]}` : words`TBD — ${titles[role]}`]),
  ) as Plan['people'];

const or = (value: Given<string>, other: string): string => (isGiven(value) ? value : other);

function databaseText({ engine, engineGiven, situation, topology }: Brief): Text {
  const { pooler, changeCapture } = topology;
  const count = isGiven(topology.replicas)
    ? `${topology.replicas} replica${topology.replicas === 1 ? '' : 's'}`
    : 'replicas (number not given)';
  const parts = [
    engineGiven
      ? words`${engine.name} ${or(situation.version, '(version not given)')}`
      : blank('engine and version', 'executor'),
    isGiven(situation.hosting) ? words`${situation.hosting.name}` : words`hosting not given`,
    topology.given
      ? topology.hasReplicas
        ? words`1 primary, ${count}${topology.replicaUse.length > 0 ? ` (${topology.replicaUse.join(', ')})` : ''}`
        : words`primary only`
      : words`topology not given`,
    ...(topology.multiRegion ? [words`several regions`] : []),
    ...(isGiven(pooler)
      ? [
          words`${pooler.name}, ${isGiven(pooler.mode) ? `${pooler.mode} mode` : 'mode not given: taken for one that does not keep sessions'}`,
        ]
      : []),
    ...(isGiven(changeCapture) ? [words`changes read by ${changeCapture}`] : []),
  ];
  return joinText(parts, ', ');
}

function applicationText(core: Core): Text {
  const { brief } = core;
  const { stacks, stackVersion, traits, deploy, deployMinutes, instances, runs, migrationsAtStartup } = brief;
  const name =
    stackVersion !== ''
      ? stackVersion
      : stacks.length > 0
        ? stacks.map((stack) => stack.name).join(', ')
        : 'stack not given';
  const minutes = isGiven(deployMinutes) ? ` ${grouped(deployMinutes)} min` : '';
  const together =
    isGiven(traits.overlap) && !traits.overlap
      ? words`one release at a time`
      : words`${strong('two releases run together')}${isGiven(traits.overlap) ? '' : ' (assumed)'}`;
  return joinText(
    [
      words`${name}`,
      ...(runs.length > 0 ? [words`${runs.join(', ')}`] : []),
      ...(isGiven(instances) ? [words`${instances}`] : []),
      isGiven(deploy) ? words`${deploy} deploy${minutes}` : words`way of deploying not given${minutes}`,
      together,
      ...(isGiven(migrationsAtStartup) && migrationsAtStartup
        ? [words`migrations at start: turned off for this change`]
        : []),
    ],
    ', ',
  );
}

function tableText({ name, rows, gigabytes, writesPerSecond }: TableScale): Text {
  const parts = [
    isGiven(rows) ? words`${grouped(rows)} rows` : words`rows not given`,
    ...(isGiven(gigabytes) ? [words`${sizeText(gigabytes)}`] : []),
    ...(isGiven(writesPerSecond) ? [words`${grouped(writesPerSecond)} writes/s`] : []),
  ];
  return words`${code(name)}: ${joinText(parts, ', ')}`;
}

function downtimeText(core: Core): Text {
  const { downtime, bears } = core.brief;
  const free = isGiven(downtime) && downtime === 'none' ? '0' : 'not given, planned as 0';
  const impact = hurtsUsers(core)
    ? words`a stop or a long block is part of this plan`
    : survey(core).unknown
      ? words`expected impact not known: the dry run shows it`
      : survey(core).locksTables
        ? words`no impact expected but a short wait for a lock`
        : words`no wait for a table expected; statements may be slower meanwhile`;
  const [reads, writes] = [or(bears.reads, free), or(bears.writes, free)];
  return words`${reads === writes ? `reads and writes ${reads}` : `reads ${reads}, writes ${writes}`}; ${impact}`;
}

function windowText(core: Core): Text {
  const { window: hours, peak, answers } = core.brief;
  const timing = timingOf(core);
  const zone =
    isGiven(hours) && answers.risk.windowDate !== '' && answers.risk.windowZone.trim() === ''
      ? ' (zone not given: read as UTC)'
      : '';
  const asked = isGiven(hours)
    ? words`${formatWindow(hours.start, hours.end)} (given)${zone} for ${phaseNames(windowPhases(core.phases))}`
    : blank('window in UTC', 'approver');
  const fits = timing.fits === 'no' ? words`; ${strong('it does not fit')}: take a longer window` : '';
  const latest = isGiven(hours) ? words`, latest start of it ${timing.latestRollbackStart}` : words``;
  return words`${asked}; ${minutesText(timing.totalMinutes)}, rollback ${minutesText(timing.rollbackMinutes)} reserved${latest}${fits}${isGiven(peak) ? words`; peak ${formatHours(peak)}` : ''}`;
}

const row = (label: string, value: Text): HeaderRow => ({ label, value });

/** The identity block. Everything that was not given stands as a blank that says whose it is. */
export function headerOf(core: Core): readonly HeaderRow[] {
  const { brief } = core;
  const who = peopleOf(brief);
  const { verdict } = reversibilityOf(core);
  const natures = [...new Set(brief.changes.map(({ nature }) => nature))];
  const named = (...of: readonly Role[]) =>
    joinText(
      of.map((role) => (isGiven(brief.people[role]) ? who[role] : words`TBD`)),
      ' · ',
    );
  const free =
    survey(core).flags.length > 0
      ? words`pause, turn the flag off or redeploy`
      : survey(core).deploys.length > 0
        ? words`pause, cancel or redeploy`
        : words`pause or cancel`;
  return [
    row('Change class', words`${natures.join(', ')}; ${strong(verdict)}`),
    row('Risk', assessmentText(core, assess(core))),
    row('Database', words`${databaseText(brief)}; production`),
    row('Tables', brief.tables.length > 0 ? joinText(brief.tables.map(tableText), '; ') : blank('table', 'executor')),
    row('Application', applicationText(core)),
    row('Downtime budget', downtimeText(core)),
    row('Window', windowText(core)),
    row(
      'Ticket · executor · reviewer · communications · scribe · approver',
      words`${isGiven(brief.ticket) ? brief.ticket : 'TBD'} · ${named('executor', 'reviewer', 'communications lead', 'scribe', 'approver')}`,
    ),
    row(
      'Rollback decision',
      words`${who['rollback owner']}; ${who.alternate}. The executor may ${free} ${strong('without asking')}`,
    ),
    row('If it is not done', isGiven(brief.notDoing) ? words`${brief.notDoing}` : words`TBD — approver`),
    ...(isGiven(brief.baselines) ? [row('Baselines (given)', words`${brief.baselines}`)] : []),
    ...(isGiven(brief.dashboards) ? [row('Dashboards', words`${brief.dashboards}`)] : []),
    row('Document', words`version 1, made ${brief.date}`),
  ];
}
