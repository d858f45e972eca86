import type { Text } from '#model/text.ts';
import { words } from '#model/text.ts';
import type { Core } from './core.ts';
import { listed, survey } from './survey.ts';
import { triggerIds } from './triggers.ts';
import { weightOf } from './weight.ts';

/** Questions for the review, blameless, asked after success too. The first line says when and by whom. */
export function reviewsOf(core: Core): readonly Text[] {
  const light = weightOf(core) === 'light';
  const { equal } = survey(core);
  const ids = triggerIds(core);
  const { dependencies, topology } = core.brief;
  return [
    words`Within 5 working days, also when all went well. Owner ______ · date ______`,
    words`Planned against actual minutes of each ${light ? 'step' : 'phase'}, in UTC, with evidence?`,
    words`Impact in minutes, requests, rows. If none: how do we know?`,
    words`Which triggers fired, falsely, late or not at all? Signal to decision: how long, and what would halve it?`,
    words`How near did a lock wait come to ${ids.blocked ?? 'the guard'}, and who held it?${topology.hasReplicas ? ' Did a replica stall or cancel a query?' : ''}`,
    ...(equal.length > 0 ? [words`Was a row ever unequal? Which writer?`] : []),
    ...(dependencies.length > 0 ? [words`Which dependent surprised us, and why?`] : []),
    words`Where were we lucky?`,
  ];
}

/** What remains to be done, each with owner, due day and ticket. */
export function actionsOf(core: Core): readonly Text[] {
  const { flags, deploys, lossAt } = survey(core);
  const replaced = lossAt?.steps.some(({ action }) => action.kind !== 'people') === true;
  const syncs = core.phases.some(({ schema }) => Object.keys(schema.syncs).length > 0);
  const leftovers = [
    ...(flags.length > 0 ? [words`the flag and its code`] : []),
    ...(deploys.length > 0 ? [words`what releases ignore or write twice`] : []),
    ...(deploys.length > 0 && syncs ? [words`what the sync left`] : []),
  ];
  return [
    ...(leftovers.length > 0 ? [words`remove ${listed(leftovers)}, once the way back is closed`] : []),
    ...(lossAt ? [words`phase ${lossAt.id}: a date of its own${replaced ? ', or why the old stays' : ''}`] : []),
    words`correct this runbook’s estimates and thresholds`,
  ];
}
