import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Works as root in a container, and keeps the browser from calling home. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Asked anew each time: a browser may have been installed since. */
const places = () => [
  process.env.CHROME_PATH ?? '',
  // Draws no window that nobody sees, which halves the time of the journeys.
  '/usr/bin/chromium-headless-shell',
  chromium.executablePath(),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

/** A browser that is there but lacks its libraries cannot say its version. Chrome on Windows never can. */
const runs = (path: string) =>
  existsSync(path) && (process.platform === 'win32' || spawnSync(path, ['--version', '--no-sandbox']).status === 0);

/** The path of a Chromium or Chrome that starts, or `undefined`. `CHROME_PATH` goes first. */
export function findBrowser(): string | undefined {
  return places().find(runs);
}

const canInstallPackages = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** The distribution's own package brings its libraries along, so it is tried first where it can be installed. */
const installations = [
  ...(canInstallPackages()
    ? ['chromium-headless-shell', 'chromium'].map(
        (name) => `apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y ${name}`,
      )
    : []),
  'npx playwright install chromium',
];

/** Finds a browser or installs one, and says what was tried. `undefined` when none could be had. */
export function getBrowser(say: (text: string) => void): string | undefined {
  const found = findBrowser();
  if (found !== undefined) return found;
  for (const command of installations) {
    say(`No Chromium or Chrome found. Trying: ${command}`);
    const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' };
    spawnSync(command, { shell: true, stdio: 'inherit', env, timeout: 300_000 });
    const installed = findBrowser();
    if (installed !== undefined) return installed;
    say('That gave no browser that starts.');
  }
  return undefined;
}
