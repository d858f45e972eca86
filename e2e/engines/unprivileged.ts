import { execFileSync } from 'node:child_process';

/** Under whom a process runs. Empty: under the user who started this one. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const candidates = ['postgres', '_postgres', 'nobody'];

/** Database servers refuse to run as root or should not, so root lends them an account that exists and owns nothing of worth. */
export function unprivilegedAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of candidates) {
    const account = accountOf(name);
    if (account) return account;
  }
  throw new Error(
    `Cannot run a database server as root with no other account, expected one of ${candidates.join(', ')}.`,
  );
}

function accountOf(name: string): Account | undefined {
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // `id` fails for a name that this machine does not have
  }
}
