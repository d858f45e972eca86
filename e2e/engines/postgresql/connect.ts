import pg from 'pg';
import { EngineError, type Session } from '#model/session.ts';
import type { Server } from './servers.ts';

/** Opens a session as the superuser of a server. */
export async function connect(server: Server, { database = 'postgres' } = {}): Promise<Session> {
  const client = new pg.Client({ host: '127.0.0.1', port: server.port, user: 'postgres', database });
  // A connection that breaks fails the query under way; pg also emits it, and nobody listening would end the process.
  client.on('error', () => undefined);
  await client.connect().catch(rethrow);
  return {
    async query(text, parameters) {
      const answer: pg.QueryResult | pg.QueryResult[] = await client
        .query(text, parameters === undefined ? undefined : [...parameters])
        .catch(rethrow);
      const last = Array.isArray(answer) ? answer.at(-1) : answer;
      return last?.rows ?? [];
    },
    onNotice(listen) {
      const hear = (notice: { readonly message?: string | undefined }): void => listen(notice.message ?? '');
      client.on('notice', hear);
      return () => client.off('notice', hear);
    },
    close: () => client.end(),
  };
}

function rethrow(cause: unknown): never {
  if (cause instanceof Error && 'code' in cause) throw new EngineError(String(cause.code), cause.message);
  throw cause;
}
