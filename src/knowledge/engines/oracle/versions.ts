import type { Situation, Version } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';

const editions = { Enterprise: 'Enterprise Edition', Standard: 'Standard Edition 2' } as const;

const release = (id: string, name: string): readonly Version[] =>
  Object.entries(editions).map(([edition, title]) => ({ id: `${id} ${edition}`, name: `${name}, ${title}` }));

/** Newest first. 26ai is the later name of 23ai. No public page of the vendor was found that says when support ends. */
export const versions: readonly Version[] = [
  ...release('23', '23ai / 26ai'),
  ...release('21', '21c'),
  ...release('19', '19c'),
];

/** Services that run Enterprise Edition, whatever was given. */
const enterpriseServices: readonly string[] = ['autonomous', 'exadata'];

type Here = Pick<Situation, 'version' | 'hosting'>;

/** What only Enterprise Edition does: online index builds, moves and redefinition. An edition that was not given is taken for Standard. */
export const isEnterprise = ({ version, hosting }: Here): boolean =>
  (isGiven(hosting) && enterpriseServices.includes(hosting.id)) ||
  (isGiven(version) && /\benterprise\b/i.test(version));

/** Since 11.2 some schema changes let writers go on, unless supplemental logging is on; since 23.3 they do so anyway. */
export const letsWritersGoOn = (situation: Pick<Situation, 'version' | 'logicalReplication'>): boolean =>
  !situation.logicalReplication || atLeast(23, situation);

/** Whether the server is known to be of a release or newer. One that was not given is taken for the oldest. */
export const atLeast = (release: number, { version }: Pick<Situation, 'version'>): boolean =>
  isGiven(version) && Number.parseInt(version, 10) >= release;
