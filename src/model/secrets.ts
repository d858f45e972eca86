/** Something in a text that looks as if it opened a door. */
export interface Secret {
  readonly kind: 'password' | 'token' | 'private key';
  /** Where the part to hide begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** What hides a secret. It is found again as no secret. */
const mask = '[masked]';

/** The group `secret` is what must not be shown. */
const shapes: readonly (readonly [Secret['kind'], RegExp])[] = [
  ['private key', /(?<secret>-----BEGIN [A-Z ]*PRIVATE KEY-----(?:[\s\S]*?-----END [A-Z ]*PRIVATE KEY-----)?)/dg],
  ['password', /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{0,80}:(?<secret>[^\s@/]{1,200})@/dgi],
  ['password', /\b(?:identified\s+by|password)\s+'(?<secret>[^']{1,200})'/dgi],
  [
    'password',
    /\b[\w-]{0,30}(?:password|passwd|pwd|passphrase|secret|api[_-]?key|access[_-]?key)["']?\s{0,3}[:=]\s{0,3}["']?(?<secret>[^\s"',;)]{6,200})/dgi,
  ],
  ['token', /\b(?<secret>(?:AKIA|ASIA)[0-9A-Z]{16})\b/dg],
  ['token', /\b(?<secret>gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{30,255}|glpat-[\w-]{20,60})/dg],
  ['token', /\b(?<secret>xox[abeprs]-[\w-]{10,200}|sk-[\w-]{20,200}|sk_live_\w{16,200}|AIza[\w-]{35})/dg],
  ['token', /\b(?<secret>eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,2000})/dg],
];

/** `${PASSWORD}`, `<password>`, `****`, `[masked]` and types of columns open nothing. */
const opensNothing =
  /^(\$|<|%|\{|\*+$|x{4,}$|\.{3}|\[|(string|text|varchar|char|bytea|null|true|false|none|hidden|redacted)\b)/i;

/** Finds what looks like a password, a token or a private key. Works on this text alone and asks nobody. */
export function findSecrets(text: string): readonly Secret[] {
  const found = shapes.flatMap(([kind, shape]) =>
    [...text.matchAll(shape)].flatMap((match): readonly Secret[] => {
      const [from, to] = match.indices?.groups?.['secret'] ?? [0, 0];
      return to > from && !opensNothing.test(text.slice(from, to)) ? [{ kind, from, to }] : [];
    }),
  );
  const inOrder = found.sort((one, other) => one.from - other.from || other.to - one.to);
  return inOrder.filter(({ from }, at) => inOrder.slice(0, at).every((earlier) => from >= earlier.to));
}

/** The text with every secret hidden, and nothing else changed. */
export const maskSecrets = (text: string): string =>
  findSecrets(text).reduceRight((masked, { from, to }) => masked.slice(0, from) + mask + masked.slice(to), text);
