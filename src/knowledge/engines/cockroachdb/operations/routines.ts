import type { Situation } from '#model/engine.ts';
import type { OperationArguments } from '#model/operations.ts';
import type { Outcome, Script, Statement } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { withoutEnd } from '../../postgresql/names.ts';
import { pages } from '../manual.ts';
import { bareName, quoteName, quoteTable } from '../quote.ts';
import { reading } from '../reading.ts';
import { back, job, jobs, performed, plainly } from '../statement.ts';
import { atLeast } from '../versions.ts';
import { withoutTriggers } from './sync-trigger.ts';

type Args = OperationArguments['replaceRoutine'];

const page = { view: 'create-view', function: 'create-function', trigger: pages.createTrigger } as const;

/** `CREATE` becomes `CREATE OR REPLACE`; a bare query becomes a view. */
function replacing(kind: Args['kind'], name: string, definition: string): string {
  const text = withoutEnd(definition);
  if (kind === 'view' && /^(?:select|with|values|table)\b/i.test(text))
    return `CREATE OR REPLACE VIEW ${quoteTable(name)} AS\n${text}`;
  return text.replace(/^create\s+(?!or\s+replace\b)/i, 'CREATE OR REPLACE ');
}

/** A trigger goes and comes again: between the two its table is written without it. */
function put({ kind, name, table }: Args, definition: string): readonly [Script, ...Script[]] {
  if (kind !== 'trigger')
    return [
      jobs(
        job(replacing(kind, name, definition), {
          page: page[kind],
          ...(kind === 'view' ? { remark: 'a view keeps its columns; more may be added at the end' } : {}),
        }),
      ),
    ];
  return [
    jobs(
      job(`DROP TRIGGER IF EXISTS ${quoteName(bareName(name))} ON ${quoteTable(table ?? '<table>')}`, {
        page: pages.dropTrigger,
        remark: 'until the next statement its table is written without it: in a quiet minute',
      }),
    ),
    jobs(job(withoutEnd(definition).replace(/^create\s+or\s+replace\s+/i, 'CREATE '), { page: page.trigger })),
  ];
}

export function showRoutine(
  kind: Args['kind'],
  name: string,
  table: string | undefined,
  situation: Situation,
): Statement {
  const remark = 'keep the answer: it is the way back';
  if (kind === 'trigger' && !atLeast('25.4', situation))
    return reading(
      `SELECT trigger_name, event_manipulation, action_timing, action_statement FROM information_schema.triggers`,
      {
        page: 'information-schema',
        remark: 'if it shows nothing, take the definition from your migrations: SHOW CREATE TRIGGER came later',
      },
    );
  const what = {
    view: `VIEW ${quoteTable(name)}`,
    function: `FUNCTION ${quoteTable(name.replace(/\(.*$/s, ''))}`,
    trigger: `TRIGGER ${quoteName(bareName(name))} ON ${quoteTable(table ?? '<table>')}`,
  }[kind];
  return reading(`SHOW CREATE ${what}`, { page: pages.showCreate, remark });
}

const saved = ({ kind }: Args): Script =>
  jobs({ ...job('<the definition that was saved before>', { page: page[kind] }), language: 'text' });

/** Puts a new definition in place of the one that runs. */
export function replaceRoutine(args: Args, situation: Situation): Outcome {
  const { kind, name, definition, was, table } = args;
  const lacking = kind === 'trigger' ? withoutTriggers(situation) : undefined;
  if (lacking) return lacking;
  const save = plainly(showRoutine(kind, name, table, situation));
  const change = put(args, definition);
  return performed({
    does: words`Replace the ${kind} ${code(name)}`,
    scripts: was === undefined ? [save, ...change] : change,
    worked: words`its definition is the reviewed one; a call through the application gives what was expected`,
    undo: back(was === undefined ? [saved(args)] : put(args, was), {
      note:
        kind === 'view'
          ? words`If the new definition has added columns, they cannot be taken away: drop the view and create it again, then grant its rights again.`
          : words`What the new ${kind} has written meanwhile stays.`,
    }),
  });
}
