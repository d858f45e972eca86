import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { headerPolicy, pagePolicy } from './content-security-policy.ts';

it('stands the same in the headers as in the page, but for what a page cannot say', () => {
  const headers = readFileSync('public/_headers', 'utf8');
  const [, sent] = /^ {2}Content-Security-Policy: (.*)$/m.exec(headers) ?? [];
  expect(sent).toBe(headerPolicy);
  expect(headerPolicy.replace("; frame-ancestors 'none'", '')).toBe(pagePolicy);
});
