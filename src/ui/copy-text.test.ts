import { afterEach, expect, it, vi } from 'vitest';
import { copyRichText, copyText } from './copy-text.ts';

const granted = { writeText: () => Promise.resolve() };
const denied = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };

afterEach(() => vi.unstubAllGlobals());

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

it('copies rich text together with the plain one', async () => {
  const items: Record<string, Blob>[] = [];
  vi.stubGlobal('ClipboardItem', function take(this: object, item: Record<string, Blob>) {
    items.push(item);
  });
  const write = vi.fn(() => Promise.resolve());
  expect(await copyRichText('# Plan', '<h1>Plan</h1>', { modern: { ...granted, write }, old: () => false })).toBe(
    'copied',
  );
  expect(write).toHaveBeenCalledTimes(1);
  expect(await items[0]?.['text/html']?.text()).toBe('<h1>Plan</h1>');
  expect(await items[0]?.['text/plain']?.text()).toBe('# Plan');
});

it.each([
  ['knows no rich text', { modern: granted, old: (): boolean => false }],
  [
    'refuses rich text',
    { modern: { ...granted, write: () => Promise.reject(new Error('no')) }, old: (): boolean => false },
  ],
  ['has no clipboard', { modern: undefined, old: (): boolean => true }],
])('copies the plain text where the browser %s', async (_, clipboards) => {
  expect(await copyRichText('# Plan', '<h1>Plan</h1>', clipboards)).toBe('copied');
});
