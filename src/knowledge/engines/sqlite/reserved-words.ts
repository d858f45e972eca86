const words = `
  add all alter and as autoincrement between case cast check collate commit constraint create current_date current_time current_timestamp default deferrable delete
  distinct drop else escape except exists foreign from group having if in index insert intersect into is isnull join limit not nothing notnull null on or order
  primary raise references returning select set table then to transaction union unique update using values when where`;

/** Words that cannot name a table or a column without quotes, as 3.35 and 3.54 refuse them. Other keywords may. */
export const reservedWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
