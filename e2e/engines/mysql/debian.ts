import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Release } from './releases.ts';

const run = promisify(execFile);
const keyring = '/usr/share/keyrings/debian-archive-keyring.gpg';
const cache = join(tmpdir(), `switchback-debian-${process.getuid?.() ?? 'user'}`);
/** Both steps together take seconds; a mirror that hangs must not hold up everything. */
const limit = { timeout: 120_000 };

/**
 * A folder with the package of a release and all it depends on, unpacked and not installed: nothing of this machine changes, and nobody need be root.
 * From the mirror that this machine's apt uses, with its signatures checked. Throws, in one line, what is missing.
 */
export async function unpacked(release: Release): Promise<string> {
  const place = join(cache, `${release.suite}-${release.package}`);
  if (await exists(place)) return place;
  await mkdir(cache, { recursive: true, mode: 0o755 });
  const work = await mkdtemp(join(cache, 'work-'));
  try {
    await fetchPackages(release, work);
    await chmod(work, 0o755);
    await rename(join(work, 'root'), place).catch(async (cause: unknown) => {
      if (!(await exists(place))) throw cause;
    });
    return place;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchPackages({ suite, package: wanted }: Release, work: string): Promise<void> {
  const mirror = await mirrorOfThisMachine();
  if (!(await exists(keyring))) throw new Error(`there is no ${keyring} to check what is downloaded`);
  await Promise.all(
    ['lists/partial', 'archives/partial', 'root'].map((name) => mkdir(join(work, name), { recursive: true })),
  );
  await writeFile(join(work, 'status'), '');
  await writeFile(join(work, 'sources.list'), `deb [signed-by=${keyring}] ${mirror} ${suite} main\n`);
  await apt(work, 'update');
  await apt(work, '--yes', '--no-install-recommends', '--download-only', 'install', wanted);
  const archives = (await readdir(join(work, 'archives'))).filter((name) => name.endsWith('.deb'));
  for (const name of archives) await run('dpkg-deb', ['-x', join(work, 'archives', name), join(work, 'root')], limit);
}

/** apt on folders of ours, as on a machine where nothing is installed. */
async function apt(work: string, ...words: readonly string[]): Promise<void> {
  const settings = [
    `Dir::Etc::sourcelist=${work}/sources.list`,
    'Dir::Etc::sourceparts=/dev/null',
    'Dir::Etc::preferencesparts=/dev/null',
    `Dir::State=${work}`,
    `Dir::State::status=${work}/status`,
    `Dir::Cache=${work}`,
    'APT::Sandbox::User=root',
    'APT::Update::Post-Invoke-Success::=true',
    'Acquire::Languages=none',
    'Acquire::Retries=2',
    'Acquire::http::Timeout=20',
    'APT::Get::List-Cleanup=0',
  ];
  const flags = settings.flatMap((setting) => ['-o', setting]);
  await run('apt-get', ['-q=2', ...flags, ...words], limit).catch((cause: unknown) => {
    throw new Error(`apt-get ${words.at(-1) ?? ''} failed: ${firstError(cause)}`, { cause });
  });
}

async function mirrorOfThisMachine(): Promise<string> {
  const targets = ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages'];
  const { stdout } = await run('apt-get', targets, limit).catch(() => ({ stdout: '' }));
  const mirror = stdout.split('\n').find((line) => /\/debian\/?$/.test(line));
  if (mirror === undefined) throw new Error('this machine has no apt with a Debian mirror');
  return mirror;
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function firstError(cause: unknown): string {
  const said = cause instanceof Error && 'stderr' in cause ? String(cause.stderr) : String(cause);
  const lines = said.split('\n');
  return (lines.find((line) => /^[EW]:/.test(line)) ?? lines[0] ?? '').replace(/\.$/, '');
}
