import type { Situation } from '#model/engine.ts';
import type { Operations } from '#model/operations.ts';
import { code, words } from '#model/text.ts';
import { back, described, gone } from './described.ts';

const replaceRoutine: Operations<Situation>['replaceRoutine'] = ({ kind, name, definition, was, table }) => {
  const question = `Can this engine replace the ${kind} ${name} in one step${table === undefined ? '' : ` without blocking writes on ${table}`}, so that nobody sees it missing?`;
  return described({
    does: words`Replace the ${kind} ${code(name)}`,
    run: {
      text: `${was === undefined ? `Save the definition of the ${kind} ${name} as it is now. Then replace` : 'Replace'} it in one step by: ${definition}`,
      question,
    },
    worked: words`the definition of ${code(name)} is the new one, and what uses it works`,
    undo: back({
      text: `Replace the ${kind} ${name} in one step by the former definition: ${was ?? 'the one that was saved before'}`,
      question,
    }),
  });
};

const createExtension: Operations<Situation>['createExtension'] = ({ extension, version }) =>
  described({
    does: words`Install ${code(extension)}`,
    run: {
      text: `Install the extension ${extension}${version === undefined ? '' : ` in version ${version}`}.`,
      deltas: [{ kind: 'add-object', object: `extension ${extension}` }],
      question: `Does this engine have ${extension}, and does installing it need a restart?`,
    },
    worked: words`${code(extension)} is listed as installed`,
    undo: back({
      text: `Remove the extension ${extension}.`,
      deltas: [{ kind: 'drop-object', object: `extension ${extension}` }],
      question: `What goes with ${extension} when it is removed?`,
    }),
  });

const updateExtension: Operations<Situation>['updateExtension'] = ({ extension, from, to }) =>
  described({
    does: words`Update ${code(extension)}`,
    run: {
      text: `Update the extension ${extension}${from === undefined ? '' : ` from ${from}`}${to === undefined ? '' : ` to ${to}`}.`,
      question: `Is there a way back from the new version of ${extension}, and does the update need a restart?`,
    },
    worked: words`the new version of ${code(extension)} is listed, and what uses it works`,
    undo: gone(
      words`a way back to an older version is not confirmed`,
      words`what was written since the backup, if the database must be restored`,
    ),
  });

export const routines = { replaceRoutine, createExtension, updateExtension };
