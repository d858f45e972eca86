import type { Asked, OperationName } from '#model/operations.ts';
import type { Plan, RecordedMigration, Step } from '#model/plan.ts';
import type { Forms, MigrationForm, Stack } from '#model/stack.ts';
import { has } from '#model/stack.ts';
import type { Script, Statement } from '#model/statement.ts';
import { statementsOf } from '#model/statement.ts';
import type { Text } from '#model/text.ts';
import { code, joinText, words } from '#model/text.ts';

/** What passes without leaving another schema: no other database needs it. */
const passing: readonly OperationName[] = [
  'backfill',
  'copyRows',
  'deleteRows',
  'exportColumn',
  'exportTable',
  'vacuum',
  'publish',
  'subscribe',
  'unsubscribe',
  'upgradeServer',
];

/** The stacks that keep the list of migrations: the tool, where one stands beside the framework. */
export function migratingStacks(stacks: readonly Stack[]): readonly Stack[] {
  const tools = stacks.filter(({ role }) => role === 'migration tool');
  return tools.length > 0 ? tools : stacks;
}

interface Changing {
  readonly step: Step;
  readonly scripts: readonly Script[];
  readonly asked: readonly Asked[] | undefined;
}

const changesSchema = ({ deltas }: Statement): boolean =>
  deltas.some(({ kind }) => kind !== 'fill' && kind !== 'export');

/** Steps that leave the schema other than they found it. */
const changing = (phases: Plan['phases']): readonly Changing[] =>
  phases.flatMap(({ steps }) =>
    steps.flatMap((step) => {
      const { action } = step;
      if (action.kind !== 'statements') return [];
      const { scripts, asked } = action;
      const leaves = asked
        ? asked.some(({ operation }) => !passing.includes(operation))
        : statementsOf(scripts).some(changesSchema);
      return leaves ? [{ step, scripts, asked }] : [];
    }),
  );

const isOutside = (statements: readonly Statement[]): boolean =>
  statements.some(({ effect }) => effect.transaction === 'outside');

const isSql = (statements: readonly Statement[]): boolean => statements.every(({ language }) => language === 'sql');

/** A loop over rows is no migration: other databases have few rows, or their own pace. */
const written = (scripts: readonly Script[]): readonly Statement[] =>
  statementsOf(scripts).filter(({ repeat }) => repeat === undefined);

/** One line for each operation, where the stack has a form of its own for all of them. */
function ownLines(forms: Forms | undefined, { asked = [], scripts }: Changing): readonly string[] | undefined {
  const sql = written(scripts)
    .map(({ text }) => text)
    .join('\n');
  const lines = asked.flatMap(({ operation, args }) => {
    const form = forms?.[operation] as ((args: Asked['args'], sql: string) => string | undefined) | undefined;
    return form?.(args, sql) ?? [];
  });
  return asked.length > 0 && lines.length === asked.length ? lines : undefined;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

function filesOf(form: MigrationForm, one: Changing): readonly { readonly part: string; readonly text: string }[] {
  const { step, scripts } = one;
  const { undo } = step;
  const back = undo.kind === 'statements' ? written(undo.scripts) : [];
  const irreversible = undo.kind === 'none' || undo.kind === 'restore';
  const line = (outside: boolean) => (statement: Statement) => form.sql(statement.text, outside);
  const native = ownLines(form.own, one);
  if (native) {
    const outside = isOutside([...written(scripts), ...back]);
    return [
      { part: '', text: form.file({ up: native, down: back.map(line(outside)), own: true, irreversible, outside }) },
    ];
  }
  const parts = scripts.filter((script) => written([script]).length > 0);
  return parts.map((script, index) => {
    const down = index === 0 ? back : [];
    const outside = isOutside([...script.statements, ...down]);
    const up = written([script]).map(line(outside));
    return {
      part: parts.length > 1 ? (letters[index] ?? '') : '',
      text: form.file({ up, down: down.map(line(outside)), own: false, irreversible, outside }),
    };
  });
}

/** Each step that other databases need, as the migration tools write it: the first file of a step takes all of it back. */
export const migrationsOf = (stacks: readonly Stack[], phases: Plan['phases']): readonly RecordedMigration[] =>
  migratingStacks(stacks).flatMap(({ name, migration }) =>
    changing(phases)
      .filter(({ scripts }) => isSql(written(scripts)))
      .flatMap((one) =>
        filesOf(migration, one).map(({ part, text }) => ({
          step: `${one.step.id}${part}`,
          stack: name,
          snippet: { language: migration.language, text },
          declares: ownLines(migration.declares, one) ?? [],
          source: migration.source,
        })),
      ),
  );

/** How one stack records what was run by hand: its command, its own forms in one line, and which of them need the directive. */
function recordedIn({ record, migration, transaction }: Stack, steps: readonly Changing[]): Text {
  const sql = steps.filter(({ scripts }) => isSql(written(scripts)));
  const forms = sql.flatMap((one) => {
    const lines = ownLines(migration.declares ?? migration.own, one);
    return lines
      ? [
          words`${one.step.id} ${joinText(
            lines.map((line) => [code(line)]),
            ', ',
          )}`,
        ]
      : [];
  });
  const outside = sql
    .filter(({ scripts }) => isOutside(written(scripts)))
    .map(({ step }) => step.id)
    .join(', ');
  const { off } = transaction;
  return joinText(
    [
      record.says,
      ...(forms.length > 0
        ? [words`Form: ${joinText(forms, '; ')}${forms.length < sql.length ? '; else SQL' : ''}.`]
        : []),
      ...(outside === ''
        ? []
        : has(off)
          ? [words`${code(off.text)} in ${outside}.`]
          : [words`${outside}: ${off.because}.`]),
    ],
    ' ',
  );
}

/** A migration tool does not see what was made by hand: its next run would make it again, and fail. Nothing where no schema changes. */
export function recordedText(stacks: readonly Stack[], phases: Plan['phases']): Text | undefined {
  const steps = changing(phases);
  const tools = migratingStacks(stacks);
  return steps.length === 0 || tools.length === 0
    ? undefined
    : words`or the next deploy repeats it. ${joinText(
        tools.map((stack) => words`${tools.length > 1 ? `${stack.name}: ` : ''}${recordedIn(stack, steps)}`),
        ' ',
      )} Out on the way back ☐`;
}
