import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import {
  answerNullableColumn,
  continueButton,
  createPlan,
  heading,
  openExample,
  openPage,
  rawRunbook,
} from './steps.ts';

test('A developer leaves with a runbook for a nullable column after five answers', async ({ page }) => {
  await answerNullableColumn(page);
  await page.getByRole('link', { name: 'Skip to the summary' }).click();
  await createPlan(page);
  const runbook = page.getByRole('article', { name: 'Runbook', exact: true });
  await expect(runbook.getByText(/ALTER TABLE customers/).first()).toBeVisible();
  await expect(runbook.getByText(/DROP COLUMN/).first()).toBeVisible();
  for (const section of ['1. Pre-migration checklist', '4. Rollback plan', '7. Post-mortem prompts']) {
    await expect(runbook.getByRole('heading', { name: section })).toBeVisible();
  }
});

test('An engineer replaces a column and sees the phases and the point of no return', async ({ page }) => {
  await openExample(page);
  await createPlan(page);
  await expect(page.getByText(/^\d+ phases, with a way back up to the point of no return$/)).toBeVisible();
  await expect(page.getByText(/^Point of no return before step \d/)).toBeVisible();
  const runbook = page.getByRole('article', { name: 'Runbook', exact: true });
  await expect(runbook.getByText('status_v2').first()).toBeVisible();
});

test('What is shown raw, copied and downloaded are the same bytes', async ({ page }) => {
  await openExample(page, 'Add a nullable column');
  await createPlan(page);
  const raw = await rawRunbook(page);
  expect(raw).toMatch(/\n-->\n$/);
  expect(raw).not.toContain('\r');

  await page.getByRole('button', { name: 'Copy Markdown' }).click();
  await expect(page.getByText('Runbook copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(raw);

  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Markdown' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^migration-runbook_[a-z0-9-]{1,60}_\d{4}-\d{2}-\d{2}\.md$/);
  expect(await readFile(await download.path(), 'utf8')).toBe(raw);

  const again = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  expect((await again).suggestedFilename()).toBe(download.suggestedFilename());
});

test('A phone hands the runbook on as a file', async ({ page, isMobile }) => {
  await page.addInitScript(() => {
    const shared: string[] = [];
    Object.assign(window, { shared });
    navigator.canShare = () => true;
    navigator.share = async ({ files = [] } = {}) => {
      for (const file of files) shared.push(file.name, await file.text());
    };
  });
  await openExample(page, 'Add a nullable column');
  await createPlan(page);
  const share = page.getByRole('button', { name: 'Share the file' });
  await expect(share).toBeVisible({ visible: isMobile });
  if (!isMobile) return;
  await share.click();
  const shared = await page.evaluate(() => (window as unknown as { shared: string[] }).shared);
  expect(shared).toEqual([expect.stringMatching(/^migration-runbook_.*\.md$/), await rawRunbook(page)]);
});

test('The answers stay out of the file when a person says so', async ({ page }) => {
  await openExample(page, 'Add a nullable column');
  await createPlan(page);
  await page.getByRole('tab', { name: 'Share and keep' }).click();
  await page.getByRole('checkbox', { name: /^The answers, in a comment/ }).uncheck();
  await page.getByRole('tab', { name: 'Runbook' }).click();
  const raw = await rawRunbook(page);
  expect(raw).not.toContain('<!--');
  const coming = page.waitForEvent('download');
  await page.keyboard.press('Control+s');
  expect(await readFile(await (await coming).path(), 'utf8')).toBe(raw);
});

test('The runbook is copied with its format for an editor', async ({ page }) => {
  await openExample(page);
  await createPlan(page);
  await page.getByRole('button', { name: 'Copy for Confluence or Docs' }).click();
  await expect(page.getByText('Copied with its format')).toBeVisible();
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  expect(html).toContain('<h2>4. Rollback plan</h2>');
  expect(html).toContain('<table>');
  const raw = await rawRunbook(page);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(raw);
});

test('Every answer “Not sure” still gives a runbook', async ({ page }) => {
  for (const id of ['database', 'stack', 'scale', 'change', 'risk', 'dependencies']) {
    await openPage(page, id);
    await expect(page.getByRole('main').getByRole('group').first()).toBeVisible();
    // One press may bring up or fold away others, so each round asks anew.
    for (let round = 0; round < 20; round += 1) {
      const unsure = page.locator(
        'input[value="not-sure"]:not(:checked):visible, input[value="generic"]:not(:checked):visible',
      );
      if ((await unsure.count()) === 0) break;
      await unsure.first().click();
    }
    await continueButton(page).click();
  }
  await createPlan(page);
  await expect(page.getByRole('article', { name: 'Runbook', exact: true }).getByText(/TBD/).first()).toBeVisible();
});

test('Nothing answered at all still gives a runbook', async ({ page }) => {
  await page.goto('/#/result');
  await expect(page.getByRole('heading', { name: '4. Rollback plan' })).toBeVisible();
});

test('A prompt is edited, copied and reset, and a service opens only after copying', async ({ page }) => {
  await page.addInitScript(() => {
    const opened: string[] = [];
    Object.assign(window, { opened });
    window.open = (address, target, features) => {
      opened.push(`${String(address)} ${target} ${features}`);
      return null;
    };
  });
  await openExample(page);
  await createPlan(page);
  await page.getByRole('tab', { name: 'Prompt' }).click();
  const prompt = page.getByLabel('The prompt');
  const generated = await prompt.inputValue();
  for (const label of ['Database:', 'Application stack:', 'Planned change:', 'Downtime tolerance:', 'Dependencies:']) {
    expect(generated).toContain(`\n${label}`);
  }
  await page.getByRole('checkbox', { name: /asks up to three questions/ }).check();
  await expect(prompt).not.toHaveValue(generated);
  await page.getByRole('checkbox', { name: /asks up to three questions/ }).uncheck();

  await prompt.fill('My own words');
  await page.getByRole('button', { name: 'Copy and open Claude' }).click();
  await expect(page.getByText('Copied. Paste it into Claude, in the new tab')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('My own words');
  expect(await page.evaluate(() => (window as unknown as { opened: string[] }).opened)).toEqual([
    'https://claude.ai/new _blank noopener,noreferrer',
  ]);
  await page.getByRole('button', { name: 'Reset to generated' }).click();
  await expect(prompt).toHaveValue(generated);
});

test('Each message is copied by itself', async ({ page }) => {
  await openExample(page);
  await createPlan(page);
  await page.getByRole('tab', { name: 'Messages' }).click();
  const panel = page.getByRole('tabpanel', { name: 'Messages' });
  const copies = panel.getByRole('button', { name: 'Copy' });
  expect(await copies.count()).toBeGreaterThan(3);
  await copies.first().click();
  await expect(panel.getByText(/copied$/)).toBeVisible();
  expect((await page.evaluate(() => navigator.clipboard.readText())).length).toBeGreaterThan(40);
});

test.describe('without a clipboard', () => {
  for (const [how, script] of [
    ['missing', () => Object.defineProperty(navigator, 'clipboard', { value: undefined })],
    [
      'denied',
      () =>
        Object.defineProperty(navigator, 'clipboard', {
          value: { writeText: () => Promise.reject(new Error('denied')) },
        }),
    ],
  ] as const) {
    test(`A person copies by hand when it is ${how}`, async ({ page }) => {
      await page.addInitScript(script);
      await page.addInitScript(() => {
        document.execCommand = () => false;
      });
      await openExample(page, 'Add a nullable column');
      await createPlan(page);
      await page.getByRole('button', { name: 'Copy Markdown' }).click();
      await expect(page.getByText('Not copied: the browser did not allow it')).toBeVisible();
      const text = page.getByLabel(/The text is selected/);
      await expect(text).toBeFocused();
      const selected = await text.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart);
      expect(selected).toBeGreaterThan(1000);
    });
  }
});

test('A secret is named before anything is copied, and masked on request', async ({ page }) => {
  await openExample(page, 'Add a nullable column');
  await openPage(page, 'change');
  await page.getByLabel('The change in your own words').fill('psql postgres://app:hunter2-real@db/orders');
  await page.goto('/#/result');
  await expect(page.getByText('The answers hold what looks like a secret')).toBeVisible();
  await page.getByRole('button', { name: 'Mask it in the answers' }).click();
  await expect(page.getByText('The answers hold what looks like a secret')).toBeHidden();
  expect(await rawRunbook(page)).not.toContain('hunter2');
  await expect(heading(page, 'Your plan')).toBeVisible();
});

test('A secret is named on the page into which it was pasted', async ({ page }) => {
  await openPage(page, 'scale');
  const area = page.getByLabel('Schema of these tables');
  await area.fill('-- psql postgres://app:hunter2-real@db/orders');
  const notice = page.getByText('This page holds what looks like a secret');
  await expect(notice).toBeVisible();
  await page.getByRole('link', { name: 'Schema of these tables' }).click();
  await expect(area).toBeFocused();
  await page.getByRole('button', { name: 'Mask it in the answers' }).click();
  await expect(notice).toBeHidden();
  await expect(area).toHaveValue('-- psql postgres://app:[masked]@db/orders');
});
