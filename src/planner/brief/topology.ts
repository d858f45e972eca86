import type { Answers } from '#model/answers.ts';
import type { Brief } from '#model/brief.ts';
import type { Engine, Situation } from '#model/engine.ts';
import type { Given } from '#model/given.ts';
import { isGiven, notGiven } from '#model/given.ts';
import { chosen, typed } from './read.ts';

/** What stands beside the primary. Not given is not "nothing": `given` says which. */
export function readTopology({ database }: Answers, replicas: Given<number>): Brief['topology'] {
  const beside = chosen(database.topology);
  const hasReplicas = beside.includes('replicas') || beside.includes('multi-region');
  return {
    given: beside.length > 0,
    replicas: hasReplicas ? replicas : beside.length > 0 ? 0 : notGiven,
    hasReplicas,
    replicaUse: chosen(database.replicaUse),
    multiRegion: beside.includes('multi-region'),
    pooler: beside.includes('pooler')
      ? {
          name: isGiven(typed(database.poolerName)) ? database.poolerName.trim() : 'the pooler',
          mode: typed(database.poolerMode),
        }
      : notGiven,
    changeCapture: beside.includes('cdc')
      ? isGiven(typed(database.cdcName))
        ? database.cdcName.trim()
        : 'change data capture'
      : notGiven,
  };
}

/** The place in which the engine answers. A pooler whose mode is unknown may hand out another session at any statement. */
export function readSituation({ database }: Answers, engine: Engine, topology: Brief['topology']): Situation {
  const { pooler } = topology;
  return {
    version: typed(database.version),
    hosting: engine.hostings.find(({ id }) => id === database.hosting) ?? notGiven,
    replicas: topology.replicas,
    transactionPooler: isGiven(pooler) && pooler.mode !== 'session',
    logicalReplication: isGiven(topology.changeCapture),
    withoutPooler: topology.given && !isGiven(pooler),
  };
}
