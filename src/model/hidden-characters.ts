/** NUL and other controls but tab and line feed, zero-width characters, and marks that turn the direction of text. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const hidden = /[\u0000-\u0008\u000B-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF]/g;

/** Text as it is seen: line ends as line feeds, nothing hidden. How many characters went is told, so that a page can say so. */
export function withoutHidden(text: string): { readonly text: string; readonly removed: number } {
  const lines = text.replaceAll(/\r\n?/g, '\n');
  const seen = lines.replaceAll(hidden, '');
  return { text: seen, removed: lines.length - seen.length };
}
