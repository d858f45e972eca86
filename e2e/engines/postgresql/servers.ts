import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Binaries, binariesOf, type Major } from './binaries.ts';
import { makeFolder } from '../folders.ts';

export { type Major, majors } from './binaries.ts';

/** A PostgreSQL that runs on this machine for as long as a check needs it. Superuser `postgres`, no password. */
export interface Server {
  readonly major: Major;
  readonly port: number;
  stop(): Promise<void>;
}

/** A folder of ours and the process that works in it now: `initdb` first, then `postgres`. */
interface Running {
  readonly folder: string;
  child?: ChildProcess;
}

const run = promisify(execFile);
const running = new Set<Running>();

/** Starts several majors at once. Either all of them run, or none and the first reason is thrown. */
export async function startServers(wanted: readonly Major[]): Promise<readonly Server[]> {
  const outcomes = await Promise.allSettled(wanted.map(startServer));
  const servers = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (!failed) return servers;
  await Promise.all(servers.map((server) => server.stop()));
  throw failed.reason;
}

/** Gets, initialises and starts one major on a free loopback port. It is stopped and deleted when this process ends. */
export async function startServer(major: Major): Promise<Server> {
  const binaries = await binariesOf(major);
  const folder = await makeFolder(binaries.account);
  const entry: Running = { folder };
  running.add(entry);
  try {
    await initialise(binaries, entry);
    const port = await launch(binaries, entry);
    return { major, port, stop: () => stop(entry) };
  } catch (cause) {
    await stop(entry);
    throw new Error(`Cannot start PostgreSQL ${major}: ${reasonOf(cause)}.`, { cause });
  }
}

async function initialise({ initdb, account, environment }: Binaries, entry: Running): Promise<void> {
  const data = join(entry.folder, 'data');
  const flags = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  const work = run(initdb, flags, { ...account, env: environment, cwd: entry.folder });
  entry.child = work.child;
  await work;
}

/** A port found free may be taken a moment later by another server that starts, so a taken one is tried again elsewhere. */
async function launch({ postgres, account, environment }: Binaries, entry: Running): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
    settings.push('wal_level=logical', 'max_prepared_transactions=5', 'logging_collector=off');
    entry.child = spawn(postgres, ['-D', join(entry.folder, 'data'), ...settings.flatMap((line) => ['-c', line])], {
      ...account,
      env: environment,
      cwd: entry.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    try {
      await ready(entry.child);
      return port;
    } catch (cause) {
      if (attempt === 3 || !/could not bind|could not create any TCP/.test(reasonOf(cause))) throw cause;
    }
  }
}

/** Settles when the server takes connections, or with its last words. */
const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(lastError(said) ?? `postgres ended with status ${status}`)));
    child.stderr?.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-10_000);
      if (said.includes('ready to accept connections')) resolve();
    });
  });

const lastError = (said: string): string | undefined =>
  said.split('\n').findLast((line) => /FATAL|could not bind|ERROR/.test(line));

const reasonOf = (cause: unknown): string =>
  (cause instanceof Error ? cause.message : String(cause)).trim().replace(/\.$/, '');

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** SIGQUIT is the immediate shutdown; nothing in the folder is kept, so nothing need be flushed. */
const quit = (child: ChildProcess): boolean => child.kill(process.platform === 'win32' ? 'SIGTERM' : 'SIGQUIT');

const alive = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

async function stop(entry: Running): Promise<void> {
  if (!running.delete(entry)) return;
  const { child, folder } = entry;
  if (child && alive(child)) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    quit(child);
    await ended;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** When this process ends there is no time to wait for anybody: the servers are told to quit, and what they leave is deleted. */
process.once('exit', () => {
  for (const { child } of running) if (child && alive(child)) quit(child);
  for (const { folder } of running) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
});

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(status));
}
