import type { Alteration, Clause } from '../mysql/family.ts';

/** An assertion: the job is refused where it would be more than that, and does the same work without it. */
const instant: Clause = { text: 'ALGORITHM=INSTANT', mode: 'SHARED_UPGRADABLE', work: 'catalog' };
const inPlace: Clause = { ...instant, text: 'ALGORITHM=INPLACE' };
const reorganized: Clause = { ...inPlace, work: 'rewrite' };

/** Which of them touch rows: https://docs.pingcap.com/tidb/stable/ddl-introduction#types-of-ddl-statements */
export function clause(alteration: Alteration): Clause {
  switch (alteration) {
    case 'add column':
    case 'add computed column':
    case 'drop column':
    case 'rename column':
    case 'change default':
    case 'drop index':
    case 'rename index':
    case 'drop foreign key':
    case 'drop check':
      return instant;
    case 'extend type':
    case 'append enum value':
    case 'add foreign key':
      return inPlace;
    case 'change nullability':
      return { ...inPlace, work: 'scan' };
    case 'add index':
    case 'add slow index':
    case 'add primary key':
      return { ...inPlace, work: 'index build' };
    case 'change collation':
    case 'copy':
      return reorganized;
  }
}
