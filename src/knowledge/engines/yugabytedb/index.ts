import { engineLike } from '#model/engine.ts';
import type { Situation } from '#model/engine.ts';
import type { OperationArguments, Operations, Queries } from '#model/operations.ts';
import type { Outcome, Statement } from '#model/statement.ts';
import { postgresql } from '../postgresql/index.ts';
import { capabilities } from './capabilities.ts';
import { choice } from './choice.ts';
import { facts } from './facts.ts';
import { guard } from './guards.ts';
import { hostings } from './hostings.ts';
import { attachPrimaryKey, dropConstraint } from './keys.ts';
import { asYsql, retold, retoldOutcome } from './retold.ts';
import { running } from './running.ts';
import { safety } from './safety.ts';
import { detachPartition, partitionInPlace, renameTableWithView, subscribe, upgradeServer, vacuum } from './server.ts';
import { typeChange } from './type-change.ts';
import { watches } from './watches.ts';

/** How much its rows and its log grow was said of PostgreSQL's files. */
const { diskGrowth: _files, ...parent } = postgresql;

type Told<Answers> = { readonly [Name in keyof Answers]: (args: never, situation: Situation) => Outcome };

/** Everything that PostgreSQL answers, told as YSQL does it. */
const inherited = Object.fromEntries(
  Object.entries(postgresql.operations as Told<Operations<Situation>>).map(([name, answer]) => [
    name,
    asYsql(answer, retoldOutcome),
  ]),
) as unknown as Operations<Situation>;

const queries = Object.fromEntries(
  Object.entries(
    postgresql.queries as unknown as Record<string, (args: never, situation: Situation) => Statement | undefined>,
  ).map(([name, answer]) => [
    name,
    asYsql(answer, (statement) => (statement === undefined ? undefined : retold(statement))),
  ]),
) as unknown as Queries<Situation>;

const renameTable = (args: OperationArguments['renameTable'], situation: Situation): Outcome =>
  args.compatibilityView ? renameTableWithView(args) : inherited.renameTable(args, situation);

/** YugabyteDB speaks as PostgreSQL 11 or 15 does. What it does otherwise is stated here: no locks on tables, no transaction around schema changes, its own keys and upgrades. */
export const yugabytedb = engineLike(parent, {
  id: choice.id,
  name: choice.name,
  versions: choice.versions,
  hostings,
  can: capabilities,
  operations: {
    ...inherited,
    attachPrimaryKey,
    dropConstraint,
    renameTable,
    partitionInPlace,
    detachPartition,
    subscribe,
    unsubscribe: subscribe,
    upgradeServer,
    vacuum,
  },
  queries,
  guard,
  running,
  watches,
  safety,
  typeChange,
  facts,
});
