import type { Session } from '#model/session.ts';
import type { Repeat, Script, Statement } from '#model/statement.ts';

const [begin, commit, rollback] = ['BEGIN', 'COMMIT', 'ROLLBACK'] as const;

/** `:from` and `:to`, and not the `::` of a cast. */
const bound = /(?<!:):(from|to)\b/g;

interface Range {
  readonly from: unknown;
  readonly to?: unknown;
}

/** One statement with the bounds of a range as its parameters. */
async function runRange(
  session: Session,
  text: string,
  range: Range,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const names = [...new Set([...text.matchAll(bound)].map(([, name]) => name))];
  const bare = text.replace(bound, (_, name: string) => `$${names.indexOf(name) + 1}`);
  return session.query(
    bare,
    names.map((name) => (name === 'from' ? range.from : range.to)),
  );
}

/** The ranges of a key, in order, each looked up when the one before is done. */
export async function* rangesOf(session: Session, repeat: Repeat): AsyncGenerator<Required<Range>> {
  if (repeat.kind !== 'key-range' || repeat.walk === undefined) return;
  const [lowest] = await session.query(repeat.walk.first);
  let from = lowest?.bound;
  while (from !== undefined && from !== null) {
    const [next] = await runRange(session, repeat.walk.next, { from });
    const to = next?.bound;
    if (to === undefined || to === null) return;
    yield { from, to };
    from = to;
  }
}

const runsHere = ({ language, repeat }: Statement): boolean =>
  language === 'sql' && (repeat === undefined || (repeat.kind === 'key-range' && repeat.walk !== undefined));

async function runStatement(session: Session, statement: Statement): Promise<void> {
  if (statement.repeat === undefined) {
    await session.query(statement.text);
    return;
  }
  for await (const range of rangesOf(session, statement.repeat)) await runRange(session, statement.text, range);
}

/** What a guard has set is gone when its file ends, because the session ends with it. */
const undone = (guard: readonly string[]): readonly string[] =>
  guard.flatMap((line) => {
    const [, name] = /^SET (\w+)/i.exec(line) ?? [];
    return name === undefined ? [] : [`RESET ${name}`];
  });

/**
 * Runs one script as printed: its guard, its transaction, its loops over ranges of a key.
 *
 * Answers the statements that cannot be run over a connection (shell, psql, instructions), which are passed over. What the engine refuses is
 * thrown, after a rollback.
 */
export async function runScript(
  session: Session,
  script: Script,
  guard: readonly string[],
): Promise<readonly string[]> {
  const together = script.transaction === 'one';
  const set = [...guard, ...script.statements.filter(({ text }) => /^SET \w+ = /i.test(text)).map(({ text }) => text)];
  for (const line of guard) await session.query(line);
  try {
    if (together) await session.query(begin);
    for (const statement of script.statements) if (runsHere(statement)) await runStatement(session, statement);
    if (together) await session.query(commit);
  } catch (reason) {
    if (together) await session.query(rollback);
    throw reason;
  } finally {
    if (session.renew) await session.renew();
    else for (const line of undone(set)) await session.query(line);
  }
  return script.statements.filter((statement) => !runsHere(statement)).map(({ text }) => text);
}
