import { answersVersion, type Answers } from '#model/answers.ts';
import { readAnswers, readJson, withoutBlanks, type AnswersRead } from '#model/read-answers.ts';

/** How an address that carries answers goes on after `#`. */
const sharePrefix = 's=';

/** More than this many bytes of answers are not unpacked. */
const mostBytes = 200_000;

async function throughStream(bytes: Uint8Array<ArrayBuffer>, stream: ReadableWritablePair, most: number) {
  const reader = new Blob([bytes]).stream().pipeThrough<Uint8Array<ArrayBuffer>>(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    length += next.value.length;
    if (length > most) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(next.value);
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

/** The answers as the fragment of an address, without `#`: `s=1.<deflated, base64url>`. */
export async function toShareFragment(answers: Answers): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(withoutBlanks(answers) ?? {}));
  const packed = await throughStream(json, new CompressionStream('deflate-raw'), Number.POSITIVE_INFINITY);
  return `${sharePrefix}${answersVersion}.${toBase64Url(packed ?? new Uint8Array())}`;
}

export type SharedRead =
  | ({ readonly kind: 'read' } & AnswersRead)
  | { readonly kind: 'broken' }
  | { readonly kind: 'too large' }
  | { readonly kind: 'newer'; readonly version: number };

/** Reads what `toShareFragment` wrote. The text comes from anywhere: it is unpacked up to a limit and never trusted. */
export async function readShareFragment(fragment: string): Promise<SharedRead> {
  const [, digits, packed] = /^s=(\d{1,4})\.([\w-]+)$/.exec(fragment) ?? [];
  if (digits === undefined || packed === undefined) return { kind: 'broken' };
  if (Number(digits) > answersVersion) return { kind: 'newer', version: Number(digits) };
  try {
    const bytes = await throughStream(fromBase64Url(packed), new DecompressionStream('deflate-raw'), mostBytes);
    if (bytes === undefined) return { kind: 'too large' };
    const value = readJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return value === undefined ? { kind: 'broken' } : { kind: 'read', ...readAnswers(value) };
  } catch {
    return { kind: 'broken' }; // Neither packed by us nor whole.
  }
}
