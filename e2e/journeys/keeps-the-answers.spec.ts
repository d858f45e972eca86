import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { createPlan, draftInStorage, heading, openExample, openPage, rawRunbook, saved } from './steps.ts';

test('Answers are cleared and brought back', async ({ page }) => {
  await openPage(page, 'scale');
  await page.getByLabel('Table', { exact: true }).fill('orders');
  await saved(page);
  await page.getByRole('button', { name: 'Clear my answers' }).click();
  await expect(page.getByText('All answers are gone')).toBeVisible();
  await expect(page.getByLabel('Table', { exact: true })).not.toHaveValue('orders');
  await page.getByRole('button', { name: 'Bring them back' }).click();
  await expect(page.getByLabel('Table', { exact: true })).toHaveValue('orders');
});

test('An example is labelled, and gives way to the answers that it put aside', async ({ page }) => {
  await openPage(page, 'scale');
  await page.getByLabel('Table', { exact: true }).fill('mine');
  await saved(page);
  await openExample(page);
  await expect(page.getByText('These are not your answers.')).toBeVisible();
  await page.getByRole('button', { name: /^Back to my answers: mine/ }).click();
  await openPage(page, 'scale');
  await expect(page.getByLabel('Table', { exact: true })).toHaveValue('mine');
  await expect(page.getByText('These are not your answers.')).toBeHidden();
});

test('A plan that was put aside is copied, removed and brought back', async ({ page }) => {
  await openPage(page, 'scale');
  await page.getByLabel('Table', { exact: true }).fill('mine');
  await saved(page);
  await page.goto('/#/');
  await page.getByRole('button', { name: 'Start a new plan' }).click();
  await page.goto('/#/');
  await page.getByRole('button', { name: 'Remove mine' }).click();
  await expect(page.getByText('mine removed')).toBeVisible();
  const undo = page.getByRole('button', { name: 'Undo the removal of mine' });
  await expect(undo).toBeFocused();
  await undo.click();
  await expect(page.getByRole('region', { name: 'Put aside in this browser' })).toBeFocused();
  await page.getByRole('button', { name: 'Open a copy of mine' }).click();
  await expect(heading(page, 'Check your answers')).toBeVisible();
  await page.goto('/#/');
  await expect(page.getByRole('link', { name: 'Continue: mine' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take back mine' })).toBeVisible();
});

test('The page works and says so when storage is switched off', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await openExample(page, 'Add a nullable column');
  await expect(page.getByText('This browser does not let the page keep anything')).toBeVisible();
  await createPlan(page);
  expect(await rawRunbook(page)).toContain('nickname');
});

test('The page works and says so when storage is full', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await openPage(page, 'scale');
  await page.getByLabel('Table', { exact: true }).fill('orders');
  await expect(page.getByText('The storage of this browser is full')).toBeVisible();
  await expect(page.getByLabel('Table', { exact: true })).toHaveValue('orders');
});

test('A broken draft is kept and can be downloaded', async ({ page }) => {
  await page.addInitScript(() => {
    if (localStorage.getItem('switchback.unreadable') === null)
      localStorage.setItem('switchback.draft', '{"app":"swit');
  });
  await page.goto('/');
  await expect(page.getByText('The answers that were saved here could not be read')).toBeVisible();
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download them as they are' }).click();
  expect(await readFile(await (await coming).path(), 'utf8')).toBe('{"app":"swit');
  await page.getByRole('button', { name: 'Drop them' }).click();
  await expect(page.getByText('could not be read')).toBeHidden();
});

test('A share link opens as a new plan and overwrites nothing', async ({ page, context }) => {
  await openExample(page);
  await createPlan(page);
  const raw = await rawRunbook(page);
  await page.getByRole('tab', { name: 'Share and keep' }).click();
  const link = page.getByRole('group', { name: 'The link' });
  await expect(link).toContainText('#s=1.');
  const address = await link.evaluate((element) => element.textContent);

  const other = await context.newPage();
  await openPage(other, 'scale');
  await other.getByRole('button', { name: 'Clear my answers' }).click();
  await other.getByLabel('Table', { exact: true }).fill('mine');
  await saved(other);
  await other.goto(address);
  await expect(other.getByText('The answers come from a link')).toBeVisible();
  await expect(other).toHaveURL(/#\/plan\/check$/);
  await other.getByRole('button', { name: 'Create my plan' }).click();
  expect(await rawRunbook(other)).toBe(raw);
  await other.goto('/#/');
  await other.getByRole('button', { name: 'Take back mine' }).click();
  await expect(
    other
      .getByRole('definition')
      .filter({ hasText: /^mine$/ })
      .first(),
  ).toBeVisible();
});

test('A share link without free text leaves it out', async ({ page }) => {
  await openExample(page);
  await createPlan(page);
  await page.getByRole('tab', { name: 'Share and keep' }).click();
  const link = page.getByRole('group', { name: 'The link' });
  await expect(link).toContainText('#s=1.');
  const whole = await link.evaluate((element) => element.textContent);
  await page.getByRole('checkbox', { name: /^Leave out/ }).check();
  await expect(link).not.toHaveText(whole);
  const less = await link.evaluate((element) => element.textContent);
  await page.goto(less);
  await expect(page.getByText('The answers come from a link')).toBeVisible();
  await openPage(page, 'change');
  await expect(page.getByLabel('The change in your own words')).toHaveValue('');
  await expect(page.getByLabel('Old column', { exact: true })).toHaveValue('status');
});

test('A damaged link is explained and touches nothing', async ({ page }) => {
  await openPage(page, 'scale');
  await page.getByLabel('Table', { exact: true }).fill('mine');
  await saved(page);
  const before = await draftInStorage(page);
  await page.goto('/#s=1.damaged');
  await expect(page.getByText(/^The link is not whole|· The link is not whole/).first()).toBeVisible();
  await expect(page).toHaveURL(/#\/$/);
  expect(await draftInStorage(page)).toBe(before);
});

test('A downloaded runbook is opened again and gives the same runbook', async ({ page }) => {
  await openExample(page);
  await createPlan(page);
  const raw = await rawRunbook(page);
  await page.goto('/#/');
  await page
    .getByLabel('Open a runbook or answers')
    .setInputFiles({ name: 'runbook.md', mimeType: 'text/markdown', buffer: Buffer.from(raw) });
  await expect(page.getByText('The answers come from runbook.md')).toBeVisible();
  await createPlan(page);
  expect(await rawRunbook(page)).toBe(raw);
});

test('A file that is not ours is refused with a way on', async ({ page }) => {
  await page.goto('/');
  await page
    .getByLabel('Open a runbook or answers')
    .setInputFiles({ name: 'letter.md', mimeType: 'text/markdown', buffer: Buffer.from('# Dear all') });
  await expect(page.getByText(/^letter\.md holds no answers of this page\. Choose a runbook/)).toBeVisible();
});

test('A second tab is told of newer answers and can load them', async ({ page, context }) => {
  await openPage(page, 'scale');
  const other = await context.newPage();
  await openPage(other, 'scale');
  await other.getByLabel('Table', { exact: true }).fill('newer');
  await saved(other);
  await expect(page.getByText(/^.*These answers were changed in another tab/)).toBeVisible();
  await page.getByRole('button', { name: 'Load the newer answers' }).click();
  await expect(page.getByLabel('Table', { exact: true })).toHaveValue('newer');
});

test('Hostile and huge text survives and stays text', async ({ page }) => {
  const hostile = '<script>window.hurt = 1</script> </brief> --> \u202Egnp.exe `` ``` # | @all #12';
  await openExample(page, 'Add a nullable column');
  await openPage(page, 'change');
  await page.getByLabel('The change in your own words').fill(hostile);
  await page.goto('/#/plan/scale');
  await page.getByLabel('Schema of these tables').evaluate((area: HTMLTextAreaElement) => {
    const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set;
    set?.call(area, 'x'.repeat(1_000_000));
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.getByText(/characters too many/).first()).toBeVisible();
  await page.goto('/#/result');
  await expect(heading(page, 'Your plan')).toBeVisible();
  await expect(page.getByRole('heading', { name: '4. Rollback plan' })).toBeVisible();
  expect(await page.evaluate(() => 'hurt' in window)).toBe(false);
  await page.goto('/#/plan/change');
  await expect(page.getByLabel('The change in your own words')).toHaveValue(hostile);
});

test('Answers of a later version are kept, and what is not known is named', async ({ page }) => {
  await page.goto('/');
  const answers = {
    database: { engine: 'db9', version: '3' },
    stack: { stacks: ['rails', 'cobol'] },
    change: { changes: [{ kind: 'repaint', fields: { table: 'orders' } }] },
  };
  await page.getByLabel('Open a runbook or answers').setInputFiles({
    name: 'later.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(answers)),
  });
  await expect(
    page.getByText(/^Not known to this version: the engine “db9”, the stack “cobol”, the kind/),
  ).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'repaint (not known to this version)' })).toBeVisible();
  await createPlan(page);
  const raw = await rawRunbook(page);
  for (const id of ['db9', 'cobol', 'repaint']) expect(raw).toContain(`"${id}"`);
});
