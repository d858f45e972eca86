import type { ChangeContext, Part, PhaseDraft } from '#model/change.ts';
import { checkStep, defineChange, deploy, hold, step, stopAll } from '#model/change.ts';
import { choiceField, expressionField, nameField, namesField } from '#model/fields.ts';
import { columnName } from '#model/schema.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import { capabilityQuestion } from '../patterns/capability-question.ts';
import { conversionFields, conversionOf, replacedFields, requiredOf, tableField } from '../patterns/column-fields.ts';
import { expandAndContract } from '../patterns/expand-and-contract.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { listedIndexes } from '../patterns/listed-indexes.ts';
import { openFields, optionalNames, requiredNames } from '../patterns/open-fields.ts';
import type { Replacement } from '../patterns/replacement.ts';
import { stopQuestion } from '../patterns/stop-question.ts';
import { bareTable } from '../patterns/table-name.ts';
import { columnStands, needsTable, tableStands } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';

const replaces = { field: 'how', is: ['replace'] } as const;

const fields = {
  type: nameField('Type', { essential: true, gives: 'the name in every statement' }),
  value: nameField('Value', { essential: true, gives: 'the value in every statement' }),
  how: choiceField('What becomes of it?', {
    essential: true,
    options: [
      { id: 'forbid', label: 'It is forbidden', hint: 'It stays in the type; a check keeps rows from holding it' },
      { id: 'replace', label: 'It goes', hint: 'A new type without it, in a new column' },
      { id: 'rename', label: 'It gets another name', hint: 'With everything stopped' },
    ],
    gives: 'which way is planned',
  }),
  table: tableField,
  column: nameField('Column of the type', { essential: true, gives: 'the name in every statement' }),
  where: expressionField('Which rows hold it?', {
    hint: "status = 'legacy'",
    gives: 'the count that must be 0 before the value goes',
  }),
  allowed: expressionField('What is true of every other row?', {
    hint: "status <> 'legacy'",
    when: { field: 'how', is: ['forbid'] },
    gives: 'the check that forbids the value',
  }),
  newName: nameField('New name of the value', { when: { field: 'how', is: ['rename'] }, gives: 'the statement' }),
  newType: nameField('New type', { when: replaces, gives: 'the name of the type without the value' }),
  values: namesField('Values of the new type', {
    when: replaces,
    hint: 'In order',
    gives: 'the statement that makes it',
  }),
  oldValues: namesField('Values of the old type', {
    when: replaces,
    hint: 'In order',
    gives: 'the way back of its drop',
  }),
  newColumn: nameField('New column', { when: replaces, gives: 'the name of the column that takes over' }),
  ...Object.fromEntries(
    Object.entries({ ...replacedFields, ...conversionFields }).map(([id, field]) => [id, { ...field, when: replaces }]),
  ),
};

type Ways = Pick<Part, 'strategy' | 'phases' | 'application' | 'before' | 'copies'> & Partial<Part>;

const rowsLeft = (context: ChangeContext): Text =>
  words`no row of ${code(context.name('table'))} holds ${code(context.name('value'))}: those that did were changed first, in batches and with the old value kept, as a change of its own`;

/** The value stays in the type, and a proved check keeps it out of the rows. */
function forbidden(context: ChangeContext): Ways {
  const { engine } = context;
  const [table, column, value] = [context.name('table'), context.name('column'), context.name('value')];
  const constraint = `${bareTable(table)}_${column}_without_${value}`;
  return {
    strategy: {
      name: words`Stop writing it, then forbid it by a check that is proved`,
      why: words`No row moves to another type; the check does what the removal would do, and goes again in a moment.`,
      rejected: [
        {
          what: words`A new type without it`,
          because: words`it moves every row to another column; worth it only if the list of values itself must be clean`,
        },
        {
          what: words`Change the column’s type in place`,
          because: words`the whole table is written anew while nobody can read or write it`,
        },
      ],
    },
    before: [...tableStands(table), columnStands(table, column)],
    copies: [],
    application: { today: needsTable(table), 'write-both': needsTable(table) },
    phases: [
      {
        stage: 'write-both',
        title: words`No release writes ${code(value)}`,
        why: words`The check would refuse every insert and update that still does.`,
        steps: [
          deploy(words`it reads ${code(value)} but writes it nowhere`),
          checkStep(words`Rows that hold ${code(value)}`, words`0, and no new one for 24 h`, { proves: 'rows' }),
        ],
      },
      {
        stage: 'prove',
        title: words`Forbid ${code(value)}`,
        why: words`From here on the database refuses it, whoever writes.`,
        gate: {
          title: words`Before the value is refused`,
          criteria: [
            rowsLeft(context),
            words`no instance of a release that writes it runs or can start; going back to one takes the check away first`,
          ],
        },
        steps: [
          step(engine.addCheck({ table, constraint, expression: context.name('allowed') })),
          step(engine.validateConstraint({ table, constraint }), { proves: 'refused' }),
        ],
      },
      {
        stage: 'hold',
        title: words`Hold a day`,
        why: words`A forgotten writer is refused and shows.`,
        steps: [
          hold(words`Watch refusals that name ${code(constraint)}`, words`none for 24 h, one nightly run included`, {
            kind: 'assumed',
            minutes: 24 * 60,
          }),
        ],
      },
    ],
  };
}

/** The value has another name from one moment on, so nothing may run across it. */
function renamed(context: ChangeContext): Ways {
  const [table, column, type] = [context.name('table'), context.name('column'), context.name('type')];
  const [value, newName] = [context.name('value'), context.name('newName')];
  return {
    strategy: {
      name: words`Rename the value with everything stopped`,
      why: words`Rows show ${code(newName)} from the same moment on, so no release that says ${code(value)} may run across it.`,
      rejected: [
        {
          what: words`Rename it while releases run`,
          because: words`the release that runs fails on each row that holds it, and so does the new one on the way back`,
        },
        {
          what: words`Add ${code(newName)}, move the rows, forbid ${code(value)}`,
          because: words`it needs no stop, and two values with one meaning for a while; plan it so where downtime is not accepted`,
        },
      ],
    },
    before: [...tableStands(table), columnStands(table, column)],
    copies: [],
    application: { today: needsTable(table), retire: needsTable(table) },
    phases: [
      {
        stage: 'retire',
        title: words`Stop, rename ${code(value)} to ${code(newName)}, start`,
        why: words`Nothing runs while the meaning moves from one name to the other.`,
        gate: {
          title: words`May everything stop?`,
          criteria: [
            words`the time without service was agreed by ______`,
            words`reports, loads and logical copies that say ${code(value)} are changed at the same time`,
          ],
        },
        steps: [
          stopAll(words`Stop everything that reads or writes ${code(`${table}.${column}`)}`),
          step(context.engine.renameEnumValue({ type, from: value, to: newName })),
          deploy(words`it says ${code(newName)}`),
        ],
      },
    ],
  };
}

/** A new type without the value, in a new column that takes over. */
function replaced(context: ChangeContext): Ways {
  const { engine } = context;
  const [table, from, to] = [context.name('table'), context.name('column'), context.name('newColumn')];
  const [type, newType, value] = [context.name('type'), context.name('newType'), context.name('value')];
  const replacement: Replacement = {
    table,
    from,
    to,
    newType,
    narrows: false,
    required: requiredOf(context),
    indexes: listedIndexes(context.fields['indexes'] ?? '', from),
    ...conversionOf(context, { table, from, to }),
    ...answeredAs(context, 'default', 'default'),
  };
  const oldValues = optionalNames(context, 'oldValues');
  const part = expandAndContract(context, replacement, [
    {
      what: words`Forbid ${code(value)} by a check`,
      because: words`the answer was that it goes from the list itself; a check would do without moving a row`,
    },
  ]);
  const made: PhaseDraft = {
    stage: 'prepare',
    title: words`Create ${code(newType)} without ${code(value)}`,
    why: words`Nothing uses it yet.`,
    gate: { title: words`Before the new type`, criteria: [rowsLeft(context), words`no release writes ${code(value)}`] },
    steps: [step(engine.createEnum({ type: newType, values: requiredNames(context, 'values') }))],
  };
  const gone: PhaseDraft = {
    stage: 'contract',
    title: words`Drop ${code(type)}`,
    why: words`No column has it any more.`,
    steps: [step(engine.dropEnum({ type, ...(oldValues.length > 0 ? { values: oldValues } : {}) }))],
  };
  return {
    ...part,
    before: [...part.before, { kind: 'add-object', object: `type ${type}` }],
    phases: [made, ...part.phases, gone],
  };
}

export const removeEnumValue = defineChange({
  id: 'remove-enum-value',
  title: 'Remove or rename a value of an enumerated type',
  group: 'Types and code',
  hint: 'Forbid it, replace the type, or rename it',
  nature: 'transform',
  natureOf: (answers) => (answers['how'] === 'rename' ? 'rename' : 'transform'),
  fields,
  part: (context) => {
    const { engine } = context;
    const [table, column] = [context.name('table'), context.name('column')];
    const [type, value, how] = [context.name('type'), context.name('value'), context.fields['how']];
    const ways = how === 'rename' ? renamed(context) : how === 'replace' ? replaced(context) : forbidden(context);
    const name = columnName(table, column);
    const does =
      how === 'rename'
        ? words`Rename ${code(value)} of ${code(type)} to ${code(context.name('newName'))}, with everything stopped`
        : how === 'replace'
          ? words`Take ${code(value)} out of ${code(type)}: a new type without it, in a new column that takes over from ${code(name)}`
          : words`Forbid ${code(value)} in ${code(name)} by a proved check; it stays in ${code(type)}`;

    return {
      ...ways,
      summary: does,
      checks: [
        ...(ways.checks ?? []),
        {
          key: 'rows',
          title: words`Rows that hold ${code(value)}`,
          when: 'before',
          stages: ['prepare', 'write-both'],
          how: words`Count them in ${code(name)} and in every other column of ${code(type)}`,
          ...withStatement(
            context.answered('where') ? engine.query.countRows({ table, where: context.name('where') }) : undefined,
          ),
          expected: how === 'rename' ? words`written down: ______` : words`0`,
          tolerance: how === 'rename' ? words`–` : words`none`,
        },
        {
          key: 'users',
          title: words`Who names ${code(value)}`,
          when: 'before',
          stages: ['prepare'],
          how: words`Functions, views, checks, defaults, partial indexes, releases, jobs, reports, loads`,
          ...withStatement(engine.query.dependents({ table, column })),
          expected: words`a list with an owner for each`,
          tolerance: words`no entry without an answer`,
        },
        {
          key: 'refused',
          title: words`After the change`,
          when: 'after',
          stages: ['prove', 'retire'],
          how: words`In a transaction that is rolled back: write ${code(value)}; write each other value; read rows of each value`,
          expected: words`${code(value)} is refused, all others work`,
          tolerance: words`none`,
        },
        {
          key: 'figures',
          title: words`Rows of each value`,
          when: 'after',
          stages: ['prove', 'retire'],
          how: words`Rows of ${code(table)} grouped by ${code(column)}, before and after`,
          expected: words`equal but for what was planned and what was written since`,
          tolerance: words`none`,
        },
      ],
      checklist: [
        ...(ways.checklist ?? []),
        {
          title: words`Other columns of ${code(type)}`,
          detail: words`Each column, function and partition key of the type, and what becomes of it: ______`,
          critical: true,
        },
      ],
      questions: [
        ...(ways.questions ?? []),
        ...capabilityQuestion(context, 'enumTypes'),
        ...openFields(context, fields),
        ...(how === 'rename'
          ? stopQuestion(
              context,
              words`Everything stops for the new name`,
              words`Agree on a window, or forbid the old value and add the new one`,
            )
          : []),
      ],
      touches: [name],
    };
  },
});
