import { manual, type Source } from '#model/source.ts';

/** A page of the documentation: `managing-table-schemas`. No project is at hand here, so nothing of it is measured. */
export const inManual = (page: string): Source => manual(`https://cloud.google.com/bigquery/docs/${page}`);

export const definition = inManual('reference/standard-sql/data-definition-language');
export const schemas = inManual('managing-table-schemas');
export const history = inManual('access-historical-data');
export const transactions = inManual('transactions');
