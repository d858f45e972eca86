import { expect, it, vi } from 'vitest';
import { copyText } from './copy-text.ts';

const granted = { writeText: () => Promise.resolve() };
const denied = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };

it('uses the clipboard of the browser and leaves the selection alone', async () => {
  const old = vi.fn(() => true);
  expect(await copyText('text', { modern: granted, old })).toBe('copied');
  expect(old).not.toHaveBeenCalled();
});

it.each([
  ['is denied', denied],
  ['does not exist', undefined],
])('copies through a selection when the clipboard %s', async (_, modern) => {
  const old = vi.fn(() => true);
  expect(await copyText('text', { modern, old })).toBe('copied');
  expect(old).toHaveBeenCalledWith('text');
});

it('leaves it to the person when both ways fail', async () => {
  expect(await copyText('text', { modern: denied, old: () => false })).toBe('by-hand');
});

it('claims nothing before the browser has answered', async () => {
  let answer = () => {};
  const slow = { writeText: () => new Promise<void>((resolve) => (answer = resolve)) };
  const claimed = vi.fn();
  const copying = copyText('text', { modern: slow, old: () => false }).then(claimed);
  await new Promise((resolve) => setTimeout(resolve));
  expect(claimed).not.toHaveBeenCalled();
  answer();
  await copying;
  expect(claimed).toHaveBeenCalledWith('copied');
});
