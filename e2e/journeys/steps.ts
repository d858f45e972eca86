import { expect, type Page } from '@playwright/test';

/** What a person does, in their own words. */

export const continueButton = (page: Page) => page.getByRole('button', { name: 'Continue', exact: true });

export const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

export async function openPage(page: Page, id: string) {
  await page.goto(`/#/plan/${id}`);
  await expect(page.getByText(/^Step \d of 7$/)).toBeVisible();
}

/** Five answers: engine, version, table, change, risk. */
export async function answerNullableColumn(page: Page) {
  await page.goto('/#/plan/database');
  await page.getByRole('radio', { name: 'PostgreSQL' }).check();
  await page.getByLabel('Version').selectOption('17');
  await continueButton(page).click();
  await expect(heading(page, 'What runs on it, and how is it deployed?')).toBeVisible();
  await continueButton(page).click();
  await page.getByLabel('Table', { exact: true }).fill('customers');
  await continueButton(page).click();
  await page.getByRole('radio', { name: 'Add a column', exact: true }).click();
  await page.getByLabel('New column').fill('nickname');
  await page.getByLabel('Type', { exact: true }).fill('text');
  await page.getByRole('radio', { name: 'Nothing: it may be NULL' }).check();
  await continueButton(page).click();
  await page.getByRole('radio', { name: 'Low' }).check();
}

export async function openExample(page: Page, title = 'Replace a column on a busy table') {
  await page.goto('/');
  await page.getByRole('button', { name: `Open the example: ${title}` }).click();
  await expect(heading(page, 'Check your answers')).toBeVisible();
}

export async function createPlan(page: Page) {
  await page.getByRole('button', { name: 'Create my plan' }).click();
  await expect(heading(page, 'Your plan')).toBeVisible();
}

/** What stands raw on the page. */
export async function rawRunbook(page: Page): Promise<string> {
  await page.getByRole('tab', { name: 'Markdown' }).click();
  return page.getByRole('group', { name: 'Markdown of the runbook' }).evaluate((block) => block.textContent);
}

export const saved = (page: Page) => expect(page.getByText(/^Saved in this browser/)).toBeVisible();

export const draftInStorage = (page: Page) => page.evaluate(() => localStorage.getItem('switchback.draft'));
