import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from './fixtures.ts';
import { heading, openExample } from './steps.ts';

/** Each place with its heading, for the former page stands until the next one is drawn. */
const places = [
  ['', 'A migration runbook with the way back written first'],
  ['plan/database', 'Which database are you changing?'],
  ['plan/stack', 'What runs on it, and how is it deployed?'],
  ['plan/scale', 'Which tables, and how heavy are they?'],
  ['plan/change', 'What is going to change?'],
  ['plan/risk', 'How much risk and downtime is acceptable?'],
  ['plan/dependencies', 'What depends on it, and who decides?'],
  ['plan/check', 'Check your answers'],
  ['result', 'Your plan'],
  ['privacy', 'What happens to what you type'],
] as const;

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`Nobody is shut out of any page in the ${colorScheme} theme`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    // A short runbook, for every page has it beside the questions and the scan takes its time with long ones.
    await openExample(page, 'Add a nullable column');
    for (const [place, title] of places) {
      await page.goto(`/#/${place}`);
      await expect(heading(page, title)).toBeVisible();
      const tabs = place === 'result' ? ['Runbook', 'Prompt', 'Messages', 'Share and keep'] : [undefined];
      for (const tab of tabs) {
        if (tab !== undefined) await page.getByRole('tab', { name: tab, exact: true }).click();
        const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
        const found = violations.map(
          ({ id, nodes }) =>
            `${id}: ${nodes
              .map(({ html }) => html)
              .slice(0, 3)
              .join(' ')}`,
        );
        expect(found, `${place} ${tab ?? ''}`).toEqual([]);
      }
    }
  });
}

test('The page with all questions shuts nobody out, and is no wider than 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/#/plan/all');
  await expect(heading(page, 'All questions on one page')).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('form').withTags(tags).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test('The picture of the phases shuts nobody out', async ({ page }) => {
  await openExample(page);
  await page.goto('/#/result');
  await expect(page.getByText(/^Point of no return before step/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).include('figure').withTags(tags).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

test('Nothing is wider than a page of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await openExample(page);
  for (const [place, title] of places) {
    await page.goto(`/#/${place}`);
    await expect(heading(page, title)).toBeVisible();
    const tabs = place === 'result' ? ['Runbook', 'Prompt', 'Messages', 'Share and keep'] : [undefined];
    for (const tab of tabs) {
      if (tab !== undefined) await page.getByRole('tab', { name: tab, exact: true }).click();
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, `${place} ${tab ?? ''}`).toBeLessThanOrEqual(320);
    }
  }
});
