import type { Contradiction } from '#model/brief.ts';
import type { Given } from '#model/given.ts';
import { notGiven } from '#model/given.ts';
import type { Quantity } from '#model/quantity.ts';

/** A value read from an answer, and what to do where the answer cannot be. The answer itself is kept. */
export interface Read<Value> {
  readonly value: Given<Value>;
  readonly contradictions: readonly Contradiction[];
}

/** Where an answer stands: its page, its id there, and its label, in whose words the sentence is written. */
export interface Place {
  readonly page: string;
  readonly field: string;
  readonly label: string;
}

interface Limits {
  readonly above?: number;
  readonly least?: number;
  readonly most?: number;
  readonly example: string;
}

/** What was typed, or nothing: a blank and `not-sure` are not given. */
export const typed = (text: string): Given<string> => {
  const trimmed = text.trim();
  return trimmed === '' || trimmed === 'not-sure' ? notGiven : trimmed;
};

/** The choices that say something. */
export const chosen = (ids: readonly string[]): readonly string[] => ids.filter((id) => id !== 'not-sure' && id !== '');

/** Quotes what was typed, shortened to a line. */
export const quote = (text: string): string => {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return `“${line.length > 40 ? `${line.slice(0, 40)}…` : line}”`;
};

export const found = <Value>(value: Given<Value>): Read<Value> => ({ value, contradictions: [] });

/** Not given, with the sentence that says what to do. */
export const refused = (
  { page, field }: Place,
  says: string,
): { readonly value: typeof notGiven; readonly contradictions: readonly Contradiction[] } => ({
  value: notGiven,
  contradictions: [{ page, field, says }],
});

/** Reads a number within limits. A number outside them is not used and not lost: the sentence says what to enter. */
export function readNumber(place: Place, text: string, read: (text: string) => Quantity, limits: Limits): Read<number> {
  const quantity = read(text);
  const { above, least = 0, most, example } = limits;
  switch (quantity.kind) {
    case 'blank':
      return found<number>(notGiven);
    case 'unreadable':
      return refused(place, `${place.label}: ${quote(text)} is not one number. Enter one, for example ${example}.`);
    case 'number': {
      if (above !== undefined && quantity.value <= above)
        return refused(
          place,
          `${place.label}: ${quote(text)} is too small. Enter more than ${above}, for example ${example}.`,
        );
      if (quantity.value < least)
        return refused(
          place,
          `${place.label}: ${quote(text)} is below ${least}. Enter ${least} or more, for example ${example}.`,
        );
      if (most !== undefined && quantity.value > most)
        return refused(
          place,
          `${place.label}: ${quote(text)} is above ${most}. Enter ${most} or less, for example ${example}.`,
        );
      return found(quantity.value);
    }
  }
}
