import { parseArgs } from 'node:util';
import type { EngineRunner, VersionHeld, Wish } from './engine-result.ts';
import { printMarkdown, printOperations, printSummary, printTrouble } from './print-results.ts';

/** Whether everything went as claimed, as numbers. */
const countOf = (held: readonly VersionHeld[]): Readonly<Record<'passed' | 'failed' | 'skipped', number>> => {
  const operations = held.flatMap((version) => version.operations);
  const further = held.flatMap((version) => version.further);
  const failed = operations.filter(({ verdict }) => verdict === 'mismatch').length;
  const documented = operations.filter(({ verdict }) => verdict === 'documented').length;
  const broken = further.filter(({ passed }) => !passed).length;
  return {
    passed: operations.length - failed - documented + further.length - broken,
    failed: failed + broken,
    skipped: documented,
  };
};

/** Holds engines to what is claimed of them, one after the other, and prints the table: `-- [--all] [--only 16] [--operation createIndex] [--operations-only] [--change widen-key] [--engine MySQL] [--markdown]`. */
export async function verify(runners: readonly EngineRunner[]): Promise<void> {
  const { values } = parseArgs({
    options: {
      all: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      operation: { type: 'string' },
      change: { type: 'string' },
      'operations-only': { type: 'boolean', default: false },
      engine: { type: 'string', multiple: true },
      markdown: { type: 'boolean', default: false },
    },
  });
  const wish: Wish = {
    all: values.all,
    ...(values.only === undefined ? {} : { only: values.only }),
    ...(values.change === undefined ? {} : { change: values.change }),
    ...(values.operation === undefined ? {} : { operation: values.operation }),
    operationsOnly: values['operations-only'] || values.operation !== undefined,
    say: (line) => console.log(line),
  };
  const held: VersionHeld[] = [];
  for (const runner of runners.filter(({ engine }) => values.engine?.includes(engine) ?? true)) {
    const started = performance.now();
    held.push(...(await runner.hold(wish)));
    console.log(`${runner.engine}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  printOperations(held);
  printTrouble(held);
  if (values.markdown) printMarkdown(held);
  else printSummary(held);
  const { passed, failed, skipped } = countOf(held);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}
