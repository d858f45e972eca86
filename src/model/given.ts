/** The answer that nobody gave. It is a value of its own, so that no default can take its place unseen. */
export type NotGiven = { readonly kind: 'not-given' };

export const notGiven: NotGiven = { kind: 'not-given' };

/** A value that was given, or the plain statement that it was not. */
export type Given<Value> = Value | NotGiven;

export const isGiven = <Value>(value: Given<Value>): value is Value =>
  !(typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'not-given');

/** Takes the value if it was given, else the stand-in that the caller must then label as assumed. */
export const givenOr = <Value, Other>(value: Given<Value>, other: Other): Value | Other =>
  isGiven(value) ? value : other;

/** Computes with a value if it was given. */
export const mapGiven = <Value, Result>(value: Given<Value>, compute: (value: Value) => Result): Given<Result> =>
  isGiven(value) ? compute(value) : notGiven;
