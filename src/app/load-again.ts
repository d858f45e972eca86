/**
 * Loads the whole page anew, if it can be reached, and says whether it can. Browsers remember a part that failed until then;
 * the answers are saved before.
 */
export async function loadAgain(): Promise<boolean> {
  const reachable = await fetch(window.location.pathname, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (reachable) window.location.reload();
  return reachable;
}
