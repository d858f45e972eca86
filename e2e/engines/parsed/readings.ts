import { dialect } from './dialect.ts';
import type { Reading } from './grammar.ts';
import { javascript } from './javascript.ts';
import { plSql } from './pl-sql.ts';
import { postgresql } from './postgresql.ts';
import { tSql } from './t-sql.ts';

const anywhere = [
  'SELECT a FRM t',
  'ALTER TABEL t ADD a int',
  'CREATE UNIQE INDEX i ON t (a)',
  'DROP INDX i',
  'DROP TABLE IF EXIST t',
  'UPDATE t SET a = WHERE b = 1',
  'CREATE TABLE t (a int',
] as const;

/** `:from` and `:to` get values, a cast `::text` stays. */
const psqlValues = (text: string): string => text.replaceAll(/(?<!:):(?:from|to)\b/g, '1');

/** How the statements of each engine are read that no server can be had for. An engine that is not here is held by its manual alone. */
export const readings: Readonly<Record<string, Reading>> = {
  'sql-server': {
    grammar: tSql,
    planted: [
      ...anywhere,
      'CREATE INDEX i ON t (a) WTH (ONLINE = ON)',
      'ALTER TABLE t ALTER COLUMN a int NOT NUL',
      'ALTER TABLE t WITH NOCHEK ADD CONSTRAINT c CHECK (a > 0)',
    ],
    filled: (text) => text.replaceAll(/\$\((?:from|to)\)/g, '1'),
  },
  oracle: {
    grammar: plSql,
    planted: [...anywhere, 'CREATE INDEX i ON t (a) ONLIN', 'ALTER TABLE t MODIFY (a NOT NUL)'],
  },
  cockroachdb: {
    grammar: () => dialect('postgresql'),
    planted: [...anywhere, 'ALTER TABLE t ALTER COLUMN a SET NOT NUL'],
    filled: psqlValues,
  },
  yugabytedb: {
    grammar: postgresql,
    planted: [...anywhere, 'ALTER TABLE t ALTER COLUMN a SET NOT NUL', 'CREATE INDEX CONCURENTLY i ON t (a)'],
    filled: psqlValues,
  },
  snowflake: {
    grammar: () => dialect('snowflake'),
    planted: [...anywhere, 'ALTER TABLE t SWAP WTH u', 'CREATE TABLE t CLNE u', 'COPY INTO @~/a.csv FRM t'],
  },
  clickhouse: {
    grammar: () => dialect('clickhouse'),
    planted: [...anywhere, 'ALTER TABLE t ADD COLUMN a Int32 AFTR b', 'EXCHANGE TABELS t AND u'],
  },
  bigquery: {
    grammar: () => dialect('bigquery'),
    planted: [...anywhere, 'ALTER TABLE t ALTER COLUMN a DROP NOT NUL', 'CREATE TABLE t CLNE u'],
  },
  redshift: {
    grammar: () => dialect('redshift'),
    planted: [...anywhere, 'ALTER TABLE t RENAM COLUMN a TO b', 'ALTER TABLE t APEND FROM u'],
  },
  tidb: {
    grammar: () => dialect('mysql'),
    planted: [...anywhere, 'ALTER TABLE t MODIFY COLUMN a int NOT NUL', 'ALTER TABLE t DROP PRIMRY KEY'],
  },
  mongodb: {
    grammar: javascript,
    planted: ['db.getCollection("t").find({', 'db..getCollection("t")', 'const a = ;'],
    language: 'javascript',
    typed: (name) => ({
      where: '{ a: { $lt: 0 } }',
      expression: '{ $add: ["$a", 1] }',
      ...(name === 'replaceRoutine' ? { definition: '{ viewOn: "t", pipeline: [] }' } : {}),
    }),
  },
};
