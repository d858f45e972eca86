import type { Guard, Situation } from '#model/engine.ts';
import type { GuardKind } from '#model/statement.ts';
import { guard as mysqlGuard, set } from '../mysql/guards.ts';

/** As on MySQL. A limit for whole statements may stand on the server here, and it ends DDL too; only a batch wants one. */
export function guard(kind: GuardKind, situation: Situation): Guard {
  const its = mysqlGuard(kind, situation);
  if (kind === 'none') return its;
  return { ...its, lines: [...its.lines, set('max_statement_time', kind === 'batch' ? '5' : '0')] };
}
