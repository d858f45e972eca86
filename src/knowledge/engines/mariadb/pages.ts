import { manual, type Source } from '#model/source.ts';

const docs = 'https://mariadb.com/docs/server';

/** A page of MariaDB's manual, which speaks of all versions: `inDocs('reference/sql-statements/transactions/metadata-locking')`. */
export const inDocs = (path: string): Source => manual(`${docs}/${path}`);
