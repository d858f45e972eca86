import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

const dist = path.resolve(import.meta.dirname, '../../dist');

export type ServedBuild = {
  readonly origin: string;
  /** From now on the worker is that of another build. */
  release: () => void;
  /** From now on nobody answers. */
  close: () => Promise<void>;
};

/** The build on a server of its own, which can be switched off and can bring out a newer version. */
export async function serveBuild(): Promise<ServedBuild> {
  let released = 0;
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path.join(dist, asked === '/' ? 'index.html' : asked);
    if (!file.startsWith(dist) || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'Content-Type': type, 'Cache-Control': 'no-cache' });
    response.end(asked === '/sw.js' ? newer(readFileSync(file, 'utf8'), released) : readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${port}`,
    release: () => {
      released += 1;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const newer = (worker: string, released: number) =>
  released === 0 ? worker : worker.replace('"version":"', `"version":"${released}`);
