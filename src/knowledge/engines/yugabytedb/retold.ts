import type { Situation } from '#model/engine.ts';
import type { Effect, Outcome, Script, Statement } from '#model/statement.ts';
import { plain, type Text } from '#model/text.ts';
import { sourceOf } from './manual.ts';
import { asPostgresql } from './versions.ts';

/** Writes a table that is in use, or its indexes, anew: the manual names a primary key that comes or goes, a changed type, and a default that differs from row to row. */
const writesAnew = ({ text, effect: { work, locks } }: Statement, fresh: ReadonlySet<string>): boolean =>
  !(locks.length > 0 && locks.every(({ table }) => fresh.has(table))) &&
  (work === 'rewrite' || /\bPRIMARY KEY\b|\bALTER COLUMN\b[^,]*\bTYPE\b/.test(text.replace(/^CREATE[\s\S]*/, '')));

const stopWriters =
  'stop every writer of the table first: what is written meanwhile can be missing afterwards, without an error';

/** By default no statement locks a table. What PostgreSQL keeps others from by a lock, nobody keeps them from here. */
function effectOf(statement: Statement, fresh: ReadonlySet<string>): Effect {
  const { effect } = statement;
  const blocks = writesAnew(statement, fresh)
    ? 'writes'
    : effect.blocks === 'nothing' || effect.blocks === 'unconfirmed'
      ? effect.blocks
      : 'schema changes';
  return { ...effect, locks: [], blocks };
}

const speaksOfLocks = /\block(?:s|ed)?\b/i;

/** A statement of PostgreSQL as YSQL runs it. Nothing of it was measured here. */
export function retold(statement: Statement, fresh: ReadonlySet<string> = new Set()): Statement {
  const { remark, text, ...rest } = statement;
  const said = writesAnew(statement, fresh)
    ? stopWriters
    : remark !== undefined && !speaksOfLocks.test(remark)
      ? remark
      : '';
  return {
    ...rest,
    // The manual has the word for CREATE INDEX only.
    text: text.replace(/^DROP INDEX CONCURRENTLY\b/, 'DROP INDEX'),
    effect: effectOf(statement, fresh),
    source: statement.source.kind === 'unconfirmed' ? statement.source : sourceOf(text),
    ...(said === '' ? {} : { remark: said }),
  };
}

const changesSchema = /^\s*(?:ALTER|CREATE|DROP|DO|GRANT|REVOKE|COMMENT)\b/i;

/** A statement that changes the schema is a transaction of its own, whatever stands around it: it is run as what it is. */
function retoldScript(script: Script, fresh: ReadonlySet<string>): Script {
  const [first, ...rest] = script.statements
    .filter(({ text }) => !/^LOCK\b/.test(text))
    .map((statement) => retold(statement, fresh));
  if (first === undefined) return { ...script, statements: [retold(script.statements[0], fresh)] };
  const alone = [first, ...rest].some(({ text }) => changesSchema.test(text));
  return { ...script, transaction: alone ? 'none' : script.transaction, statements: [first, ...rest] };
}

type Scripts = readonly [Script, ...Script[]];

/** Tables that the scripts make themselves: nobody writes there yet. */
const made = (scripts: readonly Script[]): ReadonlySet<string> =>
  new Set(
    scripts.flatMap(({ statements }) =>
      statements.flatMap(({ deltas }) => deltas.flatMap((delta) => (delta.kind === 'add-table' ? delta.table : []))),
    ),
  );

function retoldScripts([first, ...rest]: Scripts): Scripts {
  const fresh = made([first, ...rest]);
  return [retoldScript(first, fresh), ...rest.map((script) => retoldScript(script, fresh))];
}

const withoutLocks = (note: Text | undefined): { readonly note?: Text } =>
  note === undefined || speaksOfLocks.test(plain(note)) ? {} : { note };

/** What PostgreSQL answers, as YSQL does it. */
export function retoldOutcome(outcome: Outcome): Outcome {
  if (outcome.kind === 'cannot') return outcome;
  const { undo } = outcome;
  if (undo.kind !== 'statements') return { ...outcome, scripts: retoldScripts(outcome.scripts) };
  const { note, ...way } = undo;
  return {
    ...outcome,
    scripts: retoldScripts(outcome.scripts),
    undo: { ...way, scripts: retoldScripts(undo.scripts), ...withoutLocks(note) },
  };
}

/** An answer of PostgreSQL, asked with the version that YSQL is made of. */
export const asYsql =
  <Args, Answer>(answer: (args: Args, situation: Situation) => Answer, tell: (answer: Answer) => Answer) =>
  (args: Args, situation: Situation): Answer =>
    tell(answer(args, asPostgresql(situation)));
