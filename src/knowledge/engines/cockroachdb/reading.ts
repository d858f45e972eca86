import type { Statement } from '#model/statement.ts';
import { statement } from './statement.ts';

/** A statement that changes nothing. `scans`: it reads a table from end to end, which writers in SERIALIZABLE may have to wait for or retry after. */
export const reading = (
  text: string,
  { page, scans = false, remark }: { readonly page: string; readonly scans?: boolean; readonly remark?: string },
): Statement => statement(text, { page, work: scans ? 'scan' : 'none', ...(remark === undefined ? {} : { remark }) });
