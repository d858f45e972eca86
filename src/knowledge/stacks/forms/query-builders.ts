import { manual } from '#model/source.ts';
import type { Forms, MigrationForm } from '#model/stack.ts';
import { concurrently, indented, plainNames, readLiteral, single, unproved } from './read-sql.ts';

const list = (names: readonly string[]): string => `[${names.map(single).join(', ')}]`;

const template = (statement: string): string => `\`${statement.replaceAll(/[\\`]|\$(?=\{)/g, (sign) => `\\${sign}`)}\``;

/** A text or a number, or the expression as the builder takes it. */
const defaulted = (expression: string, raw: (expression: string) => string): string => {
  const literal = readLiteral(expression);
  return literal === undefined ? raw(expression) : typeof literal === 'string' ? single(literal) : String(literal);
};

const plainIndex = ({
  columns,
  method,
  collation,
}: {
  readonly columns: readonly string[];
  readonly method?: string;
  readonly collation?: string;
}): boolean => method === undefined && collation === undefined && plainNames(columns);

const onTable = (table: string, does: string): string =>
  `await knex.schema.alterTable(${single(table)}, (table) => { table.${does}; });`;

const backOf = (down: readonly string[], irreversible: boolean): readonly string[] =>
  irreversible
    ? ["throw new Error('It cannot be taken back.');"]
    : down.length === 0
      ? ['// nothing to take back']
      : down;

const knexForms: Forms = {
  addColumn: ({ table, column, type, nullable, default: given }) =>
    onTable(
      table,
      `specificType(${single(column)}, ${single(type)})${nullable ? '' : '.notNullable()'}${given === undefined ? '' : `.defaultTo(${defaulted(given, (raw) => `knex.raw(${single(raw)})`)})`}`,
    ),
  dropColumn: ({ table, column }) => onTable(table, `dropColumn(${single(column)})`),
  renameColumn: ({ table, from, to }) => onTable(table, `renameColumn(${single(from)}, ${single(to)})`),
  createIndex: ({ table, index, columns, unique, where, ...rest }, sql) =>
    concurrently(sql) || unique || where !== undefined || !plainIndex({ columns, ...rest })
      ? undefined
      : onTable(table, `index(${list(columns)}, ${single(index)})`),
  renameTable: ({ from, to, compatibilityView }) =>
    compatibilityView ? undefined : `await knex.schema.renameTable(${single(from)}, ${single(to)});`,
};

export const knexMigration: MigrationForm = {
  language: 'js',
  own: knexForms,
  sql: (statement) => `await knex.raw(${template(statement.replaceAll('?', String.raw`\?`))});`,
  file: ({ up, down, irreversible, outside }) => `exports.up = async (knex) => {
${indented(up, 2)}
};

exports.down = async (knex) => {
${indented(backOf(down, irreversible), 2)}
};${outside ? '\n\nexports.config = { transaction: false };' : ''}`,
  source: manual('https://knexjs.org/guide/schema-builder.html'),
};

const sequelizeForms: Forms = {
  addColumn: ({ table, column, type, nullable, default: given }) =>
    `await queryInterface.addColumn(${single(table)}, ${single(column)}, { type: ${single(type)}, allowNull: ${nullable}${given === undefined ? '' : `, defaultValue: ${defaulted(given, (raw) => `Sequelize.literal(${single(raw)})`)}`} });`,
  dropColumn: ({ table, column }) => `await queryInterface.removeColumn(${single(table)}, ${single(column)});`,
  renameColumn: ({ table, from, to }) =>
    `await queryInterface.renameColumn(${single(table)}, ${single(from)}, ${single(to)});`,
  createIndex: ({ table, index, columns, unique, where, ...rest }, sql) =>
    where !== undefined || !plainIndex({ columns, ...rest })
      ? undefined
      : `await queryInterface.addIndex(${single(table)}, ${list(columns)}, { name: ${single(index)}${unique ? ', unique: true' : ''}${concurrently(sql) ? ', concurrently: true' : ''} });`,
  renameTable: ({ from, to, compatibilityView }) =>
    compatibilityView ? undefined : `await queryInterface.renameTable(${single(from)}, ${single(to)});`,
};

export const sequelizeMigration: MigrationForm = {
  language: 'js',
  own: sequelizeForms,
  sql: (statement) => `await queryInterface.sequelize.query(${template(statement)});`,
  file: ({ up, down, irreversible, outside }) => `module.exports = {
  // ${outside ? 'no transaction: the statement is refused inside one' : 'open a transaction, and give it to each call'}
  async up(queryInterface, Sequelize) {
${indented(up, 4)}
  },

  async down(queryInterface, Sequelize) {
${indented(backOf(down, irreversible), 4)}
  },
};`,
  source: manual('https://sequelize.org/docs/v6/other-topics/query-interface/'),
};

const typeormForms: Forms = {
  addColumn: ({ table, column, type, nullable, default: given }) =>
    `await queryRunner.addColumn(${single(table)}, new TableColumn({ name: ${single(column)}, type: ${single(type)}, isNullable: ${nullable}${given === undefined ? '' : `, default: ${JSON.stringify(given)}`} }));`,
  dropColumn: ({ table, column }) => `await queryRunner.dropColumn(${single(table)}, ${single(column)});`,
  renameColumn: ({ table, from, to }) =>
    `await queryRunner.renameColumn(${single(table)}, ${single(from)}, ${single(to)});`,
  createIndex: ({ table, index, columns, unique, where, ...rest }, sql) =>
    concurrently(sql) || where !== undefined || !plainIndex({ columns, ...rest })
      ? undefined
      : `await queryRunner.createIndex(${single(table)}, new TableIndex({ name: ${single(index)}, columnNames: ${list(columns)}, isUnique: ${unique} }));`,
  addCheck: ({ table, constraint, expression }, sql) =>
    unproved(sql)
      ? undefined
      : `await queryRunner.createCheckConstraint(${single(table)}, new TableCheck({ name: ${single(constraint)}, expression: ${single(expression)} }));`,
};

export const typeormMigration: MigrationForm = {
  language: 'ts',
  own: typeormForms,
  sql: (statement) => `await queryRunner.query(${template(statement)});`,
  file: ({ up, down, irreversible, outside }) => `export class <Name><version> implements MigrationInterface {
${outside ? '  transaction = false;\n\n' : ''}  async up(queryRunner: QueryRunner) {
${indented(up, 4)}
  }

  async down(queryRunner: QueryRunner) {
${indented(backOf(down, irreversible), 4)}
  }
}`,
  source: manual('https://typeorm.io/docs/migrations/api'),
};
