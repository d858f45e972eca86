import { checkStep, defineChange, hold, step } from '#model/change.ts';
import { choiceField, nameField } from '#model/fields.ts';
import { code, words } from '#model/text.ts';
import { answeredAs } from '../patterns/answered-as.ts';
import { openFields } from '../patterns/open-fields.ts';
import { needsNothing } from '../patterns/table-needs.ts';
import { withStatement } from '../patterns/with-statement.ts';

const fields = {
  extension: nameField('Extension', { essential: true, gives: 'the name in every statement' }),
  does: choiceField('What happens to it?', {
    essential: true,
    options: [
      { id: 'install', label: 'It is installed' },
      { id: 'upgrade', label: 'It is upgraded' },
    ],
    gives: 'whether there is a way back',
  }),
  from: nameField('Version today', {
    when: { field: 'does', is: ['upgrade'] },
    gives: 'which notes to read, and what a restore must offer',
  }),
  to: nameField('New version', { gives: 'a version that is the same on every node' }),
} as const;

export const changeExtension = defineChange({
  id: 'change-extension',
  title: 'Install or upgrade an extension',
  group: 'Server',
  hint: 'Code that the database server loads',
  nature: 'transform',
  natureOf: (answers) => (answers['does'] === 'install' ? 'additive' : 'transform'),
  fields,
  part: (context) => {
    const { engine } = context;
    const extension = context.name('extension');
    const installs = context.fields['does'] === 'install';
    const change = installs
      ? engine.createExtension({ extension, ...answeredAs(context, 'to', 'version') })
      : engine.updateExtension({
          extension,
          ...answeredAs(context, 'from', 'from'),
          ...answeredAs(context, 'to', 'to'),
        });

    return {
      summary: installs
        ? words`Install the extension ${code(extension)}; nothing uses it yet`
        : words`Upgrade the extension ${code(extension)}${context.answered('to') ? words` to ${code(context.name('to'))}` : ''}; most extensions cannot be taken back to an older version in place`,
      strategy: installs
        ? {
            name: words`Install it, use it later`,
            why: words`As long as no column, index or release uses ${code(extension)}, it can go again.`,
            rejected: [
              {
                what: words`Install it in the migration that first uses it`,
                because: words`a missing package on one node would then stop the whole change halfway`,
              },
            ],
          }
        : {
            name: words`Rehearse on a restored copy, then upgrade in place`,
            why: words`The way back is a restore, so everything that could go wrong must have gone wrong on the copy.`,
            rejected: [
              {
                what: words`Drop it and install the new version`,
                because: words`every column, index and function that uses ${code(extension)} would go with it`,
              },
              {
                what: words`Upgrade it together with the server`,
                because: words`two causes for one fault; the way back of either would undo both`,
              },
            ],
          },
      before: [],
      copies: [],
      application: { today: needsNothing },
      phases: [
        {
          stage: 'prepare',
          title: words`Is ${code(extension)} the same on every node?`,
          why: words`A replica or a new primary without the files fails when it is needed most.`,
          steps: [
            checkStep(
              words`On the primary, every replica and the restored copy: which versions of ${code(extension)} are there`,
              words`the version wanted is offered on all; the provider supports it`,
              { proves: 'versions' },
            ),
            checkStep(
              words`On the restored copy: ${installs ? 'install' : 'upgrade'}, run the application’s own tests, then the way back`,
              words`green; minutes written down: ______`,
              { proves: 'rehearsed', minutes: { kind: 'measure', what: words`minutes of the rehearsal` } },
            ),
          ],
        },
        installs
          ? {
              stage: 'expand',
              title: words`Install ${code(extension)}`,
              why: words`Nothing uses it yet.`,
              steps: [step(change, { proves: 'installed' })],
            }
          : {
              stage: 'contract',
              title: words`Upgrade ${code(extension)}`,
              why: words`From here on only a restore brings the old version, so this is a window of its own.`,
              gate: {
                title: words`End of the way back for ${code(extension)}`,
                criteria: [
                  words`the rehearsal was green, and took ______ min`,
                  words`a backup of today was restored, with the old version of ${code(extension)}, in ______ min`,
                  words`______ has accepted by name what a restore loses: every write since the upgrade`,
                ],
              },
              steps: [
                step(change, { proves: 'installed' }),
                hold(words`Watch what uses ${code(extension)}`, words`no trigger for 60 min`, {
                  kind: 'assumed',
                  minutes: 60,
                }),
              ],
            },
      ],
      checks: [
        {
          key: 'versions',
          title: words`Versions of ${code(extension)}`,
          when: 'before',
          stages: ['prepare'],
          how: words`Installed and offered, on every node`,
          ...withStatement(engine.query.extensionVersions({ extension })),
          expected: words`the version wanted is offered everywhere`,
          tolerance: words`none`,
        },
        {
          key: 'rehearsed',
          title: words`What uses ${code(extension)}`,
          when: 'before',
          stages: ['prepare'],
          how: words`Columns, indexes, functions and settings that come from it; what its release notes say of each between the two versions`,
          expected: words`a list, with what must be built again`,
          tolerance: words`none that was not read`,
        },
        {
          key: 'installed',
          title: words`Version after`,
          when: 'after',
          stages: installs ? ['expand'] : ['contract'],
          how: words`Installed version on the primary; one statement that uses it on every replica`,
          ...withStatement(engine.query.extensionVersions({ extension })),
          expected: words`the version wanted; the statement answers as before`,
          tolerance: words`none`,
        },
        {
          key: 'answers',
          title: words`Answers that depend on ${code(extension)}`,
          when: 'after',
          stages: installs ? ['expand'] : ['contract'],
          how: words`Twenty statements of the application that use it, before and after: results and p95`,
          expected: words`same results; p95 within 10 %`,
          tolerance: words`10 % of time, no difference in results`,
        },
      ],
      checklist: [
        {
          title: words`Files on every node`,
          detail: words`Package and version on primary, replicas, the machine that restores backups, and new nodes from the image: ______`,
          critical: true,
        },
        {
          title: words`Rights and loading`,
          detail: words`Who may install it; whether it must be loaded at the server’s start, which means a restart: ______`,
          critical: false,
        },
      ],
      questions: openFields(context, fields),
      touches: [],
    };
  },
});
