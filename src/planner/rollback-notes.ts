import { isGiven } from '#model/given.ts';
import type { Plan } from '#model/plan.ts';
import type { Delta } from '#model/schema.ts';
import type { Text } from '#model/text.ts';
import { joinText, words } from '#model/text.ts';
import { lockEndsWell, lockNeverGranted } from './atomicity.ts';
import type { Core } from './core.ts';
import { takesAway } from './point-of-no-return.ts';
import { stepsOf, survey } from './survey.ts';
import { weightOf } from './weight.ts';

function failures(core: Core): readonly Text[] {
  const { brief } = core;
  const { deploys, flags } = survey(core);
  const syncs = core.phases.some(({ schema }) => Object.keys(schema.syncs).length > 0);
  const [firstDeploy] = deploys;
  return [
    ...(lockEndsWell(core) && weightOf(core) !== 'light' ? [] : [lockNeverGranted(core)]),
    ...(flags.length > 0 ? [words`flag system down: redeploy the running release, its default is off`] : []),
    ...(firstDeploy
      ? [words`the release before does not start: stay on the running one${flags.length > 0 ? ', flag off' : ''}`]
      : []),
    ...(syncs
      ? [words`the sync makes writes fail: undo its step once nobody reads the new copy; the backfill begins again`]
      : []),
    words`no way works: ${isGiven(brief.situation.hosting) ? brief.situation.hosting.pointInTime : words`restore beside production to before 1.1, copy back what is wrong`}; later writes are lost unless copied over`,
  ];
}

/** A sync ends before the window does: from then on the way back takes longer. */
function syncKept(core: Core): readonly Text[] {
  const { statements } = survey(core);
  const does = (kind: Delta['kind']) =>
    statements.findLast(({ statement }) => statement.deltas.some((delta) => delta.kind === kind));
  const [started, stopped] = [does('start-sync'), does('stop-sync')];
  if (started === undefined) return [];
  return [stopped === undefined ? words`the sync` : words`the sync until ${stopped.step.id}`];
}

function windowText(core: Core): Text {
  const { deploys, flags, lossAt } = survey(core);
  const gate = core.phases.flatMap(({ gates }) => gates).find(({ pointOfNoReturn }) => pointOfNoReturn);
  const kept = [
    ...(deploys.length > 0 ? [words`the images of releases ${core.releases.map(({ id }) => id).join(', ')}`] : []),
    ...(flags.length > 0 ? [words`the flag`] : []),
    words`the backup`,
    ...syncKept(core),
  ];
  const end =
    gate && lossAt
      ? words`${gate.id} of phase ${lossAt.id} closes it`
      : words`the rollback owner closes it after 24 h without a trigger`;
  return words`The rollback window opens at 1.1; ${end}. Kept until then: ${joinText(kept, ', ')}.`;
}

function terms(core: Core): Text {
  const { lossAt, repeats } = survey(core);
  const forward = [...new Set([...repeats.map(({ phase }) => phase.id), ...(lossAt ? [lossAt.id] : [])])];
  if (weightOf(core) === 'light')
    return words`Pause: stop, undo nothing. Abort: cancel the statement. Roll back: ${core.phases[0].rollback.id}. Fix forward: not needed. Try again: cause found.`;
  const { cancel } = core.brief.engine.safety(core.brief.situation);
  const how = survey(core).statements.length > 0 ? words`: ${cancel}` : [];
  return words`Pause: stop, undo nothing. Abort: cancel the statement${how}. Roll back: ${core.phases.length === 1 ? core.phases[0].rollback.id : 'the row of the phase'}. Fix forward: ${forward.length > 0 ? words`phase ${forward.join(', ')} only` : 'not in this plan'}. Try again: cause found, boxes ticked anew.`;
}

function afterNoReturn(core: Core): Text {
  const lossy = stepsOf(core).filter(({ undo }) => takesAway(undo));
  if (core.pointOfNoReturn === undefined || lossy.length === 0) return words`No step is beyond return.`;
  const lost = lossy.flatMap(({ id, undo }) =>
    'loses' in undo && undo.loses !== 'nothing'
      ? [lossy.length > 1 ? words`${id}: ${undo.loses.what}` : undo.loses.what]
      : [],
  );
  const beside = isGiven(core.brief.situation.hosting) ? '' : ' A restore to before it stands beside production.';
  return words`After ${core.pointOfNoReturn}: fix forward. Lost${lost.length > 0 ? words`: ${joinText(lost, '; ')}` : ' is what the step says'}.${beside}`;
}

/** How the way back can itself fail and what comes next; what the words mean; until when it is open; what remains after it. */
export const rollbackNotesOf = (core: Core): Pick<Plan, 'rollbackFails' | 'rollbackWindow' | 'afterNoReturn'> => ({
  rollbackFails:
    weightOf(core) === 'light'
      ? [
          ...failures(core).slice(0, 1),
          words`no way works: restore beside production; later writes are lost unless copied over`,
        ]
      : failures(core),
  rollbackWindow: words`${terms(core)} ${windowText(core)}`,
  afterNoReturn: afterNoReturn(core),
});
