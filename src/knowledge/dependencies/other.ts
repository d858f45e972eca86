import { before, defineDependency, during } from '#model/dependency.ts';
import { unconfirmed } from '#model/source.ts';
import { words } from '#model/text.ts';

export const other = defineDependency({
  id: 'other',
  title: 'Something else',
  hint: 'Anything that reads or writes this data',
  moves: true,
  duties: [
    before('lock', words`its owner says what it does with a new, an empty, a missing column`),
    during('lock', words`its owner watches and can reach the executor`),
    before('departure', words`one complete run of it is right without what goes`),
  ],
  onRollback: words`its owner has said what it does then`,
  signal: words`named by its owner`,
  source: unconfirmed('What does it read and write, when does it run, and who answers for it?'),
});
