import { manual, measured, type Source } from '#model/source.ts';

const docs = 'https://www.postgresql.org/docs/current';

/** The address of a page of the manual: `page('sql-altertable')`, with a place in it: `page('sql-createindex#SQL-CREATEINDEX-CONCURRENTLY')`. */
const page = (path: string): string => {
  const [name, place] = path.split('#');
  return `${docs}/${name}.html${place === undefined ? '' : `#${place}`}`;
};

/** A page of the manual as a source. */
export const inManual = (path: string): Source => manual(page(path));

/** Held to by `npm run verify:postgresql`; the page says the same. */
export const verified = (path: string, versions = '12–18'): Source =>
  measured('verify:postgresql', versions, page(path));
