const reserved = new Set(
  `add allow alter and apply asc authorize batch begin by columnfamily create default delete desc describe drop entries execute from full grant if in index infinity insert into is keyspace limit materialized mbean mbeans modify nan norecursive not null of on or order primary rename replace revoke schema select set table to token truncate unlogged unset update use using view where with`.split(
    ' ',
  ),
);

/** A name as CQL reads it: quoted where it is not in small letters, or has a meaning of its own. What stands in `<…>` is filled in by hand. */
export const quoteName = (name: string): string =>
  /^<[^<>]*>$/.test(name) || /^".*"$/s.test(name) || (/^[a-z][a-z0-9_]*$/.test(name) && !reserved.has(name))
    ? name
    : `"${name.replaceAll('"', '""')}"`;

/** A table with its keyspace, if it was typed. */
export const quoteTable = (table: string): string => table.split('.').map(quoteName).join('.');

/** The last part of a name as the catalog holds it. */
export const bareName = (name: string): string =>
  (name.split('.').at(-1) ?? name).replace(/^"(.*)"$/s, '$1').replaceAll('""', '"');

/** The keyspace of a table: as typed, or to be filled in. */
export const keyspaceOf = (table: string): string => (table.includes('.') ? (table.split('.')[0] ?? '') : '<keyspace>');

export const cqlString = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** An argument of the shell. */
export const shellQuoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
