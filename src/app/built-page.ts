const contentOf = (selector: string): string =>
  document.querySelector<HTMLMetaElement>(`meta${selector}`)?.content ?? '';

/** The version of this page and the commit that it was built from; blank while developing. */
export const builtVersion = (): string => contentOf('[name="version"]');

/** The policy that the browser holds this page to, as the page carries it; blank while developing. */
export const policyInForce = (): string => contentOf('[http-equiv="Content-Security-Policy"]');
