/// <reference lib="webworker" />

declare const self: ServiceWorkerGlobalScope;

/** What the build gives out, by when it is kept. */
export interface Built {
  /** Another one for every build that differs. */
  readonly version: string;
  /** The page, the planner and the neutral engine: kept before this worker counts as installed. */
  readonly first: readonly string[];
  /** The other engines: kept once the page has loaded them. */
  readonly later: readonly string[];
}

/** The build puts it in, see `service-worker-build.ts`. */
declare const built: Built;

const cacheName = `switchback ${built.version}`;
const pageAddress = self.registration.scope;

/** Keeps what is not there yet. Hashed files never change; the others are asked for anew. */
async function keep(files: readonly string[]): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = await Promise.all(files.map((file) => cache.match(new URL(file, pageAddress))));
  const missing = files.filter((_, at) => kept[at] === undefined);
  await cache.addAll(
    missing.map(
      (file) => new Request(new URL(file, pageAddress), { cache: file.startsWith('assets/') ? 'default' : 'no-cache' }),
    ),
  );
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
}

const isPage = ({ mode, url }: Request) =>
  mode === 'navigate' && [pageAddress, `${pageAddress}index.html`].includes(url.replace(/[?#].*$/, ''));

/** What is kept goes first; what is not, and belongs to the build, is kept when it is first used. */
async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(isPage(request) ? pageAddress : request);
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  if (response.ok && request.url.startsWith(`${pageAddress}assets/`)) await cache.put(request, response.clone());
  return response;
}

self.addEventListener('install', (event) => event.waitUntil(keep(built.first)));

self.addEventListener('activate', (event) => event.waitUntil(dropOlder().then(() => self.clients.claim())));

self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
  if (event.data === 'keep the rest')
    event.waitUntil(keep(built.later).then(() => event.source?.postMessage('everything is kept')));
});

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(pageAddress)) event.respondWith(answer(event.request));
});
