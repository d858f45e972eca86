import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Locked = {
  resolved?: string;
  integrity?: string;
  inBundle?: boolean;
  optionalDependencies?: Record<string, string>;
};

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };
const installed = Object.entries(packages).filter(([place]) => place !== '');

it('takes packages from the npm registry and from nowhere else', () => {
  const addresses = installed.flatMap(([, { resolved }]) => resolved ?? []);
  expect(addresses.filter((address) => !address.startsWith('https://registry.npmjs.org/'))).toEqual([]);
});

it('knows the hash of every package', () => {
  const unknown = installed.filter(([, { integrity, inBundle }]) => integrity === undefined && inBundle !== true);
  expect(unknown.map(([place]) => place)).toEqual([]);
});

// `npm ci` refuses a lockfile without them, and a lockfile with one platform only works on no other machine.
it('locks the binaries of every platform', () => {
  const missing = installed.flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});
