import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { makeFolder } from '../folders.ts';
import { type Account, unprivilegedAccount } from '../unprivileged.ts';
import { unpacked } from './debian.ts';
import type { Release } from './releases.ts';

/** A MySQL or MariaDB that runs on this machine for as long as a check needs it. Account `root`, no password, through a socket and no port. */
export interface Server {
  readonly release: Release;
  readonly socket: string;
  stop(): Promise<void>;
}

interface Running {
  readonly folder: string;
  child?: ChildProcess;
}

/** A server's program with its own libraries, whatever the machine has. */
interface Program {
  readonly command: readonly [string, ...string[]];
  readonly share: string;
  readonly settings: readonly string[];
}

const run = promisify(execFile);
const running = new Set<Running>();

/** Gets, initialises and starts one release. It is stopped and deleted when this process ends. */
export async function startServer(release: Release): Promise<Server> {
  const account = unprivilegedAccount();
  const root = await unpacked(release);
  const folder = await makeFolder(account);
  const entry: Running = { folder };
  running.add(entry);
  try {
    await makePrivate(join(folder, 'data'), account);
    await makePrivate(join(folder, 'files'), account);
    const program = await programOf(release, root, folder, account);
    await (release.engine === 'mysql' ? initialiseMysql(program) : initialiseMariadb(program));
    const socket = join(folder, 'socket');
    await launch(program, entry, socket);
    return { release, socket, stop: () => stop(entry) };
  } catch (cause) {
    await stop(entry);
    throw cause;
  }
}

async function makePrivate(folder: string, { uid, gid }: Account): Promise<void> {
  await mkdir(folder);
  await chmod(folder, 0o700);
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
}

/** Under an account that owns nothing, with an end of its own if this process is killed. */
const asNobody = ({ uid, gid }: Account): readonly [string, ...string[]] => [
  'setpriv',
  '--pdeathsig=KILL',
  ...(uid === undefined ? [] : [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups']),
];

async function programOf(release: Release, root: string, folder: string, account: Account): Promise<Program> {
  const libraries = (await readdir(join(root, 'usr/lib'))).filter((name) => name.endsWith('-linux-gnu'));
  const path = ['usr/lib', 'lib'].flatMap((place) => libraries.map((name) => join(root, place, name)));
  const loaders = await Promise.all(path.map(loaderIn));
  const loader = loaders.find((found) => found !== undefined);
  if (loader === undefined)
    throw new Error(`Cannot find the loader of \`${root}\`, expected ld-linux among its libraries.`);
  const binary = join(root, 'usr/sbin', release.engine === 'mysql' ? 'mysqld' : 'mariadbd');
  const shares = await Promise.all(['mariadb', 'mysql'].map((name) => shareIn(join(root, 'usr/share', name))));
  const share = shares.find((found) => found !== undefined);
  if (share === undefined) throw new Error(`Cannot find the messages of \`${root}\`, expected usr/share/mysql.`);
  return {
    command: [...asNobody(account), loader, '--library-path', path.join(':'), binary],
    share,
    settings: [
      '--no-defaults',
      `--basedir=${root}/usr`,
      `--datadir=${folder}/data`,
      `--tmpdir=${folder}/files`,
      `--secure-file-priv=${folder}/files`,
      `--lc-messages-dir=${share}`,
      `--character-sets-dir=${share}/charsets`,
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-doublewrite=0',
    ],
  };
}

const loaderIn = async (folder: string): Promise<string | undefined> => {
  const names = await readdir(folder).catch((): string[] => []);
  const name = names.find((one) => /^ld-linux.*\.so\.\d$/.test(one));
  return name === undefined ? undefined : join(folder, name);
};

const shareIn = async (folder: string): Promise<string | undefined> =>
  (await readdir(folder).catch((): string[] => [])).includes('english') ? folder : undefined;

async function initialiseMysql({ command: [first, ...rest], settings }: Program): Promise<void> {
  await run(first, [...rest, ...settings, '--initialize-insecure'], { timeout: 60_000 });
}

/** What `mariadb-install-db` does, which needs a shell and the paths of an installed server. */
async function initialiseMariadb({ command: [first, ...rest], settings, share }: Program): Promise<void> {
  const prefix = share.endsWith('mariadb') ? 'mariadb' : 'mysql';
  const files = [
    `${prefix}_system_tables.sql`,
    `${prefix}_performance_tables.sql`,
    `${prefix}_system_tables_data.sql`,
    'maria_add_gis_sp_bootstrap.sql',
    `${prefix}_sys_schema.sql`,
  ];
  const texts = await Promise.all(files.map((name) => readFile(join(share, name), 'utf8')));
  const work = run(first, [...rest, ...settings, '--bootstrap', '--skip-grant-tables'], { timeout: 60_000 });
  work.child.stdin?.end(
    ['create database mysql;', 'use mysql;', 'set @auth_root_socket=NULL;', ...texts, ''].join('\n'),
  );
  await work;
}

async function launch({ command: [first, ...rest], settings }: Program, entry: Running, socket: string): Promise<void> {
  const here = [`--socket=${socket}`, '--skip-networking', '--log-bin=binlog', '--server-id=1', '--sync-binlog=0'];
  // Each engine ignores the settings of the other.
  const others = ['--loose-mysqlx=OFF', '--loose-performance-schema=ON', '--loose-plugin-maturity=unknown'];
  entry.child = spawn(first, [...rest, ...settings, ...here, ...others], {
    cwd: entry.folder,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await ready(entry.child);
}

/** Settles when the server takes connections, or with its last words. */
const ready = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => reject(new Error('the server did not start within a minute')), 60_000);
    child.once('error', reject);
    child.once('exit', (status) => reject(new Error(lastError(said) ?? `the server ended with status ${status}`)));
    child.stderr?.on('data', (part: Buffer) => {
      said = (said + part.toString()).slice(-10_000);
      if (!/ready for connections/.test(said)) return;
      clearTimeout(late);
      resolve();
    });
  });

const lastError = (said: string): string | undefined => said.split('\n').find((line) => line.includes('[ERROR]'));

const alive = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

async function stop(entry: Running): Promise<void> {
  if (!running.delete(entry)) return;
  const { child, folder } = entry;
  if (child && alive(child)) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    // Nothing in the folder is kept, so nothing need be flushed.
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** When this process ends there is no time to wait for anybody. */
process.once('exit', () => {
  for (const { child } of running) if (child && alive(child)) child.kill('SIGKILL');
  for (const { folder } of running) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 20 });
});

for (const [signal, status] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const) {
  process.once(signal, () => process.exit(status));
}
