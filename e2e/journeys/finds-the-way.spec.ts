import { expect, test } from './fixtures.ts';
import { continueButton, heading, openExample, openPage, saved } from './steps.ts';

const titles = [
  'Which database are you changing?',
  'What runs on it, and how is it deployed?',
  'Which tables, and how heavy are they?',
  'What is going to change?',
  'How much risk and downtime is acceptable?',
  'What depends on it, and who decides?',
  'Check your answers',
];

test('A person walks forth and back through seven pages with the browser', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Start' }).click();
  for (const [at, title] of titles.entries()) {
    await expect(heading(page, title)).toBeFocused();
    await expect(page).toHaveTitle(new RegExp(` – Step ${at + 1} of 7 – Switchback$`));
    if (at === 0) await page.getByRole('radio', { name: 'PostgreSQL' }).check();
    if (at < 6) await continueButton(page).click();
  }
  for (const title of titles.slice(0, 6).toReversed()) {
    await page.goBack();
    await expect(heading(page, title)).toBeFocused();
  }
  await expect(page.getByRole('radio', { name: 'PostgreSQL' })).toBeChecked();
  await page.goForward();
  await expect(heading(page, titles[1]!)).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('link', { name: /^Continue: PostgreSQL/ })).toBeVisible();
});

test('A reload in the middle of a page keeps what was typed', async ({ page }) => {
  await openPage(page, 'scale');
  await page.getByLabel('Table', { exact: true }).fill('orders');
  await saved(page);
  await page.reload();
  await expect(page.getByLabel('Table', { exact: true })).toHaveValue('orders');
  await expect(heading(page, titles[2]!)).toBeVisible();
});

test('A tab closed a moment after typing keeps what was typed', async ({ page }) => {
  await openPage(page, 'scale');
  await page.getByLabel('Table', { exact: true }).fill('payments');
  await page.goto('about:blank');
  await page.goto('/#/plan/scale');
  await expect(page.getByLabel('Table', { exact: true })).toHaveValue('payments');
});

test('A deep link opens its page, and an unknown one the nearest with a word', async ({ page }) => {
  await openPage(page, 'risk');
  await expect(heading(page, titles[4]!)).toBeVisible();
  await page.goto('/#/plan/depends');
  await expect(page.getByText('There is no page “/plan/depends”')).toBeVisible();
  await expect(heading(page, titles[5]!)).toBeVisible();
});

test('What cannot be is said once with focus, and stops nobody', async ({ page }) => {
  await openPage(page, 'risk');
  // What cannot be is known once everything is loaded.
  await page.waitForLoadState('networkidle');
  await expect(page.getByText(/^Our assessment stands here once the kind of change is chosen/)).toBeVisible();
  await page.getByRole('radio', { name: 'Short maintenance window' }).check();
  await page.getByLabel('Time zone').fill('Mars');
  await continueButton(page).click();
  const summary = page.getByRole('alert').filter({ hasText: 'This cannot be as it stands' });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: Risk and downtime/);
  const field = page.getByLabel('Time zone');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await summary.getByRole('link').first().click();
  await expect(field).toBeFocused();
  await page.getByRole('button', { name: 'Continue anyway' }).click();
  await expect(heading(page, titles[5]!)).toBeVisible();
  await page.goBack();
  await expect(page.getByLabel('Time zone')).toHaveValue('Mars');
  await expect(page).toHaveTitle(/^Risk and downtime/);
});

test('What was answered for another engine stays in view, and what the engine does not have is not asked', async ({
  page,
}) => {
  await openPage(page, 'database');
  await page.getByRole('radio', { name: 'PostgreSQL' }).check();
  const version = page.getByLabel('Version', { exact: true });
  await version.selectOption('17');
  const pooler = page.getByRole('checkbox', { name: 'A connection pooler' });
  await pooler.check();
  await page.getByRole('radio', { name: 'SQLite' }).check();
  await expect(version.getByRole('option', { selected: true })).toHaveText('17 (not known for SQLite)');
  await pooler.uncheck();
  await expect(pooler).toBeFocused();
  await continueButton(page).click();
  await page.getByRole('button', { name: 'Continue anyway' }).click();
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'Nothing: one file' })).toBeVisible();
  await expect(pooler).toBeHidden();
  await page.getByRole('radio', { name: 'PostgreSQL' }).check();
  await expect(version).toHaveValue('17');
  await expect(pooler).toBeVisible();
});

test('Going on at once checks the answers against the engine chosen last', async ({ page }) => {
  await openPage(page, 'database');
  await page.getByRole('radio', { name: 'PostgreSQL' }).check();
  await page.getByLabel('Version', { exact: true }).selectOption('17');
  await page.waitForLoadState('networkidle');
  await page.getByRole('radio', { name: 'SQLite' }).evaluate((radio: HTMLInputElement) => {
    radio.click();
    radio.form?.requestSubmit();
  });
  await expect(page.getByRole('alert').filter({ hasText: 'This cannot be as it stands' })).toBeFocused();
});

test('Change leads from the summary to the question and back', async ({ page }) => {
  await openExample(page);
  await page.getByRole('link', { name: 'Change Risk level' }).click();
  await expect(page.getByRole('radio', { name: 'High' })).toBeFocused();
  await page.getByRole('radio', { name: 'Low' }).check();
  await page.getByRole('button', { name: 'Back to the summary' }).click();
  await expect(heading(page, 'Check your answers')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: /^Low$/ })).toBeVisible();
});

test('An expert answers everything on one page', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'All questions on one page' }).click();
  await expect(heading(page, 'All questions on one page')).toBeFocused();
  await page.getByRole('radio', { name: 'PostgreSQL' }).check();
  await page.getByLabel('Version', { exact: true }).selectOption('17');
  await page.getByRole('textbox', { name: 'Table', exact: true }).fill('customers');
  await page.getByRole('radio', { name: 'Add a column', exact: true }).click();
  await page.getByLabel('New column').fill('nickname');
  await page.getByRole('radio', { name: 'Short maintenance window' }).check();
  await page.getByRole('textbox', { name: 'Time zone', exact: true }).fill('Mars');
  await page.getByRole('button', { name: 'Check my answers' }).click();
  const summary = page.getByRole('alert').filter({ hasText: 'This cannot be as it stands' });
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle(/^Error: All questions/);
  await page.getByRole('button', { name: 'Check my answers anyway' }).click();
  await expect(heading(page, 'Check your answers')).toBeFocused();
  await expect(page.getByRole('definition').filter({ hasText: /^nickname$/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Time zone', exact: true })).toHaveValue('Mars');
});

test('The assessment says where it differs from the choice', async ({ page }) => {
  await openExample(page);
  await openPage(page, 'risk');
  await expect(page.getByText(/^Our assessment: /)).toBeVisible();
  await page.getByRole('radio', { name: 'Low' }).check();
  await expect(page.getByText('This differs from your choice.')).toBeVisible();
});

test('Everything is done by keyboard', async ({ page }) => {
  await page.goto('/#/plan/database');
  const tabTo = async (name: RegExp | string, role: 'radio' | 'combobox' | 'textbox' | 'button') => {
    const target = page.getByRole(role, { name }).first();
    for (let presses = 0; presses < 80; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    await expect(target).toBeFocused();
  };
  await tabTo('PostgreSQL', 'radio');
  await page.keyboard.press('Space');
  await tabTo('Version', 'combobox');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, titles[1]!)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, titles[2]!)).toBeFocused();
  await tabTo('Table', 'textbox');
  await page.keyboard.type('orders');
  await page.keyboard.press('Enter');
  await expect(heading(page, titles[3]!)).toBeFocused();
  await tabTo('Add a column', 'radio');
  await page.keyboard.press('Space');
  await tabTo('New column', 'textbox');
  await page.keyboard.type('note');
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, titles[4]!)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, titles[5]!)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, titles[6]!)).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(heading(page, 'Your plan')).toBeFocused();
});
