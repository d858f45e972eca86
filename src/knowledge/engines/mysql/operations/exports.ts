import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName } from '#model/schema.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { bareName, partsOf, quoteName, quoteTable, sqlString } from '../quote.ts';
import { performed, plainly, statement } from '../statement.ts';

const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** The file holds statements that put each value back, so that NULL, quotes and line ends come back as they were. */
export const exportColumn =
  (family: Family): Operations<Situation>['exportColumn'] =>
  ({ table, key, column, file }) => {
    const [of, name, value] = [quoteTable(table), quoteName(key), quoteName(column)];
    const head = sqlString(`UPDATE ${of} SET ${value} = `);
    return performed({
      does: words`Export ${code(key)} and ${code(columnName(table, column))} to ${code(file)}, as statements that put each value back`,
      scripts: [
        plainly(
          statement(
            `${family.client} --batch --raw --skip-column-names --quick --default-character-set=utf8mb4 <database> > ${shellQuoted(file)} <<'SQL'
SELECT CONCAT(${head}, QUOTE(${value}), ${sqlString(` WHERE ${name} = `)}, QUOTE(${name}), ';') FROM ${of} ORDER BY ${name};
SQL`,
            {
              language: 'shell',
              locks: { [table]: 'SHARED_READ' },
              work: 'scan',
              source: family.source('export'),
              deltas: [{ kind: 'export', column: columnName(table, column) }],
              remark:
                'the file is written where the client runs; a schema change of the table waits until it is done. A binary column needs HEX() in place of QUOTE()',
            },
          ),
        ),
      ],
      worked: words`${code(`wc -l ${file}`)} is the rows of ${code(table)}; checksum noted: ______; run on a copy in which ${code(column)} was emptied, both compare equal`,
      undo: { kind: 'unneeded', because: words`it only reads` },
    });
  };

export const exportTable =
  (family: Family): Operations<Situation>['exportTable'] =>
  ({ table, file }) => {
    const parts = partsOf(table);
    const database = parts.length > 1 ? bareName(parts[0] ?? '') : '<database>';
    return performed({
      does: words`Export every row of ${code(table)} to ${code(file)}`,
      scripts: [
        plainly(
          statement(
            `${family.dump} --single-transaction --quick --hex-blob --no-tablespaces ${database} ${shellQuoted(bareName(table))} > ${shellQuoted(file)}`,
            {
              language: 'shell',
              locks: { [table]: 'SHARED_READ' },
              work: 'scan',
              source: family.source('export'),
              remark: 'one moment of the table, without holding up writers; a schema change meanwhile breaks it off',
            },
          ),
        ),
      ],
      worked: words`its last line says ${code('Dump completed')}; loaded into an empty database it compares equal; checksum ______`,
      undo: { kind: 'unneeded', because: words`it only reads` },
    });
  };
