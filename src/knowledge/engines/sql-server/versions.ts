import type { Situation, Version } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';

const editions = ['Enterprise', 'Standard'] as const;

/** Developer and Evaluation do what Enterprise does; Web and Express have no online operation, as Standard has none. */
const names = { Enterprise: 'Enterprise or Developer', Standard: 'Standard, Web or Express' } as const;

const release = (year: string, supportEnds: string): readonly Version[] =>
  editions.map((edition) => ({
    id: `${year} ${edition}`,
    name: `SQL Server ${year}, ${names[edition]}`,
    supportEnds,
  }));

/** Newest first, with the end of extended support: https://learn.microsoft.com/en-us/lifecycle/products/sql-server-2022 and its neighbours. */
export const versions: readonly Version[] = [
  { id: 'Azure SQL', name: 'Azure SQL Database or Managed Instance' },
  ...release('2025', '2036-01-06'),
  ...release('2022', '2033-01-11'),
  ...release('2019', '2030-01-08'),
  ...release('2017', '2027-10-12'),
];

const azure: readonly string[] = ['azure-sql-database', 'azure-managed-instance'];

type Here = Pick<Situation, 'version' | 'hosting'>;

/** The service, which has what the newest version has. */
export const onAzure = ({ version, hosting }: Here): boolean =>
  (isGiven(hosting) && azure.includes(hosting.id)) || version === 'Azure SQL';

/** Online operations: Enterprise and its kin, and Azure. An edition that was not given is taken for Standard. */
export const hasOnline = (situation: Here): boolean =>
  onAzure(situation) ||
  (isGiven(situation.version) && /\b(?:enterprise|developer|evaluation)\b/i.test(situation.version));

/** Whether the server is known to be of a version or newer. One that was not given is taken for the oldest. */
export const atLeast = (year: number, situation: Here): boolean =>
  onAzure(situation) || (isGiven(situation.version) && Number.parseInt(situation.version, 10) >= year);
