import { expect, it } from 'vitest';
import { checkStep } from '#model/change.ts';
import type { Script, Undo } from '#model/statement.ts';
import { briefWith, inventedScript, inventedStatement, unmeasured } from '#model/testing.ts';
import { stepMinutes, timedUndo } from './schedule.ts';

const brief = briefWith({ tables: [{ ...unmeasured('parcels'), rows: 5e6, gigabytes: 410 }] });

const copied = inventedScript(
  inventedStatement('copy back', {
    repeat: { kind: 'key-range', table: 'parcels', key: 'id', size: 5000, pauseSeconds: 0.5 },
  }),
);
const undoOf = (...[first = copied, ...rest]: readonly Script[]): Undo => ({
  kind: 'statements',
  scripts: [first, ...rest],
  minutes: { kind: 'measure', what: ['the copy back'] },
  loses: 'nothing',
});

it('gives a look over every row the minutes of a scan, and never less than its own', () => {
  const look = (scans: string) => stepMinutes(brief, checkStep(['Compare'], ['0 rows'], { scans }));
  expect(look('parcels')).toMatchObject({ minutes: 35 });
  expect(look('elsewhere')).toMatchObject({ minutes: 10 });
});

it('knows what a way back by a loop takes, where the rows are given', () => {
  expect(timedUndo(brief, undoOf())).toMatchObject({ minutes: { kind: 'assumed', minutes: 18 } });
  expect(timedUndo(briefWith({ tables: [] }), undoOf())).toEqual(undoOf());
});
