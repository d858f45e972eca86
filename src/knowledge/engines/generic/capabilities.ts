import { type Capabilities, unsure } from '#model/capability.ts';

/** Nothing is confirmed, so everything is planned as if it were missing; each question is printed. */
export const capabilities: Capabilities = {
  transactionalDdl: unsure('Does an ALTER TABLE inside a transaction roll back on this engine?'),
  onlineIndexBuild: unsure(
    'Can this engine build an index while rows are inserted and updated, and how is that asked for?',
  ),
  unprovedConstraint: unsure(
    'Can this engine add a constraint for new rows only and prove the old ones later without blocking writes?',
  ),
  notNullFromProof: unsure('Can this engine forbid NULL in a column without reading the whole table under a lock?'),
  instantConstantDefault: unsure('Does adding a column with a constant default touch every row on this engine?'),
  triggers: unsure('Can this engine run code of ours on every insert and update of a row, for every writer?'),
  columnSync: unsure('Can code of ours set a column of a row before this engine looks whether it is NULL?'),
  instantColumnDrop: unsure('Does dropping a column touch every row on this engine?'),
  enumTypes: unsure('Does this engine have types with a fixed list of values, and can a value be added in place?'),
  compatibilityViews: unsure('Can a view stand in for a renamed table, for reads and for writes, on this engine?'),
  attachPartition: unsure('Can this engine make an existing table a partition without copying it?'),
  virtualGeneratedColumn: unsure(
    'Can this engine add a column that is computed when it is read, without touching a row?',
  ),
  timeTravel: unsure('Can this engine read rows as they were at an earlier time, and how far back?'),
};
