const digits = new Intl.NumberFormat('en');

export const characters = (length: number): string => `${digits.format(length)} characters`;

/** Where text of this length no longer fits; nothing while it fits everywhere. */
export function sizeWarning(length: number): string | undefined {
  if (length > 60_000) {
    return 'Longer than 60,000 characters: a GitHub issue may refuse it and Slack cuts it. Attach the file instead of pasting.';
  }
  return length > 40_000
    ? 'Longer than 40,000 characters: Slack cuts it there. Attach the file instead of pasting.'
    : undefined;
}

/** Messages beyond this are split by chat programs. */
export const chatLimit = 3500;
