/** An argument of the shell. What stands in `<…>` is filled in by hand. */
export const shellQuoted = (text: string): string =>
  /^[\w./:-]+$/.test(text) || /^<[^<>]*>$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** Names of attributes behind placeholders, because many words are reserved: `{"#c":"status"}`. */
export const attributeNames = (names: Readonly<Record<string, string>>): string => shellQuoted(JSON.stringify(names));
