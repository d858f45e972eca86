/** What a foreign key does to its rows when the row they refer to is deleted. */
export const deleteRules = [
  { id: 'restrict', label: 'The delete is refused', hint: 'The usual rule' },
  { id: 'cascade', label: 'The rows here are deleted too' },
  { id: 'set null', label: 'The reference becomes NULL' },
] as const;
