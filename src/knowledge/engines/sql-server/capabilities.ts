import { always, type Capabilities, never, unsure } from '#model/capability.ts';
import type { Situation } from '#model/engine.ts';
import { inManual, pages } from './manual.ts';
import { hasOnline } from './versions.ts';

/** What every version and edition answers; an edition that was not given is taken for Standard. */
export const capabilities: Capabilities = {
  transactionalDdl: always(inManual(`${pages.locking}#transact-sql-statements-in-transactions`)),
  onlineIndexBuild: never(inManual(pages.editions)),
  // The proof reads every row under Sch-M: its statement says so, and it may wait for a quiet hour.
  unprovedConstraint: always(inManual(`${pages.alterTable}#with-check--with-nocheck`)),
  notNullFromProof: never(inManual(`${pages.alterTable}#alter-column`)),
  instantConstantDefault: never(inManual(`${pages.alterTable}#adding-not-null-columns-as-an-online-operation`)),
  triggers: always(inManual(pages.trigger)),
  columnSync: always(inManual(pages.trigger)),
  instantColumnDrop: unsure(
    'Does dropping a column touch every row? The manual names it among the changes that may affect all rows of a large table: time it on the copy.',
  ),
  enumTypes: never(inManual('t-sql/data-types/data-types-transact-sql')),
  compatibilityViews: always(inManual(`${pages.view}#updatable-views`)),
  attachPartition: always(inManual(`${pages.alterTable}#switch`)),
  virtualGeneratedColumn: always(inManual(pages.computed)),
  timeTravel: never(inManual('relational-databases/tables/temporal-tables')),
};

/** Enterprise, its kin, and Azure: indexes are built online, and a NOT NULL column with a constant default is added without touching a row. */
export const canHere = (situation: Situation): Partial<Capabilities> =>
  hasOnline(situation)
    ? {
        onlineIndexBuild: always(inManual(pages.onlineIndex)),
        instantConstantDefault: always(inManual(`${pages.alterTable}#adding-not-null-columns-as-an-online-operation`)),
      }
    : {};
