import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What the first visit loads and keeps, held to the budget of package.json. Needs a build in dist. */
const { budget } = JSON.parse(readFileSync('package.json', 'utf8')) as { budget: Record<string, number> };

const page = readFileSync('dist/index.html', 'utf8');
const linked = [...page.matchAll(/\b(?:src|href)="([^"]+)"/g)].map(([, address = '']) => address);

const zipped = (file: string) =>
  gzipSync(readFileSync(path.join('dist', file === './' ? 'index.html' : file)), { level: 9 }).length / 1024;

const kibibytes = (extension: string) =>
  linked
    .filter((address) => address.endsWith(extension))
    .map(zipped)
    .reduce((sum, size) => sum + size, 0);

/** What the worker keeps before it counts as installed stands in its first line. */
const [, listed = '{}'] = /^const built = (.*);\n/.exec(readFileSync('dist/sw.js', 'utf8')) ?? [];
const { first = [] } = JSON.parse(listed) as { first?: string[] };

const measured: Record<string, number> = {
  initialJavaScriptKiB: kibibytes('.js'),
  initialStylesKiB: kibibytes('.css'),
  // The page itself and all that it links.
  initialRequests: 1 + linked.length,
  keptAtOnceKiB: first.length === 0 ? Number.NaN : first.map(zipped).reduce((sum, size) => sum + size, 0),
};

for (const [name, most] of Object.entries(budget)) {
  const size = measured[name] ?? Number.NaN;
  const kept = size <= most;
  console.log(`${kept ? 'within' : 'OVER  '}  ${name}: ${Number(size.toFixed(1))} of ${most}`);
  if (!kept) process.exitCode = 1;
}
