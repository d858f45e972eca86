import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { comes, goes } from '../../postgresql/names.ts';
import { pages } from '../manual.ts';
import { quoteTable, sqlString } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, job, jobs, measure, performed, plainly } from '../statement.ts';

const alter = (type: string, text: string, remark: string): Statement =>
  job(`ALTER TYPE ${quoteTable(type)} ${text}`, { page: pages.types, remark });

/** A value can go again while no row holds it: the job reads every row that could. */
export const addEnumValue = (
  { type, value, after }: OperationArguments['addEnumValue'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`Add the value ${code(value)} to ${code(type)}`,
    scripts: [
      jobs(
        alter(
          type,
          `ADD VALUE ${sqlString(value)}${after === undefined ? '' : ` AFTER ${sqlString(after)}`}`,
          'cannot be cancelled; write the value only when its job is succeeded',
        ),
      ),
    ],
    worked: words`its job is ${code('succeeded')}; ${code('SHOW ENUMS')} lists ${code(value)} in its place`,
    undo: back(
      [
        jobs({
          ...alter(type, `DROP VALUE ${sqlString(value)}`, 'can be cancelled'),
          effect: { locks: [], blocks: 'schema changes', work: 'scan', transaction: 'outside' },
        }),
      ],
      {
        minutes: measure(words`reading every row of every table that uses ${code(type)}, on a copy`),
        note: words`Fails while a row, a default, a check or a view holds ${code(value)}: give those rows another value first.`,
      },
    ),
  });

/** Every reader meets the new name at once, and a writer of the old one fails. */
export const renameEnumValue = (
  { type, from, to }: OperationArguments['renameEnumValue'],
  _situation: Situation,
): Outcome => {
  const rename = (old: string, name: string): Statement =>
    alter(
      type,
      `RENAME VALUE ${sqlString(old)} TO ${sqlString(name)}`,
      'cannot be cancelled; every row shows the new name',
    );
  return performed({
    does: words`Rename the value ${code(from)} of ${code(type)} to ${code(to)}: from this moment on whoever says ${code(from)} fails`,
    scripts: [jobs(rename(from, to))],
    worked: words`${code('SHOW ENUMS')} lists ${code(to)}, and no longer ${code(from)}`,
    undo: back([jobs(rename(to, from))], { note: words`From then on whoever says ${code(to)} fails.` }),
  });
};

const createType = (type: string, values: string): Statement =>
  job(`CREATE TYPE ${quoteTable(type)} AS ENUM (${values})`, { page: 'create-type', deltas: [comes('type', type)] });

const dropType = (type: string): Statement =>
  job(`DROP TYPE ${quoteTable(type)}`, {
    page: 'drop-type',
    deltas: [goes('type', type)],
    remark: 'refused while a column or a function uses it',
  });

export const createEnum = ({ type, values }: OperationArguments['createEnum'], _situation: Situation): Outcome =>
  performed({
    does: words`Create the type ${code(type)} with ${values.length} values`,
    scripts: [jobs(createType(type, values.map(sqlString).join(', ')))],
    worked: words`${code('SHOW ENUMS')} lists its values in order`,
    undo: back([jobs(dropType(type))]),
  });

export function dropEnum({ type, values }: OperationArguments['dropEnum'], _situation: Situation): Outcome {
  const save = plainly(
    reading('SHOW ENUMS', { page: 'show-enums', remark: `keep the values of ${type}: the way back needs them` }),
  );
  const again: Statement =
    values === undefined
      ? { ...createType(type, '<the values that were saved before the drop>'), language: 'text' }
      : createType(type, values.map(sqlString).join(', '));
  return performed({
    does: words`Drop the type ${code(type)}`,
    scripts: values === undefined ? [save, jobs(dropType(type))] : [jobs(dropType(type))],
    worked: words`${code('SHOW ENUMS')} does not list ${code(type)}`,
    undo: back([jobs(again)]),
  });
}
