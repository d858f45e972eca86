import mysql from 'mysql2/promise';
import { EngineError, type Row, type Session } from '#model/session.ts';
import type { Server } from './servers.ts';

/** Opens a session as `root`. Numbers too great for JavaScript, decimals and moments stay as the server wrote them. */
export async function connect(server: Server, { database = 'mysql' } = {}): Promise<Session> {
  const client = await mysql
    .createConnection({
      socketPath: server.socket,
      user: 'root',
      database,
      multipleStatements: true,
      supportBigNumbers: true,
      dateStrings: true,
      charset: 'utf8mb4',
      // It would change sql_mode, and so what is accepted.
      flags: ['-IGNORE_SPACE'],
    })
    .catch(rethrow);
  // A connection that breaks fails the query under way; the driver also emits it, and nobody listening would end the process.
  client.on('error', () => undefined);
  return {
    async query(text, parameters) {
      const { places, values } = inOrder(text, parameters);
      const [answer] = await client.query(places, values).catch(rethrow);
      return lastRows(answer);
    },
    renew: () => client.reset().catch(rethrow),
    close: () => client.end(),
  };
}

/** The same session, which keeps what is set and prepared from one statement of a script to the next. */
export const lasting = (session: Session): Session => ({ ...session, renew: () => Promise.resolve() });

/** `$1` and `$2`, which may stand more than once, as the `?` of this driver. */
function inOrder(
  text: string,
  parameters: readonly unknown[] | undefined,
): { readonly places: string; readonly values: unknown[] } {
  if (parameters === undefined) return { places: text, values: [] };
  const values: unknown[] = [];
  const places = text.replace(/\$(\d+)/g, (_, place: string) => {
    values.push(parameters[Number(place) - 1] ?? null);
    return '?';
  });
  return { places, values };
}

/** One statement answers rows or a header, several answer a list of those, and a procedure its rows and a header. */
function lastRows(answer: unknown): readonly Row[] {
  if (!Array.isArray(answer)) return [];
  const several = answer.some((part) => Array.isArray(part) || isHeader(part));
  const rows: unknown = several ? (answer.findLast(Array.isArray) ?? []) : answer;
  return rows as readonly Row[];
}

const isHeader = (part: unknown): boolean => part instanceof Object && part.constructor.name === 'ResultSetHeader';

function rethrow(cause: unknown): never {
  if (cause instanceof Error && 'errno' in cause) throw new EngineError(String(cause.errno), cause.message);
  throw cause;
}
