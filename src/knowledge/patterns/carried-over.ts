import type { OperationArguments } from '#model/operations.ts';

type Carried = NonNullable<OperationArguments['partitionInPlace']['carries']>;

const unquoted = (name: string): string => (/^"[\p{L}_][\p{L}\d_$]*"$/u.test(name) ? name.slice(1, -1) : name);

const statements = (typed: string): readonly string[] =>
  typed
    .split(/;\s*(?=create\b|$)/i)
    .map((one) => one.trim().replace(/;$/, ''))
    .filter((one) => one !== '');

const named = (typed: string, pattern: RegExp): Carried['triggers'] =>
  statements(typed).flatMap((definition) => {
    const [, name] = pattern.exec(definition) ?? [];
    return name === undefined ? [] : [{ name: unquoted(name), definition }];
  });

const line = /^\s*(?:TABLE\s+(\S+)\s+CONSTRAINT\s+)?(\S+)\s+(FOREIGN\s+KEY\s*\(.*)$/gimu;
const unproved = /\s+NOT\s+VALID\s*$/i;

/** Reads what hangs on a table, as the database prints it. What is no such definition is left out. */
export function readCarried({
  triggers = '',
  policies = '',
  foreignKeys = '',
}: {
  readonly triggers?: string;
  readonly policies?: string;
  readonly foreignKeys?: string;
}): Carried {
  const keys = [...foreignKeys.matchAll(line)].map(([, table, name = '', definition = '']) => ({
    ...(table === undefined ? {} : { table: table.split('.').map(unquoted).join('.') }),
    name: unquoted(name),
    definition: definition.trim().replace(/[;,]$/, '').replace(unproved, ''),
    proved: !unproved.test(definition.trim().replace(/[;,]$/, '')),
  }));
  return {
    triggers: named(triggers, /^create\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\s+(\S+)/i),
    policies: named(policies, /^create\s+policy\s+("(?:[^"]|"")+"|\S+)/i),
    own: keys.flatMap((key) => ('table' in key ? [] : [key])),
    referring: keys.flatMap(({ table, ...key }) => (table === undefined ? [] : [{ ...key, table }])),
  };
}
