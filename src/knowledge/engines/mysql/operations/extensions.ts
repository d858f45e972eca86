import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import type { Family } from '../family.ts';
import { cannot } from './cannot.ts';

export const createExtension =
  (family: Family): Operations<Situation>['createExtension'] =>
  ({ extension }) =>
    cannot(
      words`${family.name} has no extensions inside a database`,
      words`Install ${code(extension)} as a plugin or component of the server (${code('INSTALL PLUGIN')}, ${code('INSTALL COMPONENT')}), on every node, if it is one; ${code('UNINSTALL')} is its way back`,
    );

export const updateExtension =
  (family: Family): Operations<Situation>['updateExtension'] =>
  ({ extension }) =>
    cannot(
      words`a plugin or component of ${family.name} comes with the server`,
      words`Update ${code(extension)} with the server, as an upgrade of its own`,
    );
