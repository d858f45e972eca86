import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import type { Outcome, Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { beside, quoteLast } from '../names.ts';
import { bareName, quoteName, quoteTable, regclass, sqlString } from '../quote.ts';
import { back, performed, short, statement } from '../statement.ts';
import { alterDefault } from './defaults.ts';

type Args = OperationArguments['moveSequence'];

const move = ({ table, sequence, from, to }: Args): Script =>
  short(
    alterDefault(table, from, undefined),
    alterDefault(table, to, `nextval(${regclass(sequence)})`),
    statement(`ALTER SEQUENCE ${quoteTable(sequence)} OWNED BY ${quoteTable(table)}.${quoteName(to)}`, {
      locks: { [sequence]: 'SHARE ROW EXCLUSIVE', [table]: 'ACCESS SHARE' },
      page: 'sql-altersequence',
      remark: 'now it goes with the new column and not with the old',
    }),
  );

/** What the catalog knows of the identity, in the words that make it again. The ends of a type stay those of its type. */
const options = `CASE was.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END, was.seqstart, was.seqincrement, was.seqcache,
    CASE WHEN abs(was.seqmin) > 1 THEN ' MINVALUE ' || was.seqmin ELSE '' END,
    CASE WHEN was.seqmax IN (-1, 32767, 2147483647, 9223372036854775807) THEN '' ELSE ' MAXVALUE ' || was.seqmax END,
    CASE WHEN was.seqcycle THEN ' CYCLE' ELSE '' END`;

/** An identity keeps its sequence to itself, so the other column gets one that goes on from the same number under the same name. */
function moveIdentity({ table, sequence, from, to }: Args): Script {
  const [here, there, now] = [quoteTable(table), quoteName(to), quoteTable(beside(table, sequence))];
  const old = beside(table, `${bareName(sequence)}_was`);
  const inString = (text: string): string => text.replaceAll("'", "''").replaceAll('%', '%%');
  return short(
    statement(
      `DO $identity$
DECLARE was record; may record;
BEGIN
  SELECT * INTO STRICT was FROM pg_sequence JOIN pg_attribute ON attrelid = ${regclass(table)} AND attname = ${sqlString(bareName(from))}
    AND attidentity <> '' WHERE seqrelid = ${regclass(beside(table, sequence))};
  ALTER SEQUENCE ${now} RENAME TO ${quoteLast(old)};
  EXECUTE format('ALTER TABLE ${inString(here)} ALTER COLUMN ${inString(there)} ADD GENERATED %s AS IDENTITY (SEQUENCE NAME ${inString(now)} START WITH %s INCREMENT BY %s CACHE %s%s%s%s)',
    ${options});
  PERFORM setval(${regclass(beside(table, sequence))}, last_value, is_called) FROM ${quoteTable(old)};
  FOR may IN SELECT privilege_type, is_grantable, CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END AS role
    FROM pg_class CROSS JOIN LATERAL aclexplode(relacl) WHERE oid = ${regclass(old)} AND grantee <> relowner
  LOOP
    EXECUTE format('GRANT %s ON SEQUENCE ${inString(now)} TO %s%s', may.privilege_type, may.role,
      CASE WHEN may.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END);
  END LOOP;
  ALTER TABLE ${here} ALTER COLUMN ${quoteName(from)} DROP IDENTITY;
END $identity$`,
      {
        locks: { [table]: 'ACCESS EXCLUSIVE', [beside(table, sequence)]: 'ACCESS EXCLUSIVE' },
        page: 'sql-altertable#SQL-ALTERTABLE-DESC-GENERATED-IDENTITY',
        deltas: [
          { kind: 'alter-column', column: columnName(table, to), set: { hasDefault: true } },
          { kind: 'alter-column', column: columnName(table, from), set: { hasDefault: false } },
        ],
        remark: 'the same kind, options, rights and next number; who asks the sequence waits for the commit',
      },
    ),
  );
}

/** The numbers go on; only the column that they feed changes. */
export const moveSequence = (args: Args, _situation: Situation): Outcome => {
  const go = args.identity === true ? moveIdentity : move;
  return performed({
    does: words`Let ${code(args.sequence)} feed ${code(columnName(args.table, args.to))} instead of ${code(args.from)}`,
    scripts: [go(args)],
    worked: words`a row inserted without either column gets the next number in ${code(args.to)}`,
    undo: back([go({ ...args, from: args.to, to: args.from })]),
  });
};
