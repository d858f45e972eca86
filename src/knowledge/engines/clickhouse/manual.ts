import { manual, type Source } from '#model/source.ts';

/** A page of the documentation: `sql-reference/statements/alter/column`. No server is run here, so nothing of it is measured. */
export const inManual = (page: string): Source => manual(`https://clickhouse.com/docs/${page}`);

export const columnChanges = inManual('sql-reference/statements/alter/column');
export const mutations = inManual('sql-reference/statements/alter#mutations');
export const constraints = inManual('sql-reference/statements/alter/constraint');
export const indexes = inManual('sql-reference/statements/alter/skipping-index');
export const exchange = inManual('sql-reference/statements/exchange');
export const partitions = inManual('sql-reference/statements/alter/partition');
