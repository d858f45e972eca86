import { defineDependency } from '#model/dependency.ts';
import { unconfirmed } from '#model/source.ts';
import { words } from '#model/text.ts';

export const other = defineDependency({
  id: 'other',
  title: 'Something else',
  hint: 'Anything that reads or writes this data',
  moves: 'before the switch',
  before: words`Ask its owner what it reads and writes, by which names and when, and what it does when a column is missing, empty or new.`,
  during: words`Have the owner watch it during each step, with a way to reach the executor.`,
  after: words`Have the owner confirm with one complete run that its results are right.`,
  onRollback: words`Ask before the start what it does when the schema goes back, and what it kept of the newer form.`,
  signal: words`named by its owner`,
  source: unconfirmed('What does it read and write, when does it run, and who answers for it?'),
});
