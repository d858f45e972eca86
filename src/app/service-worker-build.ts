import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import type { Built } from './service-worker.ts';

/** The worker as an entry of the build, under an address that does not change. */
export const serviceWorkerEntry = 'src/app/service-worker.ts';
export const serviceWorkerFile = 'sw.js';

/** Read by hosts, not by browsers. */
const notServed = new Set(['_headers']);

type Bundle = Rolldown.OutputBundle;

/** The files of a chunk and of everything that it cannot do without. */
function filesOf(bundle: Bundle, fileName: string, found = new Set<string>()): ReadonlySet<string> {
  const chunk = bundle[fileName];
  if (chunk?.type !== 'chunk' || found.has(fileName)) return found;
  found.add(fileName);
  chunk.imports.forEach((each) => filesOf(bundle, each, found));
  return found;
}

/**
 * Tells the worker what the build gives out. What the first page needs, the planner and the neutral engine come first, the
 * other engines later; whatever else there is is kept when it is first used.
 */
export const serviceWorkerBuild: Plugin = {
  name: 'service-worker',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const worker = bundle[serviceWorkerFile];
      if (worker?.type !== 'chunk')
        throw new Error(`Cannot find \`${serviceWorkerFile}\` in the build, expected it from ${serviceWorkerEntry}.`);

      const chunks = Object.values(bundle).filter((each) => each.type === 'chunk' && each !== worker);
      const startsIn = (folder: RegExp) =>
        chunks
          .filter((each) => each.type === 'chunk' && folder.test(each.facadeModuleId?.replaceAll('\\', '/') ?? ''))
          .flatMap(({ fileName }) => [...filesOf(bundle, fileName)]);
      const styles = Object.keys(bundle).filter((name) => name.endsWith('.css'));
      const served = readdirSync('public').filter((name) => !notServed.has(name));

      const first = new Set([
        './',
        ...served,
        ...styles,
        ...startsIn(/\/index\.html$|\/src\/app\/planning\.ts$|\/engines\/generic\/index\.ts$/),
      ]);
      const later = startsIn(/\/src\/knowledge\/engines\/[^/]+\/index\.ts$/).filter((file) => !first.has(file));

      const version = createHash('sha256');
      Object.keys(bundle)
        .toSorted()
        .forEach((name) => version.update(name));
      const page = bundle['index.html'];
      if (page?.type === 'asset') version.update(page.source);
      served.forEach((name) => version.update(readFileSync(path.join('public', name))));
      version.update(worker.code);

      const built: Built = {
        version: version.digest('hex').slice(0, 12),
        first: [...first],
        later: [...new Set(later)],
      };
      worker.code = `const built = ${JSON.stringify(built)};\n${worker.code}`;
    },
  },
};
