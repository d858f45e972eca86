import { engineChoices } from '#knowledge/engines/index.ts';
import { mariadb, mysql } from './mysql/runner.ts';
import { documentedRunner } from './parsed/runner.ts';
import { runner as postgresql } from './postgresql/runner.ts';
import { runner as sqlite } from './sqlite/runner.ts';
import { verify } from './verify.ts';

/** Engines with servers that can be had. The neutral one, the last that is offered, claims nothing. */
const withServers = [postgresql, mysql, mariadb, sqlite];
const others = engineChoices.slice(0, -1).filter(({ name }) => withServers.every(({ engine }) => engine !== name));

/**
 * Holds what is claimed of every engine to the servers that can be had here, and the rest to the grammar of its language:
 * `npm run verify:engines -- [--all] [--engine 'SQL Server'] [--operations-only] [--markdown]`.
 */
await verify([...withServers, ...others.map(documentedRunner)]);
