import { useSyncExternalStore } from 'react';
import { readRoute, type Route } from './routes.ts';

const subscribe = (changed: () => void) => {
  window.addEventListener('hashchange', changed);
  window.addEventListener('popstate', changed);
  return () => {
    window.removeEventListener('hashchange', changed);
    window.removeEventListener('popstate', changed);
  };
};

const current = () => window.location.hash;

let last: { readonly hash: string; readonly route: Route } | undefined;

/** The same object for the same address, so that effects run once for each place. */
const routeOf = (hash: string): Route => {
  if (last?.hash !== hash) last = { hash, route: readRoute(hash) };
  return last.route;
};

/** Where the person is. Back and Forward of the browser walk the places. */
export const useRoute = (): Route => routeOf(useSyncExternalStore(subscribe, current));

/** Goes to a place, and leaves the present one in the history. */
export function goTo(href: string): void {
  window.location.hash = href;
}

/** Goes to a place that takes the present one's place in the history. */
export function goInstead(href: string): void {
  window.history.replaceState(window.history.state, '', href);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
