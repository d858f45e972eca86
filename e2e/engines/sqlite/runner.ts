import type { EngineRunner, VersionHeld, Wish } from '../engine-result.ts';
import { holdChanges } from './changes.ts';
import { libraryVersions, loadLibrary } from './libraries.ts';
import { holdOperations } from './operations.ts';

const engine = 'SQLite';

/** The newest, and the newest that still rebuilds a table for a constraint: between them every plan is different. */
const plansOn = ['3.54', '3.50'];

async function holdVersion(version: string, wish: Wish): Promise<VersionHeld> {
  const library = await loadLibrary(version).catch((cause: unknown) => String(cause));
  if (typeof library === 'string')
    return { engine, version, server: { kind: 'absent', because: library }, operations: [], further: [] };
  wish.say(`${engine} ${library.release}`);
  const operations = await holdOperations(library, wish.operation);
  const further =
    wish.operation === undefined && !wish.operationsOnly && (wish.all || plansOn.includes(version))
      ? await holdChanges(library)
      : [];
  return { engine, version, server: { kind: 'ran', release: library.release }, operations, further };
}

/** Holds SQLite to its claims on builds in WASM: nothing but packages is needed. */
export const runner: EngineRunner = {
  engine,
  hold: async (wish) => {
    const held: VersionHeld[] = [];
    for (const version of libraryVersions.filter((one) => wish.only?.includes(one) ?? true))
      held.push(await holdVersion(version, wish));
    return held;
  },
};
