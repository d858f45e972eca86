import { pages, type PageId } from '#model/pages/index.ts';

/** Where in the page a person is. Everything stands in the fragment, so that any static host can serve it. */
export type Route =
  | { readonly kind: 'start' }
  | { readonly kind: 'page'; readonly page: PageId; readonly back: boolean; readonly at: string }
  /** All questions, one page under the other. */
  | { readonly kind: 'all' }
  | { readonly kind: 'result' }
  | { readonly kind: 'privacy' }
  | { readonly kind: 'shared'; readonly fragment: string }
  /** No such place: what was asked for, and the nearest place there is. */
  | {
      readonly kind: 'unknown';
      readonly asked: string;
      readonly nearest: Exclude<Route, { kind: 'unknown' | 'shared' }>;
    };

/** `back`: the page was opened from the summary and leads back there. `at`: the question to begin at. */
export const pageHref = (page: PageId, { back = false, at = '' }: { back?: boolean; at?: string } = {}): string => {
  const asked = new URLSearchParams([...(back ? [['back', 'check']] : []), ...(at === '' ? [] : [['at', at]])]);
  return `#/plan/${page}${asked.size === 0 ? '' : `?${asked}`}`;
};

export const startHref = '#/';
export const allHref = '#/plan/all';
export const resultHref = '#/result';
export const privacyHref = '#/privacy';

const pageWith = (id: string): PageId | undefined => pages.find((page) => page.id === id)?.id;

/** Reads the fragment of an address. Never fails: what is unknown has a nearest place. */
export function readRoute(hash: string): Route {
  const fragment = hash.replace(/^#/, '');
  if (fragment.startsWith('s=')) return { kind: 'shared', fragment };
  const [path = '', query = ''] = fragment.split('?', 2);
  const [first = '', second = '', ...more] = path.replace(/^\//, '').replace(/\/$/, '').split('/');
  const asked = new URLSearchParams(query);
  const exact = second === '' && more.length === 0;

  if (first === '' && exact) return { kind: 'start' };
  if (first === 'result' && exact) return { kind: 'result' };
  if (first === 'privacy' && exact) return { kind: 'privacy' };
  if (first === 'plan' && second === 'all' && more.length === 0) return { kind: 'all' };
  const page = first === 'plan' && more.length === 0 ? pageWith(second) : undefined;
  if (page !== undefined) return { kind: 'page', page, back: asked.get('back') === 'check', at: asked.get('at') ?? '' };
  const nearest = first === 'plan' || pageWith(first) !== undefined ? nearestPage(second || first) : undefined;
  return {
    kind: 'unknown',
    asked: path,
    nearest: nearest === undefined ? { kind: 'start' } : { kind: 'page', page: nearest, back: false, at: '' },
  };
}

/** The page whose id begins most like what was asked for; the first one when none does. */
function nearestPage(asked: string): PageId {
  const alike = (id: string) => [...id].findIndex((letter, at) => letter !== asked[at]);
  const likeness = (id: string) => (alike(id) < 0 ? id.length : alike(id));
  return pages.reduce((best, page) => (likeness(page.id) > likeness(best.id) ? page : best), pages[0]).id;
}

/** The title of the window: `Database – Step 1 of 7 – Switchback`. */
export function titleOf(route: Route): string {
  switch (route.kind) {
    case 'start':
    case 'shared':
      return 'Switchback – Database Migration Rollback Plan Builder';
    case 'all':
      return 'All questions – Switchback';
    case 'result':
      return 'Your plan – Switchback';
    case 'privacy':
      return 'Privacy – Switchback';
    case 'unknown':
      return titleOf(route.nearest);
    case 'page': {
      const at = pages.findIndex(({ id }) => id === route.page);
      return `${pages[at]?.short} – Step ${at + 1} of ${pages.length} – Switchback`;
    }
  }
}
