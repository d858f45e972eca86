import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('theme.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split('@variant dark');

const rolesIn = (part: string) =>
  Object.fromEntries(
    [...part.matchAll(/--color-([a-z-]+): (#[0-9a-f]{6});/g)].map(([, role, colour]) => [role, colour]),
  );

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['page', 'raised', 'sunken', 'accent-soft'];
const states = ['note', 'ok', 'warn', 'danger'];

/** WCAG 1.4.3 for words, 1.4.11 for what shows where a control is. */
const pairs: readonly [role: string, ground: string, least: number][] = [
  ...['ink', 'muted', 'accent', 'accent-strong', ...states].flatMap((role) =>
    grounds.map((ground) => [role, ground, 4.5] as [string, string, number]),
  ),
  ...states.flatMap((state) =>
    [state, 'ink', 'muted', 'accent'].map((role) => [role, `${state}-soft`, 4.5] as [string, string, number]),
  ),
  ['danger-strong', 'danger-soft', 4.5],
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-strong', 4.5],
  ['on-beacon', 'beacon', 4.5],
  ...['control', 'focus'].flatMap((role) => grounds.map((ground) => [role, ground, 3] as [string, string, number])),
];

describe.each([
  ['light', rolesIn(light)],
  ['dark', rolesIn(dark)],
])('%s', (_, roles) => {
  it('answers for every role', () => {
    expect(Object.keys(roles).sort()).toEqual(Object.keys(rolesIn(light)).sort());
  });

  it.each(pairs)('%s can be told from %s', (role, ground, least) => {
    expect(contrast(roles[role] ?? '', roles[ground] ?? '')).toBeGreaterThanOrEqual(least);
  });
});
