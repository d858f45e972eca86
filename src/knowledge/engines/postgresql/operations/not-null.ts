import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Script, Statement } from '#model/statement.ts';
import { comes, goes } from '../names.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { short, statement, unhurried } from '../statement.ts';

type Args = OperationArguments['setNotNull'];

const validated = 'sql-altertable#SQL-ALTERTABLE-DESC-VALIDATE-CONSTRAINT';
const nullness = 'sql-altertable#SQL-ALTERTABLE-DESC-SET-DROP-NOT-NULL';

const validate = ({ table, proof }: Args): Statement =>
  statement(`ALTER TABLE ${quoteTable(table)} VALIDATE CONSTRAINT ${quoteName(proof)}`, {
    locks: { [table]: 'SHARE UPDATE EXCLUSIVE' },
    work: 'scan',
    page: validated,
  });

/** Proof by a check: unproved, then proved beside the traffic, then NOT NULL, which trusts it and reads nothing. */
export const provedNotNull = (args: Args): readonly [Script, Script, Script] => {
  const { table, column, proof } = args;
  const [on, name] = [quoteTable(table), quoteName(column)];
  return [
    short(
      statement(`ALTER TABLE ${on} ADD CONSTRAINT ${quoteName(proof)} CHECK (${name} IS NOT NULL) NOT VALID`, {
        locks: { [table]: 'ACCESS EXCLUSIVE' },
        page: 'sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT',
        deltas: [comes('constraint', proof)],
      }),
    ),
    unhurried(validate(args)),
    short(
      statement(`ALTER TABLE ${on} ALTER COLUMN ${name} SET NOT NULL`, {
        locks: { [table]: 'ACCESS EXCLUSIVE' },
        page: nullness,
        deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: false } }],
      }),
      statement(`ALTER TABLE ${on} DROP CONSTRAINT ${quoteName(proof)}`, {
        locks: { [table]: 'ACCESS EXCLUSIVE' },
        page: 'sql-altertable#SQL-ALTERTABLE-DESC-DROP-CONSTRAINT',
        deltas: [goes('constraint', proof)],
      }),
    ),
  ];
};

/** Since 18 NOT NULL itself can stand unproved and be proved later. */
export const notNullNotValid = (args: Args): readonly [Script, Script] => {
  const { table, column, proof } = args;
  return [
    short(
      statement(
        `ALTER TABLE ${quoteTable(table)} ADD CONSTRAINT ${quoteName(proof)} NOT NULL ${quoteName(column)} NOT VALID`,
        {
          locks: { [table]: 'ACCESS EXCLUSIVE' },
          versions: '18',
          page: 'sql-altertable#SQL-ALTERTABLE-DESC-ADD-TABLE-CONSTRAINT',
          deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: false } }],
        },
      ),
    ),
    unhurried(validate(args)),
  ];
};

/** Also takes a proof that a stopped run has left behind. */
export const allowNull = ({ table, column, proof }: Args): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} ALTER COLUMN ${quoteName(column)} DROP NOT NULL, DROP CONSTRAINT IF EXISTS ${quoteName(proof)}`,
    {
      locks: { [table]: 'ACCESS EXCLUSIVE' },
      page: nullness,
      deltas: [{ kind: 'alter-column', column: columnName(table, column), set: { nullable: true } }],
    },
  );
