import { deflateRawSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { createPlan, heading, openPage, saved } from './steps.ts';

const notLoaded = (page: Page) => page.getByText(/^A part of this page could not be loaded\. Your answers are kept$/);
const noNetwork = (page: Page) => page.getByText(/^A part of this page is missing, and there is no network to load it/);
const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' }).first();
const rollback = (page: Page) => page.getByRole('heading', { name: '4. Rollback plan' });

test('It works without a network from the moment it says so', async ({ page, context }) => {
  // The browser asks for the icon of the window whenever it likes, which is not the page's doing.
  await page.route('**/icon.svg', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' }),
  );
  await page.goto('/');
  await expect(page.getByText('it works without a network now')).toBeVisible();
  await context.setOffline(true);
  await page.goto('/#/plan/database');
  await page.getByRole('radio', { name: 'PostgreSQL' }).check();
  await page.goto('/#/plan/check');
  await createPlan(page);
  await expect(rollback(page)).toBeVisible();
});

test('A network that was gone when the page came is waited for', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'onLine', { value: false, configurable: true }));
  await openPage(page, 'change');
  await expect(noNetwork(page).first()).toBeVisible();
  await page.goto('/#/');
  await expect(noNetwork(page)).toBeVisible();
  await page.goto('/#/result');
  await expect(noNetwork(page)).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(navigator, 'onLine', { value: true });
    window.dispatchEvent(new Event('online'));
  });
  await expect(rollback(page)).toBeVisible();
});

test.describe('when a part is lost on its way', () => {
  test.use({ expectedTrouble: /^console error: Failed to load resource/ });

  for (const [what, file] of [
    ['the planner', '**/assets/planning-*.js'],
    ['the engine', '**/assets/postgresql-*.js'],
  ] as const) {
    test(`A person tries again and goes on where they were: ${what}`, async ({ page, context }) => {
      await page.route(file, (route) => route.abort());
      await openPage(page, 'database');
      await page.getByRole('radio', { name: 'PostgreSQL' }).check();
      await saved(page);
      await page.goto('/#/result');
      await expect(notLoaded(page)).toBeVisible();

      await context.setOffline(true);
      await tryAgain(page).click();
      await expect(noNetwork(page)).toBeVisible();

      await context.setOffline(false);
      await page.unroute(file);
      // The page asks again by itself when the network is back. A browser that remembers a part which failed needs a person's try.
      await expect(async () => {
        if (await tryAgain(page).isVisible()) await tryAgain(page).click();
        await expect(rollback(page)).toBeVisible({ timeout: 3000 });
      }).toPass();
      await expect(heading(page, 'Your plan')).toBeVisible();
      await page.goto('/#/plan/database');
      await expect(page.getByRole('radio', { name: 'PostgreSQL' })).toBeChecked();
    });
  }

  test('A link is opened when its reader could be loaded', async ({ page }) => {
    await page.route('**/assets/planning-*.js', (route) => route.abort());
    const packed = deflateRawSync('{"scale":{"tables":[{"name":"orders"}]}}').toString('base64url');
    await page.goto(`/#s=1.${packed}`);
    await expect(notLoaded(page)).toBeVisible();
    await page.unroute('**/assets/planning-*.js');
    await tryAgain(page).click();
    await expect(page.getByText('The answers come from a link')).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: /^orders$/ })).toBeVisible();
  });
});
