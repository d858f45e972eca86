import type { OperationName } from '#model/operations.ts';
import type { OperationHeld, Verdict, VersionHeld } from './engine-result.ts';

/** Of several cases of one operation the one that says most counts. */
const bySeverity: readonly Verdict[] = ['mismatch', 'held', 'documented', 'cannot'];
const columns: readonly Verdict[] = ['held', 'mismatch', 'documented', 'cannot'];
const sign: Readonly<Record<Verdict | 'none', string>> = {
  mismatch: 'MISMATCH',
  held: 'held',
  documented: 'documented',
  cannot: 'cannot',
  none: '–',
};

const verdictOf = (held: readonly OperationHeld[], operation: OperationName): Verdict | undefined => {
  const found = held.filter((one) => one.operation === operation).map(({ verdict }) => verdict);
  return bySeverity.find((verdict) => found.includes(verdict));
};

const namesOf = (held: readonly VersionHeld[]): readonly OperationName[] => [
  ...new Set(held.flatMap(({ operations }) => operations.map(({ operation }) => operation))),
];

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

const groupsOf = (held: readonly VersionHeld[]): readonly (readonly VersionHeld[])[] =>
  [...new Set(held.map(({ engine }) => engine))].map((engine) => held.filter((version) => version.engine === engine));

/** For each engine: a row for each operation, a column for each version. */
export function printOperations(held: readonly VersionHeld[]): void {
  for (const versions of groupsOf(held.filter(({ operations }) => operations.length > 0))) {
    console.log('');
    printTable([
      [versions[0]?.engine ?? '', ...versions.map(({ version }) => version), 'claims'],
      ...namesOf(versions).map((name) => [
        name,
        ...versions.map(({ operations }) => sign[verdictOf(operations, name) ?? 'none']),
        [
          ...new Set(
            versions
              .flatMap(({ operations }) => operations)
              .filter(({ operation, claim }) => operation === name && claim !== '')
              .map(({ claim }) => claim),
          ),
        ].join(' · '),
      ]),
    ]);
  }
}

/** What was not as claimed. */
export function printTrouble(held: readonly VersionHeld[]): void {
  for (const { engine, version, operations, further } of held) {
    for (const { operation, about, verdict, problems } of operations)
      if (verdict === 'mismatch')
        console.log(`\nMISMATCH ${engine} ${version}, ${operation}: ${about}\n    ${problems.join('\n    ')}`);
    for (const { name, passed, detail } of further)
      if (!passed) console.log(`\nMISMATCH ${engine} ${version}, ${name}\n    ${detail}`);
  }
}

/** Who was asked, or what stands in for it. */
const askedOf = ({ server, parsed }: VersionHeld): string =>
  [
    server.kind === 'ran' ? `asked ${server.release}` : `not asked: ${server.because}`,
    ...(parsed === undefined ? [] : [`read by ${parsed.by}`]),
  ].join('; ');

/** One row for each version of each engine: how many of its operations stand how, and who was asked. */
const summaryOf = (held: readonly VersionHeld[]): readonly (readonly string[])[] => [
  ['engine', 'version', 'held', 'mismatched', 'documented only', 'cannot', 'further', 'statements parsed', 'server'],
  ...held.map((one) => {
    const { engine, version, operations, further, parsed } = one;
    const verdicts = namesOf([one]).map((name) => verdictOf(operations, name));
    return [
      engine,
      version,
      ...columns.map((wanted) =>
        verdicts.length === 0 ? '–' : String(verdicts.filter((verdict) => verdict === wanted).length),
      ),
      further.length === 0 ? '–' : `${further.filter(({ passed }) => passed).length} of ${further.length}`,
      parsed === undefined ? '–' : `${parsed.read} of ${parsed.of}`,
      askedOf(one),
    ];
  }),
];

/** `further`: queries, types, kinds of change there and back; of a grammar: what it must refuse, and its exceptions. */
export function printSummary(held: readonly VersionHeld[]): void {
  console.log('');
  printTable(summaryOf(held));
}

/** The same for the README. */
export function printMarkdown(held: readonly VersionHeld[]): void {
  const [head = [], ...rows] = summaryOf(held);
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  console.log(['', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n'));
}
