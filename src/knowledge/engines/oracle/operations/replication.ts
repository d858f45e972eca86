import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { pages } from '../manual.ts';
import { comes, goes } from '../names.ts';
import { quoteTable } from '../quote.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';

/** The database streams nothing by itself: GoldenGate or another reader of the redo does, and needs the keys in it. */
const logged = (table: string, verb: 'ADD' | 'DROP'): Statement =>
  statement(
    `ALTER TABLE ${quoteTable(table)} ${verb} SUPPLEMENTAL LOG DATA (PRIMARY KEY, UNIQUE, FOREIGN KEY) COLUMNS`,
    {
      locks: { [table]: 'exclusive DDL' },
      page: 'sutil/oracle-logminer-utility.html',
      ...(verb === 'ADD'
        ? { remark: 'from here on schema changes of the table that ran beside writers hold them up' }
        : {}),
    },
  );

/** Makes changes of these tables readable from the redo. Nothing is sent before somebody reads. */
export function publish({ publication, tables }: OperationArguments['publish'], _situation: Situation): Outcome {
  const [first, ...rest] = [
    ...tables.map((table) => logged(table, 'ADD')),
    statement(
      `<in GoldenGate: DBLOGIN, ADD TRANDATA for each table of ${publication}, ADD EXTRACT … INTEGRATED TRANLOG, BEGIN NOW; REGISTER EXTRACT … DATABASE; START EXTRACT>`,
      {
        language: 'text',
        page: pages.goldenGate,
        deltas: [comes('publication', publication)],
        remark: 'note the SCN at which it was registered: the copy of the rows is taken as of it or later',
      },
    ),
  ];
  const [undone, ...others] = [
    statement(`<in GoldenGate: STOP EXTRACT, UNREGISTER EXTRACT … DATABASE, DELETE EXTRACT for ${publication}>`, {
      language: 'text',
      page: pages.goldenGate,
      deltas: [goes('publication', publication)],
      remark: 'archived redo is kept for an extract that is registered: unregister it',
    }),
    ...tables.map((table) => logged(table, 'DROP')),
  ];
  return performed({
    does: words`Let GoldenGate read the changes of ${tables.length === 1 ? code(tables[0] ?? '') : `${tables.length} tables`} from the redo as ${code(publication)}; the database is in ${code('ARCHIVELOG')} and ${code('FORCE LOGGING')}, with minimal supplemental logging`,
    scripts: first === undefined ? [plainly(logged('<table>', 'ADD'))] : [short(first, ...rest)],
    worked: words`${code('all_log_groups')} lists the tables; ${code('dba_capture')} shows the extract as ${code('ENABLED')}`,
    undo: back([undone === undefined ? short(logged('<table>', 'DROP')) : short(undone, ...others)]),
  });
}

const starts = ({ subscription, publication, copy = true }: OperationArguments['subscribe']): Script =>
  plainly(
    statement(
      copy
        ? `<expdp … FLASHBACK_SCN=<scn of ${publication}>, impdp on the other server, then in GoldenGate there: ADD REPLICAT ${subscription}, START REPLICAT ${subscription}, AFTERCSN <scn>>`
        : `<in GoldenGate on the other server: ADD REPLICAT ${subscription}, START REPLICAT ${subscription}, from the moment at which writers stopped>`,
      {
        language: 'text',
        work: copy ? 'scan' : 'catalog',
        page: pages.goldenGate,
        deltas: [comes('subscription', subscription)],
        remark: copy
          ? 'undo must last for the whole export (ORA-01555); triggers and cascades of the other side are off for the replicat'
          : 'both sides hold the same rows, and nothing writes meanwhile',
      },
    ),
  );

const ends = (subscription: string): Script =>
  plainly(
    statement(`<in GoldenGate on the other server: STOP REPLICAT ${subscription}, DELETE REPLICAT ${subscription}>`, {
      language: 'text',
      page: pages.goldenGate,
      deltas: [goes('subscription', subscription)],
      remark: 'only after its lag is 0; the extract goes too, or redo is kept for nobody',
    }),
  );

/** Touches a second server, which is named by whoever runs it. */
export const subscribe = (args: OperationArguments['subscribe'], _situation: Situation): Outcome =>
  performed({
    does: words`Let ${code(args.subscription)} apply ${code(args.publication)} on the other server: ${args.copy === false ? 'no row is copied, changes follow from now on' : 'the rows as of one SCN, then every change after it'}`,
    scripts: [starts(args)],
    worked: words`${code('LAG REPLICAT')} says 0 within the budget for lag; counts of both sides are equal while nothing writes`,
    undo: back([ends(args.subscription)], {
      note:
        args.copy === false
          ? words`Only with every writer stopped and a lag of 0: what has not arrived is lost to the other side.`
          : words`Rows that were copied stay on the other server.`,
    }),
  });

/** Ends what `subscribe` began. */
export const unsubscribe = (
  { subscription, publication }: OperationArguments['unsubscribe'],
  _situation: Situation,
): Outcome =>
  performed({
    does: words`End ${code(subscription)}, which applied ${code(publication)}`,
    scripts: [ends(subscription)],
    worked: words`${code('INFO REPLICAT')} no longer lists it`,
    undo: back([starts({ subscription, publication, copy: false })], {
      note: words`Only while nothing writes and both sides hold the same rows.`,
    }),
  });
