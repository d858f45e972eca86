/** Fills a table from the numbers that each server has. */
export const rows = (into: string, values: string, count: number): string =>
  `INSERT INTO ${into} SELECT ${values} FROM numbers.upto WHERE g <= ${count}`;
