import { always, type Capabilities, never } from '#model/capability.ts';
import type { Situation } from '#model/engine.ts';
import { inManual, pages } from './manual.ts';
import { isEnterprise } from './versions.ts';

/** What every release answers; an edition that was not given is taken for Standard. */
export const capabilities: Capabilities = {
  transactionalDdl: never(inManual('sqlrf/Types-of-SQL-Statements.html')),
  onlineIndexBuild: never(inManual(pages.licensing)),
  unprovedConstraint: always(inManual(pages.constraint)),
  // NOT NULL is itself a constraint that counts first and is proved later, beside reads and writes.
  notNullFromProof: always(inManual(pages.constraintStates)),
  instantConstantDefault: always(inManual(pages.alterTable)),
  triggers: always(inManual(pages.triggers)),
  // The manual lets such a trigger give a row its primary key, which is NOT NULL.
  columnSync: always(inManual('tdddg/using-triggers.html')),
  // SET UNUSED; the room comes back later, by a step of its own.
  instantColumnDrop: always(inManual(pages.alterTable)),
  enumTypes: never(inManual('sqlrf/Data-Types.html')),
  // A rename and the view in its place are two statements that commit apart: between them the old name is nobody's.
  compatibilityViews: never(inManual('sqlrf/Types-of-SQL-Statements.html')),
  attachPartition: never(inManual(pages.alterTable)),
  virtualGeneratedColumn: always(inManual(pages.createTable)),
  timeTravel: always(inManual('adfns/flashback.html')),
};

/** Enterprise builds indexes beside writers. Where changes are captured, supplemental logging makes the proof of a constraint hold writers up. */
export const canHere = (situation: Situation): Partial<Capabilities> => ({
  ...(isEnterprise(situation) ? { onlineIndexBuild: always(inManual(pages.createIndex)) } : {}),
  ...(situation.logicalReplication ? { notNullFromProof: never(inManual(pages.nonblocking)) } : {}),
});
