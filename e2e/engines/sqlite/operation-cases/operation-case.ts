import type { OperationArguments, OperationName } from '#model/operations.ts';
import type { Session } from '#model/session.ts';

/** One operation with arguments, on the schema of `fixture` and what `before` makes. */
export interface OperationCase {
  readonly operation: OperationName;
  readonly about: string;
  readonly args: unknown;
  readonly before?: readonly string[];
  /** An operation that was done before this one. */
  readonly follows?: { readonly operation: OperationName; readonly args: unknown };
  readonly cannot?: true;
  /** What SQLite must refuse, because that is why the operation cannot be done or is done another way. */
  readonly refuses?: string;
  /** Versions that do not refuse it. */
  readonly takenSince?: string;
  /** Answered as if the version was not given. */
  readonly versionNotGiven?: true;
  /** Columns of `orders` that are not compared, because the way back cannot bring their values. */
  readonly loses?: readonly string[];
  /** Writes of others between there and back. Answers what went wrong. */
  readonly meanwhile?: (session: Session) => Promise<readonly string[]>;
}

/** Fifteen hundred orders on small pages, with what hangs on a table in production. */
export const fixture: readonly string[] = [
  'PRAGMA page_size = 512',
  'PRAGMA foreign_keys = ON',
  `CREATE TABLE customers (id INTEGER PRIMARY KEY, email VARCHAR(50), city TEXT COLLATE NOCASE)`,
  `CREATE TABLE orders (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_id INT REFERENCES customers (id),
  status TEXT NOT NULL DEFAULT 'pending' CHECK (status <> ''),
  note TEXT,
  amount REAL,
  CONSTRAINT amount_known CHECK (amount IS NULL OR amount >= 0)
)`,
  `CREATE TABLE items (id INTEGER PRIMARY KEY, order_id INT, sku TEXT, CONSTRAINT items_order FOREIGN KEY (order_id) REFERENCES orders (id) ON DELETE CASCADE)`,
  `CREATE TABLE log (said TEXT)`,
  `WITH RECURSIVE n (g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM n WHERE g < 100) INSERT INTO customers SELECT g, 'c' || g || '@example.org', 'city ' || (g % 7) FROM n`,
  `WITH RECURSIVE n (g) AS (SELECT 1 UNION ALL SELECT g + 1 FROM n WHERE g < 1500) INSERT INTO orders (customer_id, status, note, amount) SELECT (g % 100) + 1, CASE g % 3 WHEN 0 THEN 'pending' WHEN 1 THEN 'paid' ELSE 'sent' END, 'n' || g, g / 10.0 FROM n`,
  `INSERT INTO items SELECT id, id, 'sku ' || (id % 20) FROM orders WHERE id % 3 = 0`,
  `DELETE FROM orders WHERE id = 1499`,
  `CREATE INDEX orders_status_idx ON orders (status)`,
  `CREATE INDEX orders_note_idx ON orders (note)`,
  `CREATE VIEW paid AS SELECT id, amount FROM orders WHERE status = 'paid'`,
  `CREATE TRIGGER orders_log AFTER INSERT ON orders BEGIN INSERT INTO log VALUES ('order ' || NEW.id); END`,
];

type Rest = Omit<OperationCase, 'operation' | 'about' | 'args'>;

export const of = <Name extends OperationName>(
  operation: Name,
  about: string,
  args: OperationArguments[Name],
  rest: Rest = {},
): OperationCase => ({ operation, about, args, ...rest });

/** Runs a question whose answer must be one number, 0. */
export const none =
  (says: string, query: string) =>
  async (session: Session): Promise<readonly string[]> => {
    const [row] = await session.query(query);
    const [found] = Object.values(row ?? {});
    return Number(found) === 0 ? [] : [`${says}: ${String(found)}`];
  };

export const each =
  (...checks: readonly ((session: Session) => Promise<readonly string[]>)[]) =>
  async (session: Session): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const check of checks) found.push(...(await check(session)));
    return found;
  };

/** A write that must go through. */
export const write =
  (text: string) =>
  async (session: Session): Promise<readonly string[]> => {
    try {
      await session.query(text);
      return [];
    } catch (reason) {
      return [`${text}: ${reason instanceof Error ? reason.message : String(reason)}`];
    }
  };

/** A write that must be refused. */
export const refused =
  (text: string) =>
  async (session: Session): Promise<readonly string[]> =>
    (await write(text)(session)).length > 0 ? [] : [`${text}: went through, and must not`];
