import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { literal } from '../quote.ts';
import { back, measure, performed, short, statement } from '../statement.ts';

/** The definition as the person wrote it: `{ viewOn: …, pipeline: […] }`. */
const setView = (name: string, definition: string) =>
  short(
    statement(`db.runCommand({ collMod: ${literal(name)}, ...${definition} })`, {
      locks: [name],
      source: inManual('reference/command/collMod'),
    }),
  );

const replaceRoutine: Operations<Situation>['replaceRoutine'] = ({ kind, name, definition, was }) =>
  kind === 'view'
    ? performed({
        does: words`Change the view ${code(name)}`,
        scripts: [setView(name, definition)],
        worked: words`${code(`db.getCollectionInfos({ name: ${literal(name)} })`)} shows the new pipeline, and the hottest read of it answers as fast as before`,
        undo: back([setView(name, was ?? '{ /* viewOn and pipeline as they were noted before */ }')]),
      })
    : {
        kind: 'cannot',
        because: words`MongoDB runs no ${kind === 'trigger' ? 'triggers' : 'stored functions'} of ours`,
        instead: words`Change ${code(name)} where it runs: an Atlas trigger or function, or the application.`,
      };

const upgradeServer: Operations<Situation>['upgradeServer'] = ({ from, to }) =>
  performed({
    does: words`Upgrade the replica set${from === undefined ? '' : words` from ${code(from)}`} to ${code(to)}: secondaries one by one, step down, then the last; the feature version stays old`,
    scripts: [
      short(
        statement('rs.stepDown(60)', {
          work: 'none',
          blocks: 'writes',
          source: inManual('release-notes/8.0-upgrade-replica-set'),
          remark: 'after each secondary runs the new binary and has caught up; writes wait for the election',
        }),
      ),
    ],
    worked: words`${code('db.version()')} is ${code(to)} on every member, and ${code('featureCompatibilityVersion')} is still the old one: until it is raised the way back is the old binary`,
    undo: {
      kind: 'restore',
      from: words`the old binary on one member after the other, which works only while ${code('featureCompatibilityVersion')} was not raised; after that the backup taken before, on a cluster of the older version`,
      minutes: measure(words`the rehearsal on a copy gives the minutes`),
      loses: {
        what: words`nothing while the feature version is old; every write since the backup after it was raised`,
      },
    },
  });

/** A collection-level role change; sessions see it at their next command. */
const revokeAccess: Operations<Situation>['revokeAccess'] = ({ table, role }) => {
  const privilege = `[{ resource: { db: db.getName(), collection: ${literal(table)} }, actions: ["find", "insert", "update", "remove"] }]`;
  const source = inManual('reference/method/db.revokePrivilegesFromRole');
  return performed({
    does: words`Take ${code(table)} away from the role ${code(role)}`,
    scripts: [
      short(statement(`db.revokePrivilegesFromRole(${literal(role)}, ${privilege})`, { work: 'none', source })),
    ],
    worked: words`${code(`db.getRole(${literal(role)}, { showPrivileges: true })`)} no longer names ${code(table)}, and nobody misses it`,
    undo: back(
      [short(statement(`db.grantPrivilegesToRole(${literal(role)}, ${privilege})`, { work: 'none', source }))],
      { note: words`Give back the actions that were noted before, if they were others.` },
    ),
  });
};

export const server = { replaceRoutine, upgradeServer, revokeAccess };
