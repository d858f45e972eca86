import { EngineError } from '#model/session.ts';

/** One claim held against a server: what it says, whether it held, and what was seen. */
export interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  readonly detail: string;
}

/** Compares what is claimed with what was seen, both as one line. */
export const held = (name: string, claim: unknown, seen: unknown): CaseResult => {
  const [expected, found] = [JSON.stringify(claim), JSON.stringify(seen)];
  return { name, passed: expected === found, detail: expected === found ? found : `claim ${expected}, seen ${found}` };
};

/** Runs a case; an engine that refuses is a result too, not the end of the run. */
export async function attempt(name: string, run: () => Promise<CaseResult>): Promise<CaseResult> {
  try {
    return await run();
  } catch (cause) {
    if (!(cause instanceof EngineError)) throw cause;
    return { name, passed: false, detail: `${cause.code} ${cause.message}` };
  }
}

/** The engine's code for what it refused, or `accepted`. */
export async function codeOf(run: Promise<unknown>): Promise<string> {
  try {
    await run;
    return 'accepted';
  } catch (cause) {
    if (cause instanceof EngineError) return cause.code;
    throw cause;
  }
}
