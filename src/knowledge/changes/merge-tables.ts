import { checkStep, defineChange, deploy, hold, step } from '#model/change.ts';
import { nameField, namesField, typeField } from '#model/fields.ts';
import type { Needs } from '#model/release.ts';
import { columnName } from '#model/schema.ts';
import { code, joinText, words } from '#model/text.ts';
import { alsoFills } from '../patterns/also-fills.ts';
import { dependentsCheck, idleCheck } from '../patterns/dependents-check.ts';
import { ignoreNotes } from '../patterns/ignore-notes.ts';
import { openFields, requiredNames } from '../patterns/open-fields.ts';
import { peopleStep } from '../patterns/people-step.ts';
import { batchRows, keyQuestion, rowKey } from '../patterns/row-key.ts';
import type { TableCopy } from '../patterns/table-copy.ts';
import { copiesOf, copyChecks } from '../patterns/table-copy.ts';
import { renamesAtOnce } from '../patterns/renames-at-once.ts';
import { bareTable, besideTable } from '../patterns/table-name.ts';
import { columnStands, tableStands } from '../patterns/table-needs.ts';
import { undoInstead } from '../patterns/with-undo.ts';
import { tidied } from '../patterns/tidied.ts';

const fields = {
  table: nameField('Table that goes', { essential: true, gives: 'the name in every statement' }),
  into: nameField('Table that takes its rows', { essential: true, gives: 'the name in every statement' }),
  columns: namesField('Columns that both have', {
    essential: true,
    hint: 'Under the same names in both tables',
    gives: 'what is copied and compared',
  }),
  label: nameField('Column that says where a row came from', {
    hint: 'origin; it is new',
    gives: 'how a row is told apart after the merge',
  }),
  mapping: nameField('Column that keeps the old key', {
    hint: 'supplier_id; it is new, and unique',
    gives: 'how old keys are found again, and how the two tables are kept equal',
  }),
  keyType: typeField('Type of the old key', { gives: 'the type of the column that keeps it' }),
  children: namesField('Tables that refer to the table that goes', {
    gives: 'which references must be moved before it can go',
  }),
} as const;

export const mergeTables = defineChange({
  id: 'merge-tables',
  title: 'Merge two tables into one',
  group: 'Tables',
  hint: 'One takes the rows of the other',
  nature: 'transform',
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, into] = [context.name('table'), context.name('into')];
    const [label, mapping] = [context.name('label'), context.name('mapping')];
    const columns = requiredNames(context, 'columns');
    const key = rowKey(context, table);
    const origin = bareTable(table);
    const beside = besideTable(table, `zz_drop_${origin}`);
    const renamed = engine.renameTable({ from: table, to: beside, compatibilityView: false });
    const hidden = renamesAtOnce(renamed) ? beside : table;
    const file = `${origin}.csv`;
    const flag = `${origin}_read_${bareTable(into)}`;
    const copy: TableCopy = {
      name: `${origin}_into_${bareTable(into)}`,
      from: table,
      to: into,
      key,
      toKey: mapping,
      columns: columns.map((column) => ({ from: column, to: column })),
      label: { column: label, value: origin },
    };

    const synced = engine.can('triggers');
    const newColumns = [columnName(into, label), columnName(into, mapping)];
    const always = [
      { column: columnName(into, '*') },
      ...columns.map((column) => ({ column: columnName(into, column) })),
    ];
    const writesOld = { table, inserts: true, columns, optional: [], defaults: [] };
    const writesInto = { table: into, inserts: true, columns, optional: [], defaults: [] };
    const today: Needs = {
      reads: [...always, ...columns.map((column) => ({ column: columnName(table, column) }))],
      writes: [writesOld, writesInto],
      ignores: newColumns,
    };
    const byFlag: Needs = {
      reads: [
        ...always,
        ...columns.map((column) => ({ column: columnName(table, column), when: 'flag-off' as const })),
        ...newColumns.map((column) => ({ column, when: 'flag-on' as const })),
      ],
      writes: [writesOld, synced ? writesInto : { ...writesInto, columns: [...columns, label, mapping] }],
      ignores: [],
    };
    const onlyInto: Needs = {
      reads: [...always, ...newColumns.map((column) => ({ column }))],
      writes: [{ ...writesInto, columns: [...columns, label] }],
      ignores: [],
    };

    return {
      summary: words`Move the rows of ${code(table)} into ${code(into)}, told apart by ${code(label)}; the old key stays in ${code(mapping)}`,
      strategy: {
        name: words`Copy with ${synced ? 'sync, ' : ''}label and old key, reads by a flag, then one table`,
        why: words`Every row says where it came from and what it was called, so reads can move in shares, both tables can be compared row by row, and old keys are found again.`,
        rejected: [
          {
            what: words`Copy once and drop ${code(table)}`,
            because: words`what is written meanwhile is missing, keys of both tables clash, and nothing tells the rows apart on the way back`,
          },
          {
            what: words`A view over both tables for good`,
            because: words`it keeps two keys, two sets of constraints and two places to write; it helps readers for a while and is no merge`,
          },
        ],
      },
      before: [
        ...tableStands(table),
        ...columns.map((column) => columnStands(table, column)),
        ...tableStands(into),
        ...columns.map((column) => columnStands(into, column)),
      ],
      copies: copiesOf(copy),
      application: { today, 'write-both': byFlag, retire: onlyInto },
      phases: [
        {
          stage: 'expand',
          title: synced ? words`Label, old key and sync` : words`Label and old key`,
          why: words`A row of ${code(table)} needs a place in ${code(into)} that tells it apart before it can come over.`,
          steps: [
            step(engine.addColumn({ table: into, column: label, type: 'varchar(40)', nullable: true }), {
              proves: 'shape',
            }),
            step(engine.addColumn({ table: into, column: mapping, type: context.name('keyType'), nullable: true })),
            step(
              engine.createIndex({
                table: into,
                index: `${bareTable(into)}_${mapping}_key`,
                columns: [mapping],
                unique: true,
              }),
            ),
            ...(synced ? [step(engine.startTableSync(copy))] : []),
          ],
        },
        {
          stage: 'write-both',
          title: words`A release that reads by flag`,
          why: synced
            ? words`It writes as before; the sync carries over what it writes, for every other writer too.`
            : words`From here on every write to ${code(table)} also stands in ${code(into)}; the rows of before follow.`,
          steps: [
            deploy(
              words`it ${synced ? '' : 'writes both tables in one transaction and '}reads the rows of ${code(table)} by ${code(flag)}, off by default`,
            ),
          ],
        },
        {
          stage: 'backfill',
          title: words`Copy the rows of before`,
          why: words`Rows that nobody touches would never come over by the sync.`,
          steps: [
            step(alsoFills(engine.copyRows({ ...copy, batchSize: batchRows }), newColumns), {
              minutes: {
                kind: 'measure',
                what: words`minutes for one batch of ${code(table)}, times the number of batches`,
              },
            }),
            ...tidied(engine, into),
          ],
        },
        {
          stage: 'prove',
          title: words`Compare every row`,
          why: words`Reads may only move to what is complete and equal.`,
          steps: [
            checkStep(
              words`Compare ${code(table)} with the rows of ${code(into)} that carry its label`,
              words`0 differences`,
              { proves: 'parity', minutes: { kind: 'measure', what: words`minutes of the comparison on the copy` } },
            ),
            checkStep(
              words`Own rows of ${code(into)}: their number and figures are those of before`,
              words`each query that must not see the rows that came leaves them out by ${code(label)}`,
              { proves: 'own-rows' },
            ),
          ],
        },
        {
          stage: 'switch',
          title: words`Move reads to ${code(into)}`,
          why: words`A share at a time, so that a mistake meets few and is gone in a minute.`,
          gate: {
            title: words`Before users read the merged table`,
            criteria: [words`the comparison shows 0`, words`own rows are unchanged`, words`no trigger has fired`],
          },
          steps: [{ flag, shares: [5, 50, 100], does: words`Read the rows of ${code(table)} from ${code(into)}` }],
        },
        {
          stage: 'hold',
          title: words`Hold all reads on ${code(into)}`,
          why: words`One whole day shows the peak and the nightly jobs.`,
          steps: [
            hold(
              words`Hold at 100 %`,
              words`0 differences for 24 h without a break, one peak and one nightly run included`,
              { kind: 'assumed', minutes: 24 * 60 },
            ),
          ],
        },
        {
          stage: 'retire',
          title: words`Writes move to ${code(into)}`,
          why: words`From the first new row on, ${code(table)} is no longer whole: this is where the way back ends, earlier than the drop.`,
          gate: {
            title: words`End of the way back: new rows will exist in ${code(into)} only`,
            criteria: [
              synced
                ? words`every outside writer writes both tables, or is stopped until the sync has ended and then writes ${code(into)}`
                : words`every writer outside the application writes ${code(into)} or has stopped`,
              words`every reference to ${code(table)} points to ${code(into)}`,
              words`${code(file)} was exported while both were equal, and read back`,
            ],
          },
          steps: [
            step(engine.exportTable({ table, file }), { proves: 'parity' }),
            peopleStep(
              words`Record who decides that new rows may exist in ${code(into)} only`,
              words`name and time are written down`,
              {
                kind: 'none',
                because: words`a row written by the next release has no place in ${code(table)}`,
                loses: {
                  what: words`on a return to ${code(table)}: what is written to ${code(into)} from here on, unless it is moved by hand through ${code(label)} and ${code(mapping)}`,
                },
              },
              { actor: 'rollback owner', minutes: { kind: 'assumed', minutes: 5 } },
            ),
            deploy(words`it reads and writes ${code(into)} only, and gives each new row its ${code(label)}`),
          ],
        },
        {
          stage: 'retire',
          title: synced ? words`Stop the sync and hide ${code(table)}` : words`Hide ${code(table)}`,
          why: words`${synced ? 'A forgotten writer would overwrite newer values through the sync; a' : 'A'} forgotten reader shows while the table is still there.`,
          notBeforeDays: 1,
          steps: [
            ...(synced
              ? [
                  step(
                    undoInstead(engine.stopTableSync({ ...copy, batchSize: batchRows }), {
                      kind: 'none',
                      because: words`the sync would carry old values of ${code(table)} over newer ones of ${code(into)}`,
                      loses: 'nothing',
                    }),
                  ),
                ]
              : []),
            step(hidden === table ? engine.revokeAccess({ table, role: '<role of the application>' }) : renamed),
          ],
        },
        {
          stage: 'contract',
          title: words`Drop ${code(hidden)}`,
          why: words`It has been hidden for two weeks and nobody has missed it.`,
          notBeforeDays: 14,
          gate: {
            title: words`Is the old table still wanted?`,
            criteria: [
              words`no error has named ${code(table)} since it was hidden, month-end included`,
              words`${code(file)} is readable and kept at ______ until ______`,
            ],
          },
          steps: [step(engine.dropTable({ table: hidden }))],
        },
      ],
      checks: [
        dependentsCheck(context, table),
        {
          key: 'clashes',
          title: words`What clashes between the two tables`,
          when: 'before',
          stages: ['prepare'],
          how: words`For every unique key of ${code(into)}: values that both tables hold; for every NOT NULL and check of ${code(into)}: rows of ${code(table)} that break it`,
          expected: words`0, or a written rule for each: which row wins, what the other becomes`,
          tolerance: words`none without a rule`,
        },
        {
          key: 'shape',
          title: words`Shape of ${code(into)}`,
          when: 'during',
          stages: ['expand'],
          how: words`${code(label)} and ${code(mapping)} exist; ${code(mapping)} is unique; an insert of today’s release works`,
          expected: words`as reviewed, on every node`,
          tolerance: words`none`,
        },
        ...copyChecks(context, copy, ['prove', 'switch', 'hold']),
        {
          key: 'own-rows',
          title: words`Own rows of ${code(into)}`,
          when: 'during',
          stages: ['prove', 'switch'],
          how: words`Number and sums of the rows without the label, against those written down before phase 1`,
          expected: words`equal but for what was written since`,
          tolerance: words`none`,
        },
        {
          key: 'label',
          title: words`New rows carry ${code(label)}`,
          when: 'after',
          stages: ['retire'],
          how: words`Rows of ${code(into)} written since the deploy whose ${code(label)} is missing or unknown`,
          expected: words`0`,
          tolerance: words`none`,
        },
        idleCheck(table, ['retire', 'contract']),
      ],
      checklist: [
        {
          title: words`References to ${code(table)}`,
          detail: words`${joinText(
            requiredNames(context, 'children').map((child) => [code(child)]),
            ', ',
          )}: each reference is moved to ${code(into)} through ${code(mapping)}, as a change of its own, before writes move: ______`,
          critical: true,
        },
        {
          title: words`Rule for clashes`,
          detail: words`Which row wins when both tables hold the same thing, decided by ______ on ______`,
          critical: true,
        },
        {
          title: words`Readers of ${code(into)}`,
          detail: words`Each query, report and job that reads all of ${code(into)} will also see the rows that come: it is changed first, or wants them: ______`,
          critical: true,
        },
        ...(context.stack.remembersColumns
          ? [
              {
                title: words`Release 0 ignores the new columns`,
                detail: words`It is live on every instance and ignores ${code(`${into}.${label}`)} and ${code(`${into}.${mapping}`)}, so that they can come and go under running processes`,
                critical: true,
              },
            ]
          : []),
      ],
      questions: [...openFields(context, fields), ...keyQuestion(context, table)],
      touches: [table, into],
      releaseNotes: {
        today: ignoreNotes(context, into, [label, mapping]),
        'write-both': [
          words`Reads of ${code(into)} that mean its own rows leave out those with ${code(label)} = ${code(origin)}, with the flag on and off.`,
          ...(synced
            ? []
            : [
                words`Each write to ${code(table)} is followed by insert-or-update of its row in ${code(into)}, by ${code(mapping)}, in one transaction.`,
              ]),
          words`With ${code(flag)} on, rows of ${code(table)} are read from ${code(into)} by ${code(mapping)}; writes still go to ${code(table)}.`,
        ],
        retire: [
          words`Names ${code(table)} nowhere; each insert into ${code(into)} sets ${code(label)}. While it is brought out, a row changed by both releases keeps the later write.`,
        ],
      },
    };
  },
});
