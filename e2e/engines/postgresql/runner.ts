import type { EngineRunner, FurtherHeld, VersionHeld, Wish } from '../engine-result.ts';
import { sideBySide } from '../side-by-side.ts';
import { changeCases } from './changes.ts';
import { connect } from './connect.ts';
import { verifyOperations } from './operations.ts';
import { queryCases } from './queries.ts';
import { type Major, majors, type Server, startServer } from './servers.ts';

/** Oldest with each way of adding a column or an index, the one in the middle, the newest. */
const stands: readonly Major[] = [14, 16, 18];

/** What is held besides the operations, each on every version. */
const furtherParts: readonly {
  readonly title: string;
  readonly hold: (server: Server, change?: string) => Promise<readonly FurtherHeld[]>;
}[] = [
  { title: 'queries and types', hold: (server) => queryCases(() => connect(server), server.major) },
  { title: 'kinds of change, forward and back', hold: (server, change) => changeCases(server, change) },
];

async function holdVersion(major: Major, wish: Wish): Promise<VersionHeld> {
  const name = { engine: 'PostgreSQL', version: String(major) };
  const started = performance.now();
  const server = await startServer(major);
  try {
    const operations = wish.change === undefined ? await verifyOperations(server, wish.operation) : [];
    const further: FurtherHeld[] = [];
    for (const { title, hold } of wish.operationsOnly ? [] : furtherParts.slice(wish.change === undefined ? 0 : -1)) {
      const held = await hold(server, wish.change);
      wish.say(`PostgreSQL ${major}: ${title}, ${held.filter(({ passed }) => passed).length} of ${held.length} held`);
      further.push(...held);
    }
    wish.say(`PostgreSQL ${major}: done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
    return { ...name, server: { kind: 'ran', release: String(major) }, operations, further };
  } finally {
    await server.stop();
  }
}

/** Not asked this time, and it says so. */
const leftOut = (major: Major): VersionHeld => ({
  engine: 'PostgreSQL',
  version: String(major),
  server: { kind: 'absent', because: 'left out of the short run, held by `-- --all`' },
  operations: [],
  further: [],
});

export const runner: EngineRunner = {
  engine: 'PostgreSQL',
  hold: async (wish) => {
    const asked = wish.only === undefined ? (wish.all ? majors : stands) : majors;
    const chosen = asked.filter((major) => wish.only === undefined || wish.only.includes(String(major)));
    const held = await sideBySide(chosen, (major) => holdVersion(major, wish));
    if (wish.only !== undefined) return held;
    return majors.map((major) => held.find(({ version }) => version === String(major)) ?? leftOut(major));
  },
};
