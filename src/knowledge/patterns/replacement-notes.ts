import type { ChangeContext, Part } from '#model/change.ts';
import type { Text } from '#model/text.ts';
import { code, words } from '#model/text.ts';
import type { Replacement } from './replacement.ts';
import { meansOf, namesOf } from './replacement.ts';

/** What the code of each release must do, in words that fit any stack. */
export function replacementNotes(
  context: ChangeContext,
  replacement: Replacement,
  ignores: { readonly today: readonly Text[]; readonly last: readonly Text[] },
): NonNullable<Part['releaseNotes']> {
  const { from, to, narrows, default: given } = replacement;
  const { old, flag } = namesOf(replacement);
  const { synced, flagged } = meansOf(context);
  const defaultText = given === undefined ? '' : given;

  const writes: readonly Text[] = [
    words`One setter writes ${code(from)} and ${code(to)}${synced ? '' : '; bulk writes, jobs, imports and consoles go through it too, or stop'}.`,
    ...(synced || given === undefined
      ? []
      : [words`It fills both with ${code(defaultText)} itself when nobody gives a value.`]),
  ];
  const reads: readonly Text[] = [
    words`Readers get ${code(from)} while a record is new or ${code(to)} is ${context.engine.terms.empty}; queries, enums and scopes go through one method.`,
    ...(flagged
      ? [
          words`${code(flag)} is read once per request or job; off when its service is down.`,
          words`Tested with the flag on: a row inserted without a value and read in the same request.`,
        ]
      : []),
  ];
  const limit: readonly Text[] = narrows
    ? [
        words`Accepts only values that ${code(old)} can hold, until it is dropped: a larger one fails in the ${synced ? 'sync' : 'write of both'}.`,
      ]
    : [];
  const newOnly: readonly Text[] = [
    words`Names ${code(from)} nowhere: models, raw statements, jobs, health checks.`,
    ...(given === undefined
      ? []
      : [words`Supplies ${code(defaultText)} for ${code(to)} itself: the database has no default for it yet.`]),
    ...ignores.last,
  ];

  return {
    ...(ignores.today.length > 0 ? { today: ignores.today } : {}),
    'write-both': flagged
      ? [...writes, ...reads, ...limit]
      : [...writes, words`It still reads ${code(from)} everywhere.`, ...limit],
    ...(flagged ? {} : { switch: reads }),
    ...(synced
      ? { retire: [...newOnly, ...limit] }
      : { retire: [words`Reads ${code(to)} only and still writes both columns.`, ...limit], contract: newOnly }),
  };
}
