import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import type { Cannot } from '#model/statement.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { cannot } from './cannot.ts';

const stream = (family: Family): Cannot =>
  cannot(
    words`${family.name} replicates whole servers by their binary log and publishes no single tables`,
    words`Make the other server a replica (a physical copy, then ${code('CHANGE REPLICATION SOURCE TO')} or ${code('CHANGE MASTER TO')} with GTIDs and a filter for the tables), or stream by a tool such as Debezium`,
  );

export const publish =
  (family: Family): Operations<Situation>['publish'] =>
  () =>
    stream(family);
export const subscribe =
  (family: Family): Operations<Situation>['subscribe'] =>
  () =>
    stream(family);
export const unsubscribe =
  (family: Family): Operations<Situation>['unsubscribe'] =>
  () =>
    stream(family);
