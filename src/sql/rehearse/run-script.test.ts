import { expect, it } from 'vitest';
import { type Row, type Session } from '#model/session.ts';
import type { Script, Statement } from '#model/statement.ts';
import { runScript } from './run-script.ts';

const statement = (text: string, rest: Partial<Statement> = {}): Statement => ({
  text,
  language: 'sql',
  effect: { locks: [], blocks: 'nothing', work: 'none', transaction: 'any' },
  source: { kind: 'unconfirmed', question: 'none' },
  deltas: [],
  ...rest,
});

/** Remembers what it was asked; keys are 1 to `keys`. */
function listening(keys = 0, refuse = ''): { readonly session: Session; readonly heard: string[] } {
  const heard: string[] = [];
  const query = (text: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> => {
    heard.push([text, ...parameters].join(' | '));
    if (text === refuse) return Promise.reject(new Error('refused'));
    if (text === 'first') return Promise.resolve([{ bound: '0' }]);
    if (text === 'next $1') {
      const to = Math.min(keys, Number(parameters[0]) + 2);
      return Promise.resolve(to > Number(parameters[0]) ? [{ bound: String(to) }] : []);
    }
    return Promise.resolve([]);
  };
  return { heard, session: { query, close: () => Promise.resolve() } };
}

const script = (rest: Partial<Script>): Script => ({
  guard: 'none',
  transaction: 'none',
  statements: [statement('a')],
  ...rest,
});

it('sets the guard before the transaction and takes it back after', async () => {
  const { session, heard } = listening();
  await runScript(session, script({ transaction: 'one', statements: [statement('a'), statement('b')] }), [
    "SET wait = '2s';",
  ]);
  expect(heard).toEqual(["SET wait = '2s';", 'BEGIN', 'a', 'b', 'COMMIT', 'RESET wait']);
});

it('begins the session anew where it can, whatever a script has set', async () => {
  const { session, heard } = listening();
  const renewing = {
    ...session,
    renew: () => {
      heard.push('renewed');
      return Promise.resolve();
    },
  };
  await runScript(renewing, script({ statements: [statement('SET SESSION checks = OFF')] }), ["SET wait = '2s';"]);
  expect(heard).toEqual(["SET wait = '2s';", 'SET SESSION checks = OFF', 'renewed']);
});

it('rolls back what failed and says why', async () => {
  const { session, heard } = listening(0, 'b');
  await expect(
    runScript(session, script({ transaction: 'one', statements: [statement('a'), statement('b')] }), []),
  ).rejects.toThrow('refused');
  expect(heard.at(-1)).toBe('ROLLBACK');
});

it('walks every range of the key once and leaves casts alone', async () => {
  const { session, heard } = listening(5);
  const repeat = {
    kind: 'key-range',
    table: 't',
    key: 'id',
    size: 2,
    pauseSeconds: 0,
    walk: { first: 'first', next: 'next :from' },
  } as const;
  await runScript(session, script({ statements: [statement('x::from id > :from AND id <= :to', { repeat })] }), []);
  const ranges = heard.filter((text) => text.startsWith('x'));
  expect(ranges).toEqual(['0 | 2', '2 | 4', '4 | 5'].map((values) => `x::from id > $1 AND id <= $2 | ${values}`));
});

it('passes over what no connection can run, and names it', async () => {
  const { session, heard } = listening();
  const left = await runScript(
    session,
    script({ statements: [statement('\\copy', { language: 'psql' }), statement('a')] }),
    [],
  );
  expect(left).toEqual(['\\copy']);
  expect(heard).toEqual(['a']);
});
