/**
 * Moves focus to the element with this id, or to the first control of a group with this id.
 *
 * Links inside the page go through here, because the fragment of the address belongs to the routes.
 */
export function focusField(id: string): void {
  const found = document.getElementById(id);
  const target = found?.matches('fieldset, [role="group"]')
    ? (found.querySelector<HTMLElement>('input:checked') ??
      found.querySelector<HTMLElement>('input, select, textarea, button') ??
      found)
    : found;
  // What is folded away cannot take focus.
  found?.closest('details:not([open])')?.setAttribute('open', '');
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  found?.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
  target?.focus({ preventScroll: true });
}
