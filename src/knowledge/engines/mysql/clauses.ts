import type { Situation } from '#model/engine.ts';
import { type Alteration, type Clause, mayBe } from './family.ts';

const instant: Clause = { text: 'ALGORITHM=INSTANT', mode: 'EXCLUSIVE', work: 'catalog' };
/** Only the catalog: the lock is exclusive for a moment, and nothing is built. */
export const inPlace: Clause = { text: 'ALGORITHM=INPLACE, LOCK=NONE', mode: 'EXCLUSIVE', work: 'catalog' };
const build: Clause = { ...inPlace, mode: 'SHARED_UPGRADABLE', work: 'index build' };
export const rebuild: Clause = { ...inPlace, mode: 'SHARED_UPGRADABLE', work: 'rewrite' };
export const slowBuild: Clause = { text: 'ALGORITHM=INPLACE, LOCK=SHARED', mode: 'SHARED_NO_WRITE', work: 'rewrite' };
export const copy: Clause = { text: 'ALGORITHM=COPY, LOCK=SHARED', mode: 'SHARED_NO_WRITE', work: 'rewrite' };

/** The lightest way that MySQL has, by version. https://dev.mysql.com/doc/refman/8.4/en/innodb-online-ddl-operations.html */
export function clause(alteration: Alteration, situation: Situation): Clause {
  const eight = mayBe('8.0.12', situation);
  switch (alteration) {
    case 'add column':
      return eight ? instant : rebuild;
    case 'drop column':
      return mayBe('8.0.29', situation) ? instant : rebuild;
    case 'rename column':
      return mayBe('8.0.28', situation) ? instant : inPlace;
    case 'add computed column':
    case 'change default':
    case 'append enum value':
      return eight ? instant : inPlace;
    case 'drop check':
      return instant;
    case 'extend type':
    case 'drop index':
    case 'rename index':
    case 'add foreign key':
    case 'drop foreign key':
      return inPlace;
    case 'add index':
      return build;
    case 'add slow index':
      return slowBuild;
    case 'change nullability':
    case 'add primary key':
      return rebuild;
    case 'change collation':
    case 'copy':
      return copy;
  }
}
