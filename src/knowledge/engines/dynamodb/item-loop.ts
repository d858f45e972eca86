import type { TableName } from '#model/schema.ts';
import type { Statement } from '#model/statement.ts';
import { inGuide } from './manual.ts';
import { shellQuoted } from './quote.ts';
import { paceOf, statement } from './statement.ts';

interface Loop {
  readonly table: TableName;
  readonly size: number;
  /** What the scan asks for besides its page: filter, names, projection. */
  readonly scan: string;
  /** What is run for each item; it may name `$item`. */
  readonly each: string;
  readonly deltas?: Statement['deltas'];
  readonly remark?: string;
}

/**
 * Walks a table page by page and can be started again where it stopped: it prints the token of each page.
 * A condition on each write keeps what a release wrote meanwhile; an item that fails its condition is passed over.
 */
export const itemLoop = ({ table, size, scan, each, deltas = [], remark }: Loop): Statement =>
  statement(
    [
      `token='' # to go on after a stop: the last token that was printed`,
      'while :; do',
      `  page=$(aws dynamodb scan --table-name ${shellQuoted(table)} --max-items ${String(size)} ${scan} --output json \${token:+--starting-token "$token"}) || break`,
      `  jq -c '.Items[]' <<<"$page" | while read -r item; do`,
      `    ${each} 2>>failed.log || echo "$item" >>failed.items`,
      '  done',
      `  token=$(jq -r '.NextToken // empty' <<<"$page"); echo "$token"`,
      '  [ -n "$token" ] || break',
      '  sleep 1',
      'done',
    ].join('\n'),
    {
      work: 'rows',
      source: inGuide('Scan'),
      deltas,
      repeat: paceOf(table, size),
      remark:
        remark ??
        'failed.items holds what was passed over: ConditionalCheckFailedException in failed.log is an item that needs nothing, anything else is run again',
    },
  );

/** The primary key of an item, as its table has it: with a sort key both attributes. */
export const keyOf = (key: string): string => `--key "$(jq -c '{${JSON.stringify(key)}}' <<<"$item")"`;
