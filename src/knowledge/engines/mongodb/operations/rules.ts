import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { columnName, type Delta } from '#model/schema.ts';
import type { Cannot } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { key, literal } from '../quote.ts';
import { back, performed, plainly, short, statement } from '../statement.ts';

const source = inManual('reference/command/collMod');

const optionsOf = (table: string): string => `db.getCollectionInfos({ name: ${literal(table)} })[0].options`;

const validatorOf = (table: string): string => `${optionsOf(table)}.validator ?? {}`;

/**
 * Puts a rule beside those that are there. `$comment` names it, so that it is found again.
 *
 * Level and action are of the whole validator: rules that only warn today would refuse writes from then on, so it stops there.
 */
const addRule = (table: string, name: string, rule: string, deltas: readonly Delta[]) =>
  short(
    statement(
      [
        `var { validator: rules = {}, validationLevel: level, validationAction: action } = ${optionsOf(table)};`,
        `if ((action ?? "error") !== "error") throw new Error(${literal(`the validator of ${table} does not refuse today: settle first what its rules would refuse`)});`,
        'print(`validationLevel before: ${level ?? "strict"}`);',
        `db.runCommand({ collMod: ${literal(table)}, validator: { $and: [rules, { $comment: ${literal(name)}, ...${rule} }] }, validationLevel: "moderate", validationAction: "error" })`,
      ].join('\n'),
      {
        locks: [table],
        source,
        deltas,
        remark: 'moderate: documents that break the rule today may still be changed',
      },
    ),
  );

/** Takes a rule off again, whatever was put beside it since, and stops where nobody put it there. */
const removeRule = (table: string, name: string, deltas: readonly Delta[]) =>
  short(
    statement(
      [
        `var rules = ${validatorOf(table)};`,
        `var without = (rule) => !rule.$and ? rule : rule.$and[1]?.$comment === ${literal(name)} ? rule.$and[0] : { $and: [without(rule.$and[0]), ...rule.$and.slice(1)] };`,
        `if (EJSON.stringify(without(rules)) === EJSON.stringify(rules)) throw new Error(${literal(`no rule ${name} on ${table}: if its validator asks for this in another way, change it by hand`)});`,
        `db.runCommand({ collMod: ${literal(table)}, validator: without(rules), ...(EJSON.stringify(without(rules)) === "{}" ? { validationLevel: "strict" } : {}) })`,
      ].join('\n'),
      { locks: [table], source, deltas },
    ),
  );

/** Of the whole validator, so what other rules had before is set by hand. */
const levelNote = words`Where the collection has other rules, set the ${code('validationLevel')} that was printed before: ${code('moderate')} lets documents that break them be changed.`;

const required = (column: string): string => `{ ${key(column)}: { $exists: true, $ne: null } }`;

const setNotNull: Operations<Situation>['setNotNull'] = ({ table, column, proof }) => {
  const set = (nullable: boolean): readonly Delta[] => [
    { kind: 'alter-column', column: columnName(table, column), set: { nullable } },
  ];
  return performed({
    does: words`Refuse documents of ${code(table)} without ${code(column)}`,
    scripts: [addRule(table, proof, required(column), set(false))],
    worked: words`an insert without ${code(column)} is refused with ${code('DocumentValidationFailure')} (121) on a copy`,
    undo: back([removeRule(table, proof, set(true))], { note: levelNote }),
  });
};

const dropNotNull: Operations<Situation>['dropNotNull'] = ({ table, column, proof }) => {
  const set = (nullable: boolean): readonly Delta[] => [
    { kind: 'alter-column', column: columnName(table, column), set: { nullable } },
  ];
  return performed({
    does: words`Accept documents of ${code(table)} without ${code(column)} again`,
    scripts: [removeRule(table, proof, set(true))],
    worked: words`an insert without ${code(column)} succeeds on a copy`,
    undo: back([addRule(table, proof, required(column), set(false))], {
      note: words`Documents without ${code(column)} that were written meanwhile stay, and may still be changed.`,
    }),
  });
};

const noForeignKeys = (instead: Cannot['instead']): Cannot => ({
  kind: 'cannot',
  because: words`MongoDB has no foreign keys`,
  instead,
});

const object = (name: string) => `constraint ${name}`;

const addCheck: Operations<Situation>['addCheck'] = ({ table, constraint, expression }) =>
  performed({
    does: words`Add the rule ${code(constraint)} to ${code(table)}`,
    scripts: [addRule(table, constraint, expression, [{ kind: 'add-object', object: object(constraint) }])],
    worked: words`a document that breaks it is refused with ${code('DocumentValidationFailure')} (121) on a copy`,
    undo: back([removeRule(table, constraint, [{ kind: 'drop-object', object: object(constraint) }])], {
      note: levelNote,
    }),
  });

/** Rules are looked at when a document is written; proving means counting those that break it. */
const validateConstraint: Operations<Situation>['validateConstraint'] = ({ table, constraint }) =>
  performed({
    does: words`Count the documents of ${code(table)} that break its rules`,
    scripts: [
      plainly(
        statement(`db.getCollection(${literal(table)}).countDocuments({ $nor: [${validatorOf(table)}] })`, {
          work: 'scan',
          source: inManual('core/schema-validation/handle-invalid-documents'),
        }),
      ),
    ],
    worked: words`the count is 0: ${code(constraint)} holds for every document`,
    undo: { kind: 'unneeded', because: words`a count changes nothing` },
  });

const dropConstraint: Operations<Situation>['dropConstraint'] = ({ table, constraint, definition, references }) =>
  references !== undefined
    ? noForeignKeys(words`Stop looking up ${code(references)} in the release that writes ${code(table)}.`)
    : performed({
        does: words`Take the rule ${code(constraint)} off ${code(table)}`,
        scripts: [removeRule(table, constraint, [{ kind: 'drop-object', object: object(constraint) }])],
        worked: words`the validator of ${code(table)} no longer names ${code(constraint)}`,
        undo: back([
          addRule(table, constraint, definition ?? '{ /* the rule as it was noted before */ }', [
            { kind: 'add-object', object: object(constraint) },
          ]),
        ]),
      });

const addForeignKey: Operations<Situation>['addForeignKey'] = ({ table, columns, references, referencedColumns }) =>
  noForeignKeys(
    words`Let the release that writes ${code(table)} look up ${code(referencedColumns.join(', '))} of ${code(references)} in the same transaction, and count by a scheduled job the documents whose ${code(columns.join(', '))} is not found there.`,
  );

export const rules = { setNotNull, dropNotNull, addCheck, validateConstraint, dropConstraint, addForeignKey };
