import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { itemLoop, keyOf } from '../item-loop.ts';
import { inGuide } from '../manual.ts';
import { attributeNames, shellQuoted } from '../quote.ts';
import { back, changing, measure, paced, performed, plainly, statement } from '../statement.ts';
import { cannot } from './absent.ts';
import { gone, made } from './tables.ts';

/** Items of a page: each is written by a call of its own. */
const pageSize = 100;

const pageOf = (asked: number): number => Math.min(asked, pageSize);

const pages = measure(words`items ÷ page × (time of a page + pause), from the dry run`);

/** A condition that was typed brings names and values of its own. */
const ofCondition = '<--expression-attribute-names and -values of the condition>';

const names = (column: string): string => `--expression-attribute-names ${attributeNames({ '#c': column })}`;

const updated = (table: string, key: string, expression: string, condition: string, column: string): string =>
  `aws dynamodb update-item --table-name ${shellQuoted(table)} ${keyOf(key)} --update-expression ${shellQuoted(expression)} --condition-expression ${shellQuoted(condition)} ${names(column)}`;

const look = (table: string, delta: Delta): Script =>
  plainly(
    statement(`aws dynamodb describe-table --table-name ${shellQuoted(table)}`, {
      work: 'none',
      source: inGuide('HowItWorks.CoreComponents'),
      deltas: [delta],
      remark: 'no command adds an attribute; only the keys of the table and of its indexes have a type',
    }),
  );

const key = '<partition key>';

const removal = (table: string, column: string): Script =>
  paced(
    itemLoop({
      table,
      size: pageSize,
      scan: `--filter-expression 'attribute_exists(#c)' ${names(column)}`,
      each: updated(table, key, 'REMOVE #c', 'attribute_exists(#c)', column),
      deltas: [{ kind: 'drop-column', column: columnName(table, column) }],
    }),
  );

const addColumn: Operations<Situation>['addColumn'] = ({ table, column, default: value }) =>
  performed({
    does: words`Let items of ${code(table)} have the attribute ${code(column)}`,
    scripts: [
      look(table, {
        kind: 'add-column',
        column: columnName(table, column),
        is: { nullable: true, hasDefault: false, filled: false },
      }),
    ],
    worked: words`${code(column)} is no key of the table or of an index, or its type is the one written${value === undefined ? '' : words`. Nobody fills in a default: the release that writes items sets ${code(value)}`}`,
    undo: back([removal(table, column)], {
      minutes: pages,
      note: words`Not urgent: an attribute that items have changes nothing for those who do not ask for it.`,
    }),
  });

const dropColumn: Operations<Situation>['dropColumn'] = ({ table, column }) =>
  performed({
    does: words`Remove the attribute ${code(column)} from the items of ${code(table)}, page by page`,
    scripts: [removal(table, column)],
    worked: words`a scan with ${code('attribute_exists')} counts 0`,
    undo: {
      kind: 'none',
      because: words`${code('REMOVE')} keeps nothing of the values`,
      loses: {
        what: words`the values of ${code(columnName(table, column))}, except where an export or a restored table has them`,
      },
    },
  });

const nullable = (table: string, column: string, set: boolean): Script =>
  look(table, { kind: 'alter-column', column: columnName(table, column), set: { nullable: set } });

const dropNotNull: Operations<Situation>['dropNotNull'] = ({ table, column }) =>
  performed({
    does: words`See that only releases ask for ${code(columnName(table, column))}: any attribute but a key may be left out`,
    scripts: [nullable(table, column, true)],
    worked: words`${code(column)} is no key of the table`,
    undo: back([nullable(table, column, false)], {
      minutes: { kind: 'assumed', minutes: 1 },
      note: words`Nothing was changed; the releases ask for it again.`,
    }),
  });

const renameColumn: Operations<Situation>['renameColumn'] = ({ table, from, to }) =>
  cannot(
    words`an update takes no value along under a new name for all items at once`,
    words`Let releases write ${code(from)} and ${code(to)} of ${code(table)}, fill ${code(to)}, move reads, then remove ${code(from)}`,
  );

const changeType: Operations<Situation>['changeType'] = ({ table, column, to }) =>
  cannot(
    words`each item holds its own type, and no expression of an update converts one; a key never changes its type`,
    words`Let releases write a second attribute of type ${code(to)} beside ${code(`${table}.${column}`)}, fill it by a job of the application, move reads`,
  );

interface Filling {
  readonly value: string;
  readonly condition: string;
  readonly names: Readonly<Record<string, string>>;
}

/** From another attribute of the item: the condition is looked at with the write itself, so a newer write of a release stands, whichever way it goes. */
function filling(column: string, expression: string, where: string | undefined, overwrites: boolean): Filling {
  const typed = expression.trim();
  if (/^[A-Za-z_][\w-]*$/.test(typed)) {
    const differs = '(attribute_not_exists(#c) OR #c <> #e) AND attribute_exists(#e)';
    return { value: '#e', condition: where ?? differs, names: { '#c': column, '#e': typed } };
  }
  const lacks = overwrites ? 'attribute_exists(#c)' : 'attribute_not_exists(#c)';
  return { value: typed, condition: where ?? lacks, names: { '#c': column } };
}

const backfill: Operations<Situation>['backfill'] = ({
  table,
  key: walk,
  column,
  expression,
  where,
  batchSize: asked,
  keepIn,
}) => {
  const batchSize = pageOf(asked);
  const name = columnName(table, column);
  const { value, condition, names: filled } = filling(column, expression, where, keepIn !== undefined);
  const called = `--expression-attribute-names ${attributeNames(filled)}`;
  const asTyped = where === undefined ? '' : ` ${ofCondition}`;
  const fill = paced(
    itemLoop({
      table,
      size: batchSize,
      scan: `--filter-expression ${shellQuoted(condition)} ${where === undefined ? called : ofCondition}`,
      each: `aws dynamodb update-item --table-name ${shellQuoted(table)} ${keyOf(walk)} --update-expression ${shellQuoted(`SET #c = ${value}`)} --condition-expression ${shellQuoted(condition)} ${called}${asTyped}`,
      deltas: [{ kind: 'fill', column: name }],
      remark: `each write is a call of its own: beyond some 100,000 items a job runs the same update and condition over parallel segments of the scan${value === '#e' ? '' : '. A value goes into --expression-attribute-values'}`,
    }),
  );
  if (keepIn === undefined)
    return performed({
      does: words`Fill ${code(name)} page by page, ${batchSize} items each`,
      scripts: [fill],
      worked: words`another pass changes no item`,
      undo: {
        kind: 'unneeded',
        because: words`stop the loop; nobody reads ${code(name)} yet, and it goes on from the last token`,
      },
    });
  const carry = (from: string, to: string, deltas: readonly Delta[]): Script =>
    paced(
      itemLoop({
        table: from,
        size: batchSize,
        scan: '',
        each:
          to === keepIn
            ? `aws dynamodb put-item --table-name ${shellQuoted(to)} --item "$(jq -c '{${JSON.stringify(walk)}, ${JSON.stringify(column)}}' <<<"$item")" --condition-expression 'attribute_not_exists(#c)' --expression-attribute-names ${attributeNames({ '#c': walk })}`
            : `aws dynamodb update-item --table-name ${shellQuoted(to)} ${keyOf(walk)} --update-expression 'SET #c = :v' --condition-expression 'attribute_exists(#c)' ${names(column)} --expression-attribute-values "$(jq -c '{":v": .${JSON.stringify(column)}}' <<<"$item")"`,
        deltas,
      }),
    );
  return performed({
    does: words`Overwrite ${code(name)} page by page, ${batchSize} items each, with the old values kept in ${code(keepIn)}`,
    scripts: [made(keepIn, `the same keys as ${table}`), carry(table, keepIn, []), fill],
    worked: words`another pass changes no item; ${code(keepIn)} has one item for each that was changed`,
    undo: back([carry(keepIn, table, [{ kind: 'fill', column: name }]), gone(keepIn)], {
      minutes: pages,
      note: words`Also puts back values that somebody changed since: compare first.`,
    }),
  });
};

const deleteRows: Operations<Situation>['deleteRows'] = ({ table, key: walk, where, batchSize: asked, archive }) => {
  const batchSize = pageOf(asked);
  const scan = `--filter-expression ${shellQuoted(where)} ${ofCondition}`;
  const put = (to: string) => `aws dynamodb put-item --table-name ${shellQuoted(to)} --item "$item"`;
  const remove = `aws dynamodb delete-item --table-name ${shellQuoted(table)} ${keyOf(walk)} --condition-expression ${shellQuoted(where)} ${ofCondition}`;
  const loop = (from: string, filter: string, each: string): Script =>
    paced(itemLoop({ table: from, size: batchSize, scan: filter, each }));
  return performed({
    does: words`Delete the items of ${code(table)} where ${code(where)}, ${batchSize} a page${archive === undefined ? '' : words`, each kept in ${code(archive)} first`}`,
    scripts:
      archive === undefined
        ? [loop(table, scan, remove)]
        : [made(archive, `the same keys as ${table}`), loop(table, scan, `${put(archive)} && ${remove}`)],
    worked: words`a scan with that condition counts 0; readers of the stream have seen each ${code('REMOVE')} as a real delete`,
    undo:
      archive === undefined
        ? {
            kind: 'none',
            because: words`deleted items are kept nowhere`,
            loses: { what: words`the items of ${code(table)} where ${code(where)}, except what a restored table has` },
          }
        : back(
            [
              loop(
                archive,
                '',
                `${put(table)} --condition-expression 'attribute_not_exists(#k)' --expression-attribute-names ${attributeNames({ '#k': walk })}`,
              ),
              gone(archive),
            ],
            { minutes: pages },
          ),
  });
};

const copyRows: Operations<Situation>['copyRows'] = ({
  from,
  to,
  key: walk,
  toKey,
  columns,
  label,
  batchSize: asked,
}) => {
  const batchSize = pageOf(asked);
  const parts = [
    `${JSON.stringify(toKey)}: .${JSON.stringify(walk)}`,
    ...columns.map((column) => `${JSON.stringify(column.to)}: .${JSON.stringify(column.from)}`),
    ...(label === undefined ? [] : [`${JSON.stringify(label.column)}: {S: ${JSON.stringify(label.value)}}`]),
  ].join(', ');
  return performed({
    does: words`Copy the items of ${code(from)} to ${code(to)}, ${batchSize} a page, while releases write both; an item that is there already stays as it is`,
    scripts: [
      paced(
        itemLoop({
          table: from,
          size: batchSize,
          scan: '',
          each: `aws dynamodb put-item --table-name ${shellQuoted(to)} --item "$(jq -c ${shellQuoted(`{${parts}} | with_entries(select(.value != null))`)} <<<"$item")" --condition-expression 'attribute_not_exists(#k)' --expression-attribute-names ${attributeNames({ '#k': toKey })}`,
          deltas: columns.map((column): Delta => ({ kind: 'fill', column: columnName(to, column.to) })),
        }),
      ),
    ],
    worked: words`another pass writes no item; both tables compare equal`,
    undo: { kind: 'unneeded', because: words`nobody reads ${code(to)} yet; stop the loop, what was copied may stay` },
  });
};

const every = (from: string, to: string, deltas: readonly Delta[]): Script =>
  paced(
    itemLoop({
      table: from,
      size: pageSize,
      scan: '',
      each: `aws dynamodb put-item --table-name ${shellQuoted(to)} --item "$item"`,
      deltas,
      remark:
        'while nobody writes; for more than some millions of items import an export from S3 into the new table instead',
    }),
  );

/** There is no rename: while nobody writes, a new table takes the items. The old one stays until it is deleted by itself. */
const renameTable: Operations<Situation>['renameTable'] = ({ from, to, compatibilityView }) => {
  const [create] = made(to, `the same keys and indexes as ${from}`).statements;
  const [remove] = gone(to).statements;
  return compatibilityView
    ? cannot(
        words`DynamoDB has no views`,
        words`Let releases write ${code(from)} and ${code(to)}, copy the items, compare, move reads, then stop writing ${code(from)}`,
      )
    : performed({
        does: words`Copy ${code(from)} to a new table ${code(to)} while nobody writes: a table cannot be renamed, so ${code(from)} stays beside it`,
        scripts: [changing({ ...create, deltas: [] }), every(from, to, [{ kind: 'rename-table', from, to }])],
        worked: words`a scan of each (${code('--select COUNT')}) gives the same; indexes, recovery, time to live, stream and alarms of ${code(to)} are set`,
        undo: back(
          [every(to, from, [{ kind: 'rename-table', from: to, to: from }]), changing({ ...remove, deltas: [] })],
          {
            minutes: pages,
            note: words`Items deleted from ${code(to)} meanwhile stand in ${code(from)} again: delete them there too.`,
          },
        ),
      });
};

export const items = {
  renameTable,
  addColumn,
  dropColumn,
  dropNotNull,
  renameColumn,
  changeType,
  backfill,
  deleteRows,
  copyRows,
};
