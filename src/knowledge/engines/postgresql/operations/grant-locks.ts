import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { TableName } from '#model/schema.ts';
import type { LockMode } from '../observe/index.ts';
import { atLeast } from '../versions.ts';

/** Since 18 a grant waits for a schema change of its table; before, it locked nothing. */
export const grantLocks = (table: TableName, situation: Situation): Readonly<Record<TableName, LockMode>> =>
  isGiven(situation.version) && !atLeast('18', situation) ? {} : { [table]: 'ACCESS SHARE' };
