/** How a fact is known. Measured beats documented; what neither settles is unconfirmed and becomes a question. */
export type Source =
  | { readonly kind: 'manual'; readonly url: string }
  | { readonly kind: 'measured'; readonly by: string; readonly versions: string; readonly url?: string }
  | { readonly kind: 'unconfirmed'; readonly question: string };

export const manual = (url: string): Source => ({ kind: 'manual', url });

/** Measured by a script of this repository on the versions named; `url` is the manual page that says the same. */
export const measured = (by: string, versions: string, url?: string): Source =>
  url === undefined ? { kind: 'measured', by, versions } : { kind: 'measured', by, versions, url };

export const unconfirmed = (question: string): Source => ({ kind: 'unconfirmed', question });
