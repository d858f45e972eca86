/** Words that read as something else where a name is expected: https://clickhouse.com/docs/sql-reference/syntax#keywords */
export const reservedWords: ReadonlySet<string> = new Set(
  `all and any array as asc between by case cast constraint create cross default desc distinct drop else end except final for from full global grant group
  having in index inner insert intersect interval into is join left like limit not null offset on or order outer partition primary projection right sample
  select settings table then to union update using values view when where with`.split(/\s+/),
);
