import { expect, test as base } from './fixtures.ts';
import { createPlan, heading, openPage, saved } from './steps.ts';
import { serveBuild, type ServedBuild } from './served-build.ts';

const test = base.extend<{ build: ServedBuild }>({
  // The driver wants something asked for here; the build needs nothing.
  build: async ({ browserName: _ }, give) => {
    const build = await serveBuild();
    await give(build);
    await build.close();
  },
  baseURL: async ({ build }, give) => give(build.origin),
});

test.use({ serviceWorkers: 'allow' });

test('It opens without a network and makes a plan', async ({ page, build }) => {
  await page.goto('/');
  await expect(page.getByText('It works without a network now, and after a reload too.')).toBeVisible();
  await build.close();
  await page.reload();
  await page.getByRole('link', { name: 'Start', exact: true }).click();
  await page.getByRole('radio', { name: 'PostgreSQL' }).check();
  await page.goto('/#/plan/check');
  await createPlan(page);
  await expect(page.getByRole('heading', { name: '4. Rollback plan' })).toBeVisible();
  await page.goto('about:blank');
  await page.goto('/#/plan/database');
  await expect(page.getByRole('radio', { name: 'PostgreSQL' })).toBeChecked();
});

test('A newer version waits until a person lets it in', async ({ page, context, build }) => {
  await page.goto('/');
  await expect(page.getByText(/after a reload too/)).toBeVisible();
  build.release();
  await page.reload();
  await expect(page.getByText('A newer version of this page is ready')).toBeVisible();

  await openPage(page, 'scale');
  await page.evaluate(() => Object.assign(window, { sameAsBefore: true }));
  await page.getByLabel('Table', { exact: true }).fill('orders');
  await saved(page);
  const other = await context.newPage();
  await openPage(other, 'scale');
  await expect(other.getByLabel('Table', { exact: true })).toHaveValue('orders');
  await expect(other.getByText('A newer version of this page is ready')).toBeVisible();
  expect(await page.evaluate(() => 'sameAsBefore' in window)).toBe(true);

  await page.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => page.evaluate(() => 'sameAsBefore' in window).catch(() => true)).toBe(false);
  await expect(heading(page, 'Which tables, and how heavy are they?')).toBeVisible();
  await expect(page.getByLabel('Table', { exact: true })).toHaveValue('orders');
  await expect(page.getByText(/after a reload too/)).toBeVisible();
  await expect(page.getByText('A newer version of this page is ready')).toBeHidden();

  // The other tab is told, and not loaded anew over what may stand in it.
  await expect(other.getByText('A newer version of this page is ready')).toBeVisible();
  await expect(other.getByLabel('Table', { exact: true })).toHaveValue('orders');
});

test.describe('when another script is to be run as a worker', () => {
  test.use({ expectedTrouble: /TrustedScriptURL|require-trusted-types-for/ });

  test('It is refused', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByText(/after a reload too/)).toBeVisible();
    const refused = await page.evaluate(() =>
      navigator.serviceWorker.register('/theme.js').then(
        () => 'taken',
        (problem: Error) => problem.name,
      ),
    );
    expect(refused).toBe('TypeError');
  });
});
