/** A piece of prose: plain words, a name or value shown as code, or words with weight. Never markup. */
export type Inline = string | { readonly code: string } | { readonly strong: string };

/** Prose of the plan. Every medium writes and escapes it for itself. */
export type Text = readonly Inline[];

/** What `words` accepts between the words: text, one piece of it, or a number. */
type Part = Inline | number | Text;

/** Shows a name, a value or a statement as code. */
export const code = (value: string): Inline => ({ code: value });

/** Gives words weight. */
export const strong = (value: string): Inline => ({ strong: value });

const isText = (part: Part): part is Text => Array.isArray(part);

const toInlines = (part: Part): Text => (isText(part) ? part : [typeof part === 'number' ? String(part) : part]);

/** Writes prose with names in it: ``words`Build ${code(index)} on ${code(table)}` ``. Strings between stay plain text. */
export function words(strings: TemplateStringsArray, ...parts: readonly Part[]): Text {
  return strings
    .flatMap((string, index): Text => {
      const part = parts[index];
      return [string, ...(part === undefined ? [] : toInlines(part))];
    })
    .filter((inline) => inline !== '');
}

/** Joins pieces of prose with a separator. */
export const joinText = (texts: readonly Text[], separator = ' '): Text =>
  texts.flatMap((text, index) => (index === 0 ? text : [separator, ...text]));

/** The prose without any form, for titles, comparisons and prompts. Code stands in backticks. */
export const plain = (text: Text): string =>
  text
    .map((inline) => (typeof inline === 'string' ? inline : 'code' in inline ? `\`${inline.code}\`` : inline.strong))
    .join('');
