import { always, type Capabilities, never, unsure } from '#model/capability.ts';
import { alterTable, inManual, isolation } from './manual.ts';

const constraints = inManual('t_Defining_constraints');
const unsupported = inManual('c_unsupported-postgresql-features');

/** What every plan asks. */
export const capabilities: Capabilities = {
  transactionalDdl: always(isolation),
  onlineIndexBuild: never(unsupported),
  unprovedConstraint: never(constraints),
  notNullFromProof: never(alterTable),
  instantConstantDefault: unsure('How long does Amazon Redshift hold the table while it adds a column with a default?'),
  triggers: never(unsupported),
  columnSync: never(unsupported),
  instantColumnDrop: unsure('How long does Amazon Redshift hold the table while it drops a column?'),
  enumTypes: never(inManual('c_unsupported-postgresql-datatypes')),
  compatibilityViews: never(inManual('r_CREATE_VIEW')),
  attachPartition: never(unsupported),
  virtualGeneratedColumn: never(alterTable),
  timeTravel: never(inManual('r_SELECT_synopsis')),
};
