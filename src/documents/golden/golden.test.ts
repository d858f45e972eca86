import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDocuments } from '#app/make-documents.ts';
import { loadEngine } from '#knowledge/engines/index.ts';
import { answersSchema } from '#model/answers.ts';

const folder = import.meta.dirname;
const date = '2026-12-01';

const cases = readdirSync(folder).filter((name) => statSync(join(folder, name)).isDirectory());

/** Answers left out. The aims for a small change and for a replaced column, and a little over today's sizes, so that no runbook grows unseen. */
const most: Readonly<Record<string, number>> = {
  'mongodb-field': 31_900,
  'nullable-column': 9_000,
  'add-foreign-key': 13_850,
  'not-sure': 14_000,
  'set-not-null': 15_000,
  'set-not-null-on-sqlite': 20_750,
  'rename-table-in-window': 16_600,
  'archive-rows': 17_850,
  'drop-column-with-capture': 20_750,
  'three-changes': 21_750,
  'major-upgrade': 24_750,
  'replace-column': 30_000,
  'split-table': 32_650,
  'widen-key': 37_600,
  'split-table-on-standard': 42_900,
  'mysql-change-type': 41_000,
  'mariadb-add-foreign-key': 17_700,
  'oracle-rename': 40_300,
  'aurora-mysql-index': 15_700,
  'other-free-text': 16_500,
  'cockroachdb-primary-key': 19_900,
  'snowflake-drop-column': 21_500,
};

describe.each(cases)('%s', async (name) => {
  const answers = answersSchema.parse(JSON.parse(readFileSync(join(folder, name, 'answers.json'), 'utf8')));
  const engine = await loadEngine(answers.database.engine);
  const made = makeDocuments(answers, engine, engine.id === answers.database.engine, date, false);

  it('is the runbook that was read in review', async () => {
    mkdirSync(join(folder, name), { recursive: true });
    await expect(made.markdown).toMatchFileSnapshot(join(folder, name, 'runbook.md'));
  });

  it('is the prompt that was read in review', async () => {
    await expect(made.prompts.plan).toMatchFileSnapshot(join(folder, name, 'prompt.md'));
  });

  it('breaks no law', () => {
    expect(made.plan.violations).toEqual([]);
  });

  it('is no longer than its change deserves', () => {
    expect(made.markdown.length).toBeLessThanOrEqual(most[name] ?? 20_000);
  });

  it('holds a prompt of at most 12,000 characters besides what was typed', () => {
    expect(made.prompts.plan.length).toBeLessThanOrEqual(12_000 + JSON.stringify(answers).length);
  });
});
