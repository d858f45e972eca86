import type { Plan } from '#model/plan.ts';
import type { Rehearsal, RehearsalTable } from '#model/rehearsal.ts';
import type { TableName } from '#model/schema.ts';
import type { Session } from '#model/session.ts';
import type { Written } from '#sql/rehearse/probes.ts';

/** The tables of a plan as a session finds them. */
export interface TablesOfPlan {
  /** Those that the plan's releases know, as they are now. */
  readonly known: () => Promise<ReadonlyMap<TableName, RehearsalTable>>;
  /**
   * Where a value that a probe wrote stands now: in its column, or in a column of the same row that holds the same, unless only
   * its own counts. `null` where the row is gone, `undefined` where no such column is there.
   */
  readonly standing: (written: Written, ownOnly: boolean) => Promise<string | null | undefined>;
  /** To be called before the schema changes: each table is asked for once until then. */
  readonly forget: () => void;
}

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

export function tablesOfPlan(session: Session, rehearsal: Rehearsal, plan: Plan): TablesOfPlan {
  const asked = new Map<TableName, Promise<RehearsalTable | undefined>>();
  const describe = (table: TableName): Promise<RehearsalTable | undefined> => {
    const found = asked.get(table) ?? rehearsal.describe(session, table);
    asked.set(table, found);
    return found;
  };

  return {
    known: async () => {
      const names = new Set(plan.releases.flatMap(({ probes }) => probes.map(({ table }) => table)));
      const found = await Promise.all([...names].map(describe));
      return new Map(found.flatMap((table) => (table ? [[table.table, table] as const] : [])));
    },
    standing: async ({ table, column: own, key }, ownOnly) => {
      const copies = plan.environment.copies
        .filter((group) => group.includes(`${table}.${own}`))
        .flat()
        .filter((member) => member.startsWith(`${table}.`))
        .map((member) => member.slice(table.length + 1));
      const found = await describe(table);
      const column = [own, ...(ownOnly ? [] : copies)].find((name) => found?.columns.some((one) => one.name === name));
      if (found === undefined || column === undefined || found.key.length === 0) return undefined;
      const row = rehearsal.rowOf(found, key, [column]);
      const [line] = await session.query(row.text, row.parameters);
      return line === undefined ? null : textOf(line[column]);
    },
    forget: () => asked.clear(),
  };
}
