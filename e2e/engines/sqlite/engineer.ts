import type { Session } from '#model/session.ts';
import { editDefinition, isConstraint, nameOf, readDefinition, writeDefinition } from './definition.ts';

const text = (value: unknown): string => String(value ?? '');
const sqlText = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const bare = (name: string): string => name.replace(/^.*\./, '').replace(/^"|"$/g, '');

interface Pending {
  readonly columns: readonly string[];
  readonly objects: readonly { readonly name: string; readonly sql: string }[];
  readonly counts: boolean;
}

/**
 * A session with the engineer at it: where a statement holds a placeholder, what the runbook says to print is printed and put there.
 *
 * Nothing else of the statement is changed, so what runs is what the plan says.
 */
export function atTheKeyboard(session: Session): Session {
  let pending: Pending | undefined;
  const printed = new Map<string, string>();
  const constraints: string[] = [];

  const sqlOf = async (name: string): Promise<string> => {
    const [row] = await session.query(
      `SELECT sql FROM sqlite_schema WHERE name = ${sqlText(bare(name))} COLLATE NOCASE AND sql IS NOT NULL`,
    );
    return text(row?.['sql']);
  };

  async function begin(fresh: string, table: string, differs: string): Promise<void> {
    const definition = readDefinition(await sqlOf(table));
    constraints.push(...definition.parts.filter(isConstraint));
    const next = editDefinition(definition, differs, constraints);
    const columns = await session.query(
      `SELECT name FROM pragma_table_xinfo(${sqlText(bare(table))}) WHERE hidden = 0`,
    );
    const kept = new Set(next.parts.filter((part) => !isConstraint(part)).map(nameOf));
    const objects = await session.query(
      `SELECT name, sql FROM sqlite_schema WHERE tbl_name = ${sqlText(bare(table))} COLLATE NOCASE AND type IN ('index', 'trigger') AND sql IS NOT NULL`,
    );
    pending = {
      columns: columns.map((row) => `"${text(row['name'])}"`).filter((name) => kept.has(nameOf(name))),
      objects: objects.map((row) => ({ name: text(row['name']), sql: text(row['sql']) })),
      counts: next.parts.some((part) => /\bautoincrement\b/i.test(part)),
    };
    await session.query(`CREATE TABLE ${fresh} ${writeDefinition(next)}`);
  }

  async function copy(fresh: string, table: string, expression?: string, column?: string): Promise<void> {
    const { columns = [], counts = false } = pending ?? {};
    const values = columns.map((name) =>
      column !== undefined && nameOf(name) === nameOf(column) ? `(${expression})` : name,
    );
    await session.query(`INSERT INTO ${fresh} (${columns.join(', ')})\nSELECT ${values.join(', ')} FROM ${table}`);
    if (counts)
      await session.query(
        `UPDATE sqlite_sequence SET seq = (SELECT seq FROM sqlite_sequence WHERE name = ${sqlText(bare(table))}) WHERE name = ${sqlText(bare(fresh))}`,
      );
  }

  async function fill(statement: string): Promise<boolean> {
    const made = /^CREATE TABLE (\S+) <definition of (\S+) as printed, with (.*)>$/s.exec(statement);
    if (made) {
      await begin(made[1] ?? '', made[2] ?? '', made[3] ?? '');
      return true;
    }
    const copied =
      /^INSERT INTO (\S+) \(<every column of \S+ but computed ones>\)\nSELECT <the same columns(?:, with \((.*)\) for (\S+))?> FROM (\S+)$/s.exec(
        statement,
      );
    if (copied) {
      await copy(copied[1] ?? '', copied[4] ?? '', copied[2], copied[3]);
      return true;
    }
    const again = /^<CREATE INDEX and CREATE TRIGGER of \S+ as printed(?:, without (\S+))?>$/.exec(statement);
    if (again) {
      for (const { name, sql } of pending?.objects ?? [])
        if (name.toLowerCase() !== again[1]?.toLowerCase()) await session.query(sql);
      return true;
    }
    const renamed = /^<CREATE INDEX of (\S+) as printed, named (\S+)>$/.exec(statement);
    if (renamed) {
      await session.query((await sqlOf(renamed[1] ?? '')).replace(/(INDEX\s+)\S+/i, `$1${renamed[2] ?? ''}`));
      return true;
    }
    const former = /^<CREATE (?:INDEX of|VIEW|TRIGGER) (\S+) as printed before(?: the drop)?>$/.exec(statement);
    if (former) {
      await session.query(printed.get(bare(former[1] ?? '')) ?? '');
      return true;
    }
    return false;
  }

  return {
    ...session,
    async query(statement, parameters) {
      const [, dropped] = /^DROP (?:INDEX|VIEW|TRIGGER) (\S+)$/.exec(statement) ?? [];
      if (dropped !== undefined && !printed.has(bare(dropped))) printed.set(bare(dropped), await sqlOf(dropped));
      if (await fill(statement)) return [];
      return session.query(statement, parameters);
    },
  };
}
