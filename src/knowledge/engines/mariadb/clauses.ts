import type { Situation } from '#model/engine.ts';
import { copy, inPlace, rebuild, slowBuild } from '../mysql/clauses.ts';
import { type Alteration, type Clause, mayBe } from '../mysql/family.ts';

/** Each algorithm stands for itself and all that do less. */
const instant: Clause = { text: 'ALGORITHM=INSTANT, LOCK=NONE', mode: 'EXCLUSIVE', work: 'catalog' };
const noCopy: Clause = { ...inPlace, text: 'ALGORITHM=NOCOPY, LOCK=NONE' };
const build: Clause = { ...noCopy, mode: 'SHARED_UPGRADABLE', work: 'index build' };
const onlineCopy: Clause = { text: 'ALGORITHM=COPY, LOCK=NONE', mode: 'SHARED_UPGRADABLE', work: 'rewrite' };

/** Where MariaDB does less than MySQL, or says it in other words. https://mariadb.com/docs/server/server-usage/storage-engines/innodb/innodb-online-ddl */
export function clause(alteration: Alteration, situation: Situation): Clause {
  switch (alteration) {
    case 'add column':
    case 'add computed column':
    case 'drop column':
    case 'rename column':
    case 'change default':
    case 'extend type':
    case 'append enum value':
    case 'rename index':
    case 'drop foreign key':
    case 'drop check':
      return instant;
    case 'drop index':
    case 'add foreign key':
      return noCopy;
    case 'add index':
    case 'change collation':
      return build;
    case 'add slow index':
      return slowBuild;
    case 'change nullability':
    case 'add primary key':
      return rebuild;
    case 'copy':
      return mayBe('11.2', situation) ? onlineCopy : copy;
  }
}
