import type { Grammar } from './grammar.ts';

/** What is wrong with a text: an error where it cannot be read, a plain object where it is read and no model can be made of it. */
const problemsIn = (cause: unknown): readonly unknown[] | undefined =>
  typeof cause === 'object' && cause !== null && 'diags' in cause && Array.isArray(cause.diags)
    ? cause.diags
    : undefined;

/** The T-SQL grammar of `@dbml/core`. That a table is not known to it is no matter. */
export async function tSql(): Promise<Grammar> {
  const { importer } = await import('@dbml/core');
  return {
    name: 'the T-SQL grammar of @dbml/core',
    problemOf: (text) => {
      try {
        importer.import(text, 'mssql');
        return undefined;
      } catch (cause) {
        const problems = problemsIn(cause);
        if (problems === undefined) throw cause;
        return problems.find((one) => one instanceof Error)?.message.slice(0, 100);
      }
    },
  };
}
