import { defineConfig } from '@playwright/test';
import { browserArguments, findBrowser } from './browser.ts';

const executablePath = findBrowser();
const origin = 'http://127.0.0.1:4174';

/** The journeys run on the built page: `npm run build && npm run e2e`. */
export default defineConfig({
  testDir: 'journeys',
  forbidOnly: true,
  fullyParallel: true,
  reporter: 'list',
  workers: '100%',
  // A machine that does other things at the same time is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: origin,
    browserName: 'chromium',
    launchOptions: { args: browserArguments, ...(executablePath === undefined ? {} : { executablePath }) },
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    // A trace of every journey would double the time of all of them: ask for one with `--trace on`.
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true } },
  ],
  webServer: {
    command: 'node node_modules/vite/bin/vite.js preview --host 127.0.0.1 --port 4174 --strictPort',
    cwd: '..',
    url: origin,
  },
});
