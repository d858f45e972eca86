import { defineTip } from '#model/tip.ts';
import { sqlAfterThePlan } from './sql-after-the-plan.ts';

/** The same words where the SQL prompt is copied. */
export const sqlAfterThePlanAgain = defineTip({ ...sqlAfterThePlan, id: 'sql-after-the-plan-again', page: 'result' });
