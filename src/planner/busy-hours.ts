import type { Brief, Hours } from '#model/brief.ts';
import { isGiven } from '#model/given.ts';
import { meetsHours, readClock } from '#model/time.ts';

/** A dependency that runs at hours of its own, in its words. */
export const timedDependencies = ({ dependencies }: Brief): Brief['dependencies'] =>
  dependencies.filter(({ when }) => /\d/.test(when));

/** Ranges such as `01:00–01:40` in what was written about a dependency. Other zones than UTC are left to the reader. */
function rangesIn(when: string): readonly Hours[] {
  if (/[+-]\d|\b(?!UTC)[A-Z]{3,4}\b/.test(when.replaceAll(/\d{1,2}:\d{2}/g, ''))) return [];
  return [...when.matchAll(/(\d{1,2}:\d{2})\s*(?:–|—|-|to|until)\s*(\d{1,2}:\d{2})/g)].flatMap(
    ([, start = '', end = '']) => {
      const [from, to] = [readClock(start), readClock(end)];
      return from === undefined || to === undefined ? [] : [{ from: from % 1440, to: to % 1440 }];
    },
  );
}

/** Hours of every day in which something runs that depends on the data. */
export const dependentHours = (brief: Brief): readonly Hours[] =>
  timedDependencies(brief).flatMap(({ when }) => rangesIn(when));

/** Dependencies that run while the window is open. */
export function inTheWindow(brief: Brief): Brief['dependencies'] {
  const open = brief.window;
  return isGiven(open)
    ? timedDependencies(brief).filter(({ when }) =>
        rangesIn(when).some((hours) => meetsHours(open.start, open.minutes, hours)),
      )
    : [];
}
