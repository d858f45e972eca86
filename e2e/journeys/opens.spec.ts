import { expect, test } from './fixtures.ts';

test('A developer opens the page and sees what it is', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('The page carries its own policy, before any script', async ({ page }) => {
  await page.goto('/');
  const first = page.locator('head > :is(meta[http-equiv], script, link)').first();
  await expect(first).toHaveAttribute('http-equiv', 'Content-Security-Policy');
});

test('The page says which version it is, and shows the policy that it is held to', async ({ page }) => {
  await page.goto('/#/privacy');
  await expect(page.getByText(/^Version \d+\.\d+\.\d+( · [0-9a-f]{12})?$/)).toBeVisible();
  const policy = page.getByRole('group', { name: 'Content security policy of this page' });
  await expect(policy).toContainText("connect-src 'self'");
});
