import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getBrowser } from './browser.ts';

/** Everything, one stage after the other. The last line says how many tests passed, failed and were skipped. */

type Counts = { passed: number; failed: number; skipped: number };
type Outcome = { code: number; output: string };
type Stage = {
  name: string;
  command: string;
  env?: Record<string, string>;
  /** Reads how many tests ran. A stage without it counts as one test. */
  count?: (output: string) => Counts;
  needs?: string;
};

const reports = mkdtempSync(path.join(tmpdir(), 'switchback-'));
const report = (name: string) => path.join(reports, `${name}.json`);
const read = (name: string): unknown => JSON.parse(readFileSync(report(name), 'utf8'));

function unitCounts(): Counts {
  const found = read('unit') as Record<
    'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests',
    number
  >;
  return {
    passed: found.numPassedTests,
    failed: found.numFailedTests,
    skipped: found.numPendingTests + found.numTodoTests,
  };
}

function journeyCounts(): Counts {
  const { stats } = read('journeys') as { stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function lastLineCounts(output: string): Counts {
  const line = output.trimEnd().split('\n').at(-1) ?? '';
  const found = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line.trim());
  if (found === null) throw new Error(`Cannot count with \`${line}\`, expected "N passed, N failed, N skipped".`);
  const [passed = 0, failed = 0, skipped = 0] = found.slice(1).map(Number);
  return { passed, failed, skipped };
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The parts of `npm run check`, each a stage, so that a slip of format does not hide what the tests say. */
const checks: Stage[] = (scripts.check ?? '').split(' && ').map((command) =>
  command === 'vitest run'
    ? {
        name: command,
        command: `${command} --reporter=default --reporter=json --outputFile.json=${report('unit')}`,
        count: unitCounts,
      }
    : { name: command, command },
);

const stages: Stage[] = [
  ...checks,
  { name: 'build', command: 'npm run build' },
  { name: 'size', command: 'npm run size', needs: 'build' },
  { name: 'verify:engines', command: 'npm run --silent verify:engines', count: lastLineCounts },
  {
    name: 'e2e',
    command: 'npm run e2e -- --reporter=list,json',
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('journeys') },
    count: journeyCounts,
    needs: 'build',
  },
];

/** Runs a command and shows what it says while it says it. */
function run({ command, env }: Stage): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, ...env },
    });
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      process.stdout.write(chunk);
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}

/** A stage that fails counts as failed even when no test of its own did. */
function outcomeCounts({ name, count }: Stage, { code, output }: Outcome): Counts {
  if (count === undefined) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  try {
    const counts = count(output);
    return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
  } catch (problem) {
    console.log(`${name} did not say how its tests went: ${String(problem)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const failed: Counts = { passed: 0, failed: 1, skipped: 0 };
const results = new Map<string, Counts>();

async function perform(stage: Stage): Promise<Counts> {
  if (stage.needs !== undefined && results.get(stage.needs)?.failed !== 0) {
    console.log(`Not run, for ${stage.needs} failed.`);
    return failed;
  }
  if (stage.name === 'e2e') {
    const browser = getBrowser(console.log);
    if (browser === undefined) {
      console.log('Not run, for there is no browser. Install Chromium or Chrome, or set CHROME_PATH to one.');
      return failed;
    }
    stage.env = { ...stage.env, CHROME_PATH: browser };
  }
  return outcomeCounts(stage, await run(stage));
}

for (const stage of stages) {
  console.log(`\n━━ ${stage.name}`);
  const started = Date.now();
  const counts = await perform(stage);
  results.set(stage.name, counts);
  console.log(`━━ ${stage.name}: ${sentence(counts)} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

function sentence({ passed, failed: broken, skipped }: Counts): string {
  return `${passed} passed, ${broken} failed, ${skipped} skipped`;
}

const total = { passed: 0, failed: 0, skipped: 0 };
console.log('\n━━ all stages');
for (const [name, counts] of results) {
  console.log(`${counts.failed === 0 ? 'good  ' : 'FAILED'}  ${name}: ${sentence(counts)}`);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}

process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`\n${sentence(total)}`);
