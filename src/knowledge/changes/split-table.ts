import { defineChange } from '#model/change.ts';
import { nameField, namesField, sqlField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
import { tableField } from '../patterns/column-fields.ts';
import { dependentsCheck, idleCheck } from '../patterns/dependents-check.ts';
import { leavingNotes } from '../patterns/ignore-notes.ts';
import { openFields, optionalNames, requiredNames } from '../patterns/open-fields.ts';
import { keyQuestion, rowKey } from '../patterns/row-key.ts';
import { copiesOf, copyChecks } from '../patterns/table-copy.ts';
import { columnStands, tableStands } from '../patterns/table-needs.ts';
import type { TableSplit } from '../patterns/table-split.ts';
import { forth, refersBack, splitNames, splitProbes, splitReleases } from '../patterns/table-split.ts';
import { splitEnd } from '../patterns/table-split-end.ts';
import { splitStart } from '../patterns/table-split-start.ts';
import { withStatement } from '../patterns/with-statement.ts';
import { lacking } from '../patterns/lacking.ts';

const fields = {
  table: tableField,
  newTable: nameField('New table', { essential: true, gives: 'the name in every statement' }),
  columns: namesField('Columns that move', {
    essential: true,
    gives: 'what is copied, compared and dropped at the end',
  }),
  newKey: nameField('Column of the new table that names the row of the first', {
    hint: 'order_id; unique',
    gives: 'how the two tables are kept equal',
  }),
  definition: sqlField('Columns and constraints of the new table', {
    hint: 'What stands between the brackets of CREATE TABLE',
    gives: 'the statement that makes it',
  }),
  notNull: namesField('Columns that move and may not be NULL today', {
    gives: 'what must be relaxed before a release leaves them out',
  }),
} as const;

export const splitTable = defineChange({
  id: 'split-table',
  title: 'Split a table in two',
  group: 'Tables',
  hint: 'Some columns move to a table of their own',
  nature: 'transform',
  fields,
  part: (context) => {
    const { engine } = context;
    const table = context.name('table');
    const split: TableSplit = {
      table,
      key: rowKey(context, table),
      newTable: context.name('newTable'),
      newKey: context.name('newKey'),
      columns: requiredNames(context, 'columns'),
      notNull: optionalNames(context, 'notNull'),
      definition: context.name('definition'),
    };
    const { newTable, newKey, columns, notNull } = split;
    const { flag, foreignKey, moved, old, fresh } = splitNames(split);
    const synced = engine.can('triggers');
    const [from, to] = [old[0], fresh[0]];

    return {
      summary: words`Move ${moved} from ${code(table)} to the new table ${code(newTable)}, kept equal ${synced ? 'inside the database' : 'by the releases'} while reads and then writes move over`,
      strategy: {
        name: synced
          ? words`Second table with sync, reads by a flag, then the sync the other way`
          : words`Second table written by the releases, reads by a flag`,
        why: synced
          ? words`Each row of ${code(table)} has its equal in ${code(newTable)} whoever writes, so reads can move in shares and come back in a minute; once writes have moved, the sync runs the other way and the old columns stay right for the way back.`
          : words`Code of ours on each write is ${lacking(context, 'triggers')}, so one release writes both tables from before the copy until reads have moved; the lossless way back ends when it stops.`,
        rejected: [
          {
            what: words`Copy once and change the release in one go`,
            because: words`what is written between the copy and the last instance is missing in ${code(newTable)}, and the way back loses every later write`,
          },
          synced
            ? {
                what: words`Writing both by the release alone`,
                because: words`bulk statements, jobs and consoles that do not go through it leave rows behind that show weeks later`,
              }
            : {
                what: words`A sync inside the database`,
                because: words`it would cover writers outside the application as well, but is ${lacking(context, 'triggers')}`,
              },
        ],
      },
      before: [
        ...tableStands(table),
        ...columns.map((column) => columnStands(table, column, { nullable: !notNull.includes(column) })),
      ],
      copies: copiesOf(forth(split)),
      application: splitReleases(split),
      probes: splitProbes(split),
      phases: [...splitStart(context, split), ...splitEnd(context, split)],
      checks: [
        dependentsCheck(context, table, columns),
        {
          key: 'shape',
          title: words`Shape of ${code(newTable)}`,
          when: 'before',
          stages: ['expand'],
          how: words`${code(newKey)} is unique and not NULL; types, defaults and checks of ${moved} are those of ${code(table)}; grants are set`,
          ...withStatement(engine.query.describeTable({ table: newTable })),
          expected: words`as reviewed, on every node`,
          tolerance: words`none`,
        },
        ...copyChecks(context, forth(split), ['prove', 'switch', 'hold']),
        {
          key: 'smoke',
          title: words`The application on ${code(newTable)}`,
          when: 'after',
          stages: ['write-both', 'switch', 'retire'],
          how: words`Create, change, read and delete through each critical flow; one job retry; one nightly run`,
          expected: words`each passes, and both tables show it`,
          tolerance: words`none`,
        },
        idleCheck(old.join(', '), ['retire', 'contract']),
      ],
      checklist: [
        {
          title: words`Writers outside the application`,
          detail: words`Jobs, consoles, bulk loads and other services that write ${moved}: who moves each to ${code(newTable)}, and when: ______`,
          critical: true,
        },
        {
          title: words`What lives on the columns`,
          detail: words`Defaults, checks, indexes, grants, comments and triggers over ${moved} are in the definition of ${code(newTable)}, or their loss is accepted by ______; triggers that the copy would fire for each row are guarded`,
          critical: true,
        },
        {
          title: words`Room`,
          detail: words`Free disk for ${code(newTable)} with its indexes and for the log of the copy, on every node: ______ GB`,
          critical: false,
        },
      ],
      questions: [
        ...(refersBack(split)
          ? [
              {
                about: words`the definition of ${code(newTable)} refers to ${code(table)}`,
                settle: words`take ${code('REFERENCES')} out: it is checked before the sync takes the row away, so deletes from ${code(table)} would fail; ${code(foreignKey)} is added later, with ${code('ON DELETE CASCADE')}`,
                who: 'executor' as const,
              },
            ]
          : []),
        ...openFields(context, fields),
        ...keyQuestion(context, table),
      ],
      touches: old,
      ...(from !== undefined && to !== undefined ? { readersMove: { from, to } } : {}),
      releaseNotes: {
        'write-both': [
          words`Writes ${code(table)} first, then ${code(newTable)} as insert-or-update${synced ? ': the sync may have made the row already' : ''}. Both in one transaction.`,
          words`Reads by ${code(flag)}, asked once per request or job; off by default in code.`,
        ],
        retire: [
          words`Names none of ${moved} of ${code(table)}; inserts the row of ${code(table)} first, then its row of ${code(newTable)}, in one transaction. Empties the columns there and deletes no row of it alone: the old columns would keep what was deleted.`,
          ...leavingNotes(context, table, columns),
        ],
      },
    };
  },
});
