import { loadEngine } from '#knowledge/engines/index.ts';
import type { Engine } from '#model/engine.ts';
import type { EngineRunner, FurtherHeld, VersionHeld, Wish } from '../engine-result.ts';
import { sideBySide } from '../side-by-side.ts';
import { changeCases } from './changes.ts';
import { casesFor, documentCase, verifyOperations } from './operations.ts';
import { parentWriters } from './parent-writers.ts';
import { type Release, releases } from './releases.ts';
import { type Server, startServer } from './servers.ts';

/** What is held besides the operations, each on every version. */
const furtherParts: readonly {
  readonly title: string;
  readonly hold: (server: Server, change?: string) => Promise<readonly FurtherHeld[]>;
}[] = [
  { title: 'kinds of change, forward and back', hold: (server, change) => changeCases(server, change) },
  {
    title: 'writers of the table that a foreign key points to',
    hold: (server, change) => (change === undefined ? parentWriters(server) : Promise.resolve([])),
  },
];

/** The kinds of change are run on the release that stands for all, and on each that was asked for. */
const wantsChanges = ({ standsForAll }: Release, wish: Wish): boolean =>
  !wish.operationsOnly && (standsForAll === true || wish.all || wish.only !== undefined || wish.change !== undefined);

async function hold(server: Server, engine: Engine, wish: Wish): Promise<VersionHeld> {
  const { id } = server.release;
  const name = `${engine.name} ${id}`;
  const started = performance.now();
  const operations = wish.change === undefined ? await verifyOperations(server, engine, wish.operation) : [];
  const further: FurtherHeld[] = [];
  for (const { title, hold: part } of wantsChanges(server.release, wish) ? furtherParts : []) {
    const held = await part(server, wish.change);
    wish.say(`${name}: ${title}, ${held.filter(({ passed }) => passed).length} of ${held.length} held`);
    further.push(...held);
  }
  wish.say(`${name}: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return { engine: engine.name, version: id, server: { kind: 'ran', release: id }, operations, further };
}

/** What the manual alone says of a version, and why no server was asked. */
const documented = (
  engine: Engine,
  id: Release['engine'],
  version: string,
  { wish, because }: { readonly wish: Wish; readonly because: string },
): VersionHeld => ({
  engine: engine.name,
  version,
  server: { kind: 'absent', because },
  operations: casesFor(id, version)
    .filter(({ operation }) => operation.toLowerCase().includes((wish.operation ?? '').toLowerCase()))
    .map((known) => documentCase(engine, version, known)),
  further: [],
});

const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';

async function holdVersion(engine: Engine, id: Release['engine'], version: string, wish: Wish): Promise<VersionHeld> {
  const release = releases.find((one) => one.engine === id && one.id === version);
  if (release === undefined)
    return documented(engine, id, version, { wish, because: 'Debian has no server of this version' });
  let server: Server;
  try {
    server = await startServer(release);
  } catch (cause) {
    wish.say(`${engine.name} ${version} cannot be had here: ${reasonOf(cause)}`);
    return documented(engine, id, version, { wish, because: reasonOf(cause) });
  }
  try {
    return await hold(server, engine, wish);
  } finally {
    await server.stop();
  }
}

const runnerOf = (id: Release['engine'], name: string): EngineRunner => ({
  engine: name,
  hold: async (wish) => {
    const engine = await loadEngine(id);
    const versions = engine.versions.map((version) => version.id).toReversed();
    const chosen = versions.filter((version) => wish.only === undefined || wish.only.includes(version));
    return sideBySide(chosen, (version) => holdVersion(engine, id, version, wish));
  },
});

export const mysql = runnerOf('mysql', 'MySQL');
export const mariadb = runnerOf('mariadb', 'MariaDB');
