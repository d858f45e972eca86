import { test as base, expect } from '@playwright/test';

/** Journeys run without the worker that keeps the page, but for those that are about it; the browser driver says so. */
const workerBlocked = 'Service Worker registration blocked by Playwright';

/**
 * Every journey also holds the promise of the page: nothing is asked of another origin, nothing breaks the content
 * security policy, and the console stays silent. A journey that sees otherwise fails, whatever it was about.
 */
export const test = base.extend<{ promise: void; expectedTrouble: RegExp | undefined }>({
  /** What a journey breaks on purpose, and the browser or this fixture complains about. */
  expectedTrouble: [undefined, { option: true }],
  promise: [
    async ({ context, baseURL, expectedTrouble }, use) => {
      const broken: string[] = [];
      const ours = new URL(baseURL ?? '').origin;

      await context.exposeBinding('reportViolation', (_source, text: string) => broken.push(`policy: ${text}`));
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
          const { reportViolation } = window as unknown as { reportViolation: (text: string) => void };
          reportViolation(`${effectiveDirective} refused ${blockedURI}`);
        });
      });
      context.on('console', (message) => {
        if (message.text() === workerBlocked) return;
        if (['error', 'warning'].includes(message.type())) broken.push(`console ${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (problem) => broken.push(`page error: ${problem.error().message}`));
      context.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== ours && !['data:', 'blob:'].includes(protocol)) broken.push(`request to ${request.url()}`);
      });

      await use();
      const unexpected = broken.filter((each) => expectedTrouble?.test(each) !== true);
      expect(unexpected, 'what the page did against its promise').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
