import { parseArgs } from 'node:util';
import { connect } from './postgresql/connect.ts';
import { type OperationResult, verifyOperations } from './postgresql/operations.ts';
import { changeCases } from './postgresql/changes.ts';
import { queryCases } from './postgresql/queries.ts';
import { type Major, majors, type Server, startServer } from './postgresql/servers.ts';

/** Holds what is claimed of PostgreSQL to real servers: `npm run verify:postgresql -- [--all] [--only 16] [--operation createIndex] [--operations-only] [--change widen-key]`. */
const { values: wish } = parseArgs({
  options: {
    all: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    operation: { type: 'string', default: '' },
    'operations-only': { type: 'boolean' },
    change: { type: 'string' },
  },
});

const chosen: readonly Major[] = wish.only
  ? majors.filter((major) => wish.only?.includes(String(major)))
  : wish.all
    ? majors
    : [14, 16, 18];

const begun = performance.now();
const seconds = (since: number): string => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** What is held besides the operations, each on every version: the kinds of change of `./postgresql/changes.ts` and the questions of `./postgresql/queries.ts` join here. */
const furtherParts: readonly {
  readonly title: string;
  readonly hold: (server: Server) => Promise<readonly { name: string; passed: boolean; detail: string }[]>;
}[] = [
  { title: 'queries and types', hold: (server) => queryCases(() => connect(server), server.major) },
  { title: 'kinds of change, forward and back', hold: (server) => changeCases(server, wish.change) },
];

const further = { passed: 0, failed: 0 };

async function holdFurther(server: Server): Promise<void> {
  for (const { title, hold } of wish.change === undefined ? furtherParts : furtherParts.slice(-1)) {
    const started = performance.now();
    const results = await hold(server);
    const failed = results.filter(({ passed }) => !passed);
    further.passed += results.length - failed.length;
    further.failed += failed.length;
    console.log(
      `PostgreSQL ${server.major}: ${title}, ${results.length - failed.length} of ${results.length} held in ${seconds(started)}`,
    );
    for (const { name, detail } of failed) console.log(`    MISMATCH ${name}: ${detail}`);
  }
}

/** By the name of a case, its result on each version. */
const table = new Map<string, Map<Major, OperationResult>>();

/** Everything that is held on one version. */
async function holdVersion(major: Major): Promise<void> {
  const started = performance.now();
  const server = await startServer(major);
  try {
    if (wish.change === undefined) {
      for (const result of await verifyOperations(server, wish.operation)) {
        const row = table.get(result.name) ?? new Map<Major, OperationResult>();
        table.set(result.name, row.set(major, result));
      }
      console.log(`PostgreSQL ${major}: operations held to their claims in ${seconds(started)}`);
    }
    if (wish.operation === '' && !wish['operations-only']) await holdFurther(server);
  } finally {
    await server.stop();
  }
}

/** Versions at the same time; the servers wait more than they work. */
const sideBySide = 3;
const waiting = [...chosen];
const next = async (): Promise<void> => {
  const major = waiting.shift();
  if (major === undefined) return;
  await holdVersion(major);
  await next();
};
await Promise.all(Array.from({ length: sideBySide }, next));

const sign = { held: 'held', mismatch: 'MISMATCH', skipped: '–' } as const;
const width = Math.max(0, ...[...table.keys()].map((name) => name.length));
console.log(`\n${'operation'.padEnd(width)}  ${chosen.map((major) => String(major).padEnd(8)).join('  ')}  claim`);
for (const [name, row] of table) {
  const claims = [...new Set([...row.values()].map(({ claim }) => claim).filter((claim) => claim !== ''))];
  const cells = chosen.map((major) => sign[row.get(major)?.outcome ?? 'skipped'].padEnd(8));
  console.log(`${name.padEnd(width)}  ${cells.join('  ')}  ${claims.join(' · ')}`);
  for (const [major, { problems }] of row) for (const problem of problems) console.log(`    ${major}: ${problem}`);
}

const results = [...table.values()].flatMap((row) => [...row.values()]);
const notRun = results.reduce((sum, result) => sum + result.notRun, 0);
const count = (outcome: OperationResult['outcome']): number =>
  results.filter((result) => result.outcome === outcome).length;
console.log(`\n${notRun} statements were not run here: psql commands, shell, other servers, definitions to be put in`);

console.log(`all done in ${seconds(begun)}`);
const failed = count('mismatch') + further.failed;
console.log(`${count('held') + further.passed} passed, ${failed} failed, ${count('skipped')} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
