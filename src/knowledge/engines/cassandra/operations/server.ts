import type { Situation } from '#model/engine.ts';
import { isGiven } from '#model/given.ts';
import type { Operations } from '#model/operations.ts';
import { unconfirmed } from '#model/source.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';
import { quoteName, quoteTable } from '../quote.ts';
import { back, changing, measure, performed, plainly, statement } from '../statement.ts';
import { cannot } from './absent.ts';

const asked = unconfirmed(
  'How long does one node take to come back, and which clients fail while nodes of both versions run? Only a run on a cluster of the same size shows it.',
);

const upgradeServer: Operations<Situation>['upgradeServer'] = ({ from, to }, { hosting }) => {
  if (isGiven(hosting) && ['astra', 'amazon-keyspaces'].includes(hosting.id))
    return cannot(
      words`${hosting.name} has no version of the server to choose`,
      words`Ask the provider what changes, and when`,
    );
  const shell = (text: string, remark: string) =>
    statement(text, { language: 'shell', work: 'unconfirmed', source: asked, remark });
  return performed({
    does: words`Upgrade the cluster${from === undefined ? '' : words` from ${code(from)}`} to ${code(to)}, node after node; nothing changes the schema and no repair runs until the last one is through`,
    scripts: [
      plainly(
        shell('nodetool snapshot --tag before_upgrade', 'on every node, before the first'),
        shell('nodetool drain && <stop the service>', 'one node; reads and writes need the other replicas'),
        { ...shell(`<put ${to} in place, with its configuration merged>`, 'keep the old programs'), language: 'text' },
        shell('<start the service> && nodetool status', 'UN, and hints delivered, before the next node'),
        shell(
          'nodetool upgradesstables',
          'only when all nodes run the new version: then no file can be read by the old one',
        ),
      ),
    ],
    worked: words`${code('nodetool describecluster')} shows one schema version, and ${code('nodetool version')} is ${code(to)} on every node`,
    undo: {
      kind: 'restore',
      from: words`the snapshot ${code('before_upgrade')} of each node, with the old programs`,
      minutes: measure(words`the same for one node, in the rehearsal`),
      loses: { what: words`every write since the snapshot that no node of the old version has` },
    },
  });
};

const replaceRoutine: Operations<Situation>['replaceRoutine'] = ({ kind, name, definition, was }) =>
  kind === 'function'
    ? performed({
        does: words`Replace the function ${code(name)}`,
        scripts: [
          changing(statement(definition.replace(/;\s*$/, ''), { source: inManual('developing/cql/functions') })),
        ],
        worked: words`a query that calls ${code(name)} gives what was expected`,
        undo: back([
          changing(
            statement(was ?? '<CREATE OR REPLACE FUNCTION as DESCRIBE FUNCTION printed it before>', {
              source: inManual('developing/cql/functions'),
              ...(was === undefined ? { language: 'text' as const } : {}),
            }),
          ),
        ]),
      })
    : cannot(
        words`a ${kind === 'view' ? 'materialised view cannot be changed, and is experimental' : 'trigger is a class on each node'}`,
        words`Keep what ${code(name)} holds in a table of its own that the release writes`,
      );

const revokeAccess: Operations<Situation>['revokeAccess'] = ({ table, role }) => {
  const source = inManual('developing/cql/security');
  const right = (verb: 'REVOKE' | 'GRANT', what: 'SELECT' | 'MODIFY') =>
    statement(`${verb} ${what} ON TABLE ${quoteTable(table)} ${verb === 'GRANT' ? 'TO' : 'FROM'} ${quoteName(role)}`, {
      source,
      work: 'none',
    });
  return performed({
    does: words`Take the right to read and write ${code(table)} from ${code(role)}; a right on the keyspace or a role that it has still lets it through`,
    scripts: [changing(right('REVOKE', 'SELECT'), right('REVOKE', 'MODIFY'))],
    worked: words`${code(`LIST ALL PERMISSIONS OF ${role}`)} names ${code(table)} no more, once ${code('permissions_validity')} has passed on each node`,
    undo: back([changing(right('GRANT', 'SELECT'), right('GRANT', 'MODIFY'))], {
      note: words`Give back only what was listed before.`,
    }),
  });
};

export const server = { upgradeServer, replaceRoutine, revokeAccess };
