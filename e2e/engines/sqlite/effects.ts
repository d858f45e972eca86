import type { Script, Statement } from '#model/statement.ts';
import type { Session } from '#model/session.ts';
import { differencesOf } from '#sql/rehearse/differences.ts';
import { catalogOf } from './catalog.ts';
import { atTheKeyboard } from './engineer.ts';
import type { Library, OpenFile } from './libraries.ts';

const refusedBy = (session: Session, text: string): Promise<boolean> =>
  session.query(text).then(
    () => false,
    () => true,
  );

/** A file of this size has a few pages of schema; whoever writes more has written rows. */
const fewPages = 12;
const large = /^(?:main\.)?orders$/;

/** What one script in a transaction says of itself: others cannot write meanwhile, a rollback takes all of it back, and the pages it writes fit its work. */
async function inTransaction(library: Library, file: OpenFile, script: Script): Promise<readonly string[]> {
  const { session } = file;
  const other = file.beside?.();
  const problems: string[] = [];
  const keyboard = atTheKeyboard(session);
  const before = await catalogOf(session);
  await session.query('PRAGMA foreign_keys = OFF');
  await session.query('BEGIN IMMEDIATE');
  for (const { text, effect, repeat } of script.statements) {
    if (repeat !== undefined) continue;
    await keyboard.query(text);
    if (effect.blocks === 'writes' && other && !(await refusedBy(other, `INSERT INTO log VALUES ('other')`)))
      problems.push(`others can write during: ${text}`);
  }
  await session.query('ROLLBACK');
  await other?.close();
  problems.push(...differencesOf(before, await catalogOf(session)).map((line) => `a rollback leaves: ${line}`));

  if (!library.shares) return problems;
  file.pagesWritten();
  await session.query('BEGIN IMMEDIATE');
  const again = atTheKeyboard(session);
  for (const { text, repeat } of script.statements) if (repeat === undefined) await again.query(text);
  await session.query('COMMIT');
  const written = file.pagesWritten() ?? 0;
  const heavy = script.statements.some(
    ({ effect }) =>
      (effect.work === 'rewrite' || effect.work === 'index build') &&
      effect.locks.some(({ table }) => large.test(table)),
  );
  const light = script.statements.every(({ effect }) => ['none', 'catalog', 'scan'].includes(effect.work));
  if (heavy && written <= fewPages) problems.push(`says that it writes the table, and writes ${written} pages`);
  if (light && written > fewPages) problems.push(`says that it writes no row, and writes ${written} pages`);
  return problems;
}

/** A statement that says it is refused inside a transaction is. */
async function outside(session: Session, { text, effect }: Statement): Promise<readonly string[]> {
  if (effect.transaction !== 'outside') return [];
  await session.query('BEGIN');
  const refused = await refusedBy(session, text.replaceAll(/:(?:from|to)\b/g, '0'));
  await session.query('ROLLBACK').catch(() => undefined);
  return refused ? [] : [`goes through inside a transaction: ${text}`];
}

/** Holds what the scripts of an operation say of themselves against the library. The file is closed afterwards. */
export async function effectProblems(
  library: Library,
  file: OpenFile,
  scripts: readonly Script[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const script of scripts) {
    const statements = script.statements.filter(({ language }) => language === 'sql');
    for (const statement of statements) problems.push(...(await outside(file.session, statement)));
    if (script.transaction === 'one') problems.push(...(await inTransaction(library, file, script)));
  }
  await file.session.close();
  return problems;
}
