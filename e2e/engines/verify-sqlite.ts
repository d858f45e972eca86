import { parseArgs } from 'node:util';
import { runner } from './sqlite/runner.ts';

/** Holds what is claimed of SQLite to its library: `npm run verify:sqlite -- [--all] [--only 3.54] [--operation createIndex] [--operations-only]`. */
const { values } = parseArgs({
  options: {
    all: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    operation: { type: 'string' },
    'operations-only': { type: 'boolean', default: false },
  },
});

const begun = performance.now();
const held = await runner.hold({
  all: values.all,
  ...(values.only === undefined ? {} : { only: values.only }),
  ...(values.operation === undefined ? {} : { operation: values.operation }),
  operationsOnly: values['operations-only'],
  say: console.log,
});

const rows = new Map<string, Map<string, (typeof held)[number]['operations'][number]>>();
for (const { version, operations } of held)
  for (const one of operations) {
    const name = `${one.operation}: ${one.about}`;
    rows.set(name, (rows.get(name) ?? new Map()).set(version, one));
  }

const width = Math.max(...[...rows.keys()].map((name) => name.length));
console.log(`\n${'operation'.padEnd(width)}  ${held.map(({ version }) => version.padEnd(8)).join('  ')}  claim`);
for (const [name, row] of rows) {
  const claims = [...new Set([...row.values()].map(({ claim }) => claim))].filter((claim) => claim !== '');
  const cells = held.map(({ version }) => (row.get(version)?.verdict ?? '–').padEnd(8));
  console.log(`${name.padEnd(width)}  ${cells.join('  ')}  ${claims.join(' · ')}`);
  for (const [version, { problems }] of row) for (const problem of problems) console.log(`    ${version}: ${problem}`);
}
for (const { version, further } of held)
  for (const { name, passed, detail } of further)
    if (!passed) console.log(`${version} MISMATCH ${name}\n      ${detail}`);

const operations = held.flatMap((version) => version.operations);
const further = held.flatMap((version) => version.further);
const failed =
  operations.filter(({ verdict }) => verdict === 'mismatch').length + further.filter(({ passed }) => !passed).length;
const absent = held.filter(({ server }) => server.kind === 'absent').length;
console.log(`\nall done in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
console.log(`${operations.length + further.length - failed} passed, ${failed} failed, ${absent} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
