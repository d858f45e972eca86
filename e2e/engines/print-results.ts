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
  for (const versions of groupsOf(held)) {
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

/** One row for each version of each engine: how many of its operations stand how, and who was asked. */
export function printSummary(held: readonly VersionHeld[]): void {
  const rows = held.map(({ engine, version, server, operations, further }) => {
    const verdicts = namesOf([{ engine, version, server, operations, further }]).map((name) =>
      verdictOf(operations, name),
    );
    const count = (wanted: Verdict): string => String(verdicts.filter((verdict) => verdict === wanted).length);
    const asked = server.kind === 'ran' ? `asked ${server.release}` : `not asked: ${server.because}`;
    const passed = further.filter((one) => one.passed).length;
    return [
      engine,
      version,
      ...columns.map(count),
      further.length === 0 ? '–' : `${passed} of ${further.length}`,
      asked,
    ];
  });
  console.log('');
  printTable([
    ['engine', 'version', 'held', 'mismatched', 'documented only', 'cannot', 'queries, types, changes', 'server'],
    ...rows,
  ]);
}
