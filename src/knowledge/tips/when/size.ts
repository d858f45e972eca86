import type { Answers } from '#model/answers.ts';
import type { Quantity } from '#model/quantity.ts';
import { readCount, readGigabytes } from '#model/quantity.ts';

const largest = (quantities: readonly Quantity[]): number =>
  Math.max(0, ...quantities.map((quantity) => (quantity.kind === 'number' ? quantity.value : 0)));

/** Rows of the largest table that was given; 0 when none was. */
export const mostRows = ({ scale }: Answers): number => largest(scale.tables.map(({ rows }) => readCount(rows)));

/** GiB of the largest table that was given; 0 when none was. */
export const mostGigabytes = ({ scale }: Answers): number =>
  largest(scale.tables.map(({ gigabytes }) => readGigabytes(gigabytes)));

/** GiB of the whole database, or of its largest table. */
export const allGigabytes = (answers: Answers): number =>
  Math.max(largest([readGigabytes(answers.database.databaseSize)]), mostGigabytes(answers));
