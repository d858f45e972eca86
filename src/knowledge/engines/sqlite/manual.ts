import { manual, measured, type Source } from '#model/source.ts';

const docs = 'https://www.sqlite.org';

/** The address of a page of the manual: `page('lang_altertable')`, with a place in it: `page('lang_altertable#otheralter')`. */
const page = (path: string): string => {
  const [name, place] = path.split('#');
  return `${docs}/${name}.html${place === undefined ? '' : `#${place}`}`;
};

/** A page of the manual as a source. */
export const inManual = (path: string): Source => manual(page(path));

/** Held to by `npm run verify:sqlite`; the page says the same. */
export const verified = (path: string, versions = '3.35, 3.50, 3.53, 3.54'): Source =>
  measured('verify:sqlite', versions, page(path));
