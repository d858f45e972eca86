import type { Answers } from '#model/answers.ts';
import { databasePage } from '#model/pages/database.ts';
import { notSure, type Option } from '#model/question.ts';
import type { EngineOffer } from './wizard-world.ts';

/** The heading of engines that name no family of their own. */
const mostMet = 'Most used';

/** Engines as answers, under headings once there are families; what stands for all others comes last and under none. */
export function engineOptions(engines: readonly EngineOffer[]): readonly Option[] {
  const headed = engines.some(({ family }) => family !== undefined);
  const option = ({ id, name, family = mostMet, typed }: EngineOffer): Option => ({
    id,
    label: name,
    ...(headed && typed === undefined ? { group: family } : {}),
  });
  return [...engines.filter(({ typed }) => !typed), ...engines.filter(({ typed }) => typed)].map(option);
}

/** How the version is asked: from a list, as text, or not at all where there is one for everyone. What was answered stays in view. */
export function versionAsked(offer: EngineOffer, answered: string): 'list' | 'text' | 'not' {
  if (offer.versions.length === 0) return offer.typed !== undefined || answered !== '' ? 'text' : 'not';
  return offer.versions.length === 1 && answered === offer.versions[0]?.id ? 'not' : 'list';
}

/** The versions as options; one that was answered and is not among them stands there too, and says so. */
export function versionOptions({ name, versions }: EngineOffer, answered: string): readonly Option[] {
  const known = versions.map(({ id, name: label, ended }) => ({
    id,
    label: ended ? `${label} (support has ended)` : label,
  }));
  const lost = answered !== '' && answered !== notSure.id && !versions.some(({ id }) => id === answered);
  return [...known, ...(lost ? [{ id: answered, label: `${answered} (not known for ${name})` }] : []), notSure];
}

/** Whether there is a place to choose. What was answered for another engine stays in view. */
export const hostingAsked = ({ hostings }: EngineOffer, answered: string): boolean =>
  hostings.length > 1 || (answered !== '' && answered !== hostings[0]?.id);

/** What can stand beside this engine, in its own words. What was ticked for another engine stays in view, to be unticked. */
export function besideOptions(offer: EngineOffer | undefined, ticked: readonly string[]): readonly Option[] {
  const options = databasePage.questions.topology.options ?? [];
  const words = offer?.beside;
  if (words === undefined) return options;
  return options
    .filter(({ id }) => id === notSure.id || words[id] !== undefined || ticked.includes(id))
    .map((option) => ({ ...option, label: words[option.id] ?? option.label }));
}

/** What choosing an engine answers by itself: the one version, the one place there is. */
export function settledBy({ versions, hostings, typed }: EngineOffer): Partial<Answers['database']> {
  const [version, ...otherVersions] = versions;
  const [hosting, ...otherHostings] = hostings;
  return typed !== undefined
    ? {}
    : {
        ...(version !== undefined && otherVersions.length === 0 ? { version: version.id } : {}),
        ...(hosting !== undefined && otherHostings.length === 0 ? { hosting: hosting.id } : {}),
      };
}

/** Questions of the database page that do not apply to what was answered so far. */
export function notAsked({ database }: Answers, offer: EngineOffer | undefined): readonly string[] {
  const has = (id: string) => database.topology.includes(id);
  return [
    ...(offer !== undefined && versionAsked(offer, database.version) === 'not' && database.version === ''
      ? ['version']
      : []),
    ...(offer !== undefined && !hostingAsked(offer, database.hosting) ? ['hosting'] : []),
    ...(has('replicas') ? [] : ['replicaCount', 'replicaUse']),
    ...(has('pooler') ? [] : ['poolerName', 'poolerMode']),
    ...(has('cdc') ? [] : ['cdcName']),
  ].filter((key) => Object.entries(database).find(([name]) => name === key)?.[1]?.length === 0);
}
