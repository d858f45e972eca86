import type { Reading } from './grammar.ts';
import { javascript } from './javascript.ts';
import { plSql } from './pl-sql.ts';
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
