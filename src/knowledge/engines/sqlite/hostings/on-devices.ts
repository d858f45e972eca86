import type { Hosting } from '#model/engine.ts';
import { code, words } from '#model/text.ts';
import { inManual } from '../manual.ts';

const fleet = words`what devices report, by release: share that has migrated, errors when the file is opened, crashes`;

export const onDevices: Hosting = {
  id: 'on-devices',
  name: 'A file on each device (mobile, desktop)',
  backup: words`nobody can copy the files from here: the release copies its own file (${code('VACUUM INTO')}) before it migrates it, where the device has room, and keeps the copy until the next release`,
  pointInTime: words`there is none from here: the release puts its own copy back where opening the migrated file fails; otherwise a new release goes forward`,
  copy: words`files of every ${code('user_version')} still in use, the largest and the oldest among them`,
  watches: [
    { family: 'locks', title: 'Errors on devices', reads: fleet },
    { family: 'blockers', title: 'Errors on devices', reads: fleet },
    {
      family: 'disk',
      title: 'Room on the device',
      reads: words`free room that devices report against twice the file; a migration that runs out of it must leave the old file as it was`,
    },
  ],
  notes: [
    words`A rolling deploy here is the store’s: old and new releases run for months, each on a file of its own, so they never share a schema; what they share is the server that they talk to`,
  ],
  source: inManual('pragma#pragma_user_version'),
};
