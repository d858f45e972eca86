import type { Session } from '#model/session.ts';

/** Writes or looks at something beside a plan, and answers what went wrong. */
export type Check = (session: Session) => Promise<readonly string[]>;

/** Runs a question whose answer must be one number, 0. */
export const none =
  (says: string, query: string): Check =>
  async (session) => {
    const [row] = await session.query(query);
    const [found] = Object.values(row ?? {});
    return Number(found) === 0 ? [] : [`${says}: ${String(found)}`];
  };

export const each =
  (...checks: readonly Check[]): Check =>
  async (session) => {
    const found: string[] = [];
    for (const check of checks) found.push(...(await check(session)));
    return found;
  };

/** A write that must go through. */
export const write =
  (text: string): Check =>
  async (session) => {
    try {
      await session.query(text);
      return [];
    } catch (reason) {
      return [`${text}: ${reason instanceof Error ? reason.message : String(reason)}`];
    }
  };

/** A write that must be refused. */
export const refused =
  (text: string): Check =>
  async (session) => {
    const problems = await write(text)(session);
    return problems.length > 0 ? [] : [`${text}: went through, and must not`];
  };
