import { chmod, chown, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './unprivileged.ts';

const prefix = 'switchback-server-';

/** A folder for one server, owned by the account that runs it. Its name carries our process id, so that others know when it is abandoned. */
export async function makeFolder({ uid, gid }: Account): Promise<string> {
  await sweepAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `${prefix}${process.pid}-`));
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid);
  await chmod(folder, 0o700);
  return folder;
}

/** Deletes what a killed process left behind. A server that still runs there ends by itself within a minute, once its lock file is gone. */
async function sweepAbandoned(): Promise<void> {
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith(prefix));
  const abandoned = folders.filter((name) => !lives(Number.parseInt(name.slice(prefix.length), 10)));
  await Promise.all(abandoned.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 5 })));
}

function lives(owner: number): boolean {
  try {
    return process.kill(owner, 0);
  } catch (cause) {
    // Not ours to signal, so it is there; or nobody has that number.
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}
