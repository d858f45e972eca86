import { manual, type Source } from '#model/source.ts';

/** A page of the manual of the current version: `core/index-creation`. No server is run here, so nothing of it is measured. */
export const inManual = (page: string): Source => manual(`https://www.mongodb.com/docs/manual/${page}/`);

/** Which administrative command locks what. */
export const locking: Source = inManual('faq/concurrency');
