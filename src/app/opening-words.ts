export const unreadableLink =
  'The link is not whole, or was not made here. Ask for it again, or for the downloaded runbook.';
export const tooLarge = 'The link unpacks to more than a plan can be. Ask for the downloaded runbook instead.';
export const tooNew =
  'A later version of this page wrote it. Reload this page to get that version, then open it again.';
