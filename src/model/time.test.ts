import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMinutes,
  civilFromDays,
  daysFromCivil,
  durationText,
  formatMoment,
  formatWindow,
  meetsHours,
  readClock,
  readDate,
  readZone,
  spanMinutes,
  toUtc,
} from './time.ts';

it('counts days as the calendar does', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
      const date = new Date(days * 86_400_000);
      expect(daysFromCivil(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(days);
      if (date.getUTCFullYear() > 999) expect(civilFromDays(days)).toBe(date.toISOString().slice(0, 10));
    }),
  );
});

it('refuses days that do not exist', () => {
  expect(readDate('2026-02-30')).toBeUndefined();
  expect(readDate('2028-02-29')).toBeDefined();
  expect(readDate('8.12.2026')).toBeUndefined();
});

it.each([
  ['02:00', 120],
  ['2:05', 125],
  ['24:00', 1440],
  ['24:01', undefined],
  ['2am', undefined],
])('reads the clock %s', (text, minutes) => expect(readClock(text)).toBe(minutes));

it.each([
  ['UTC', 0],
  ['Z', 0],
  ['+01:00', 60],
  ['UTC-5', -300],
  ['gmt+0530', 330],
  ['−03:00', -180],
  ['+15:00', undefined],
  ['Europe/Berlin', undefined],
  ['', undefined],
])('reads the zone %s', (text, minutes) => expect(readZone(text)).toBe(minutes));

it('names the day and writes the window', () => {
  expect(formatMoment('2026-12-08T02:00')).toBe('Tue 2026-12-08 02:00 UTC');
  expect(formatWindow('2026-12-08T02:00', addMinutes('2026-12-08T02:00', 180))).toBe('Tue 2026-12-08 02:00–05:00 UTC');
  expect(formatWindow('2026-12-31T23:30', addMinutes('2026-12-31T23:30', 60))).toBe(
    'Thu 2026-12-31 23:30–Fri 2027-01-01 00:30 UTC',
  );
});

describe('hours that cross midnight', () => {
  const night = { from: 22 * 60, to: 2 * 60 };

  it('are four hours long', () => expect(spanMinutes(night)).toBe(240));

  it('move with the zone', () => expect(toUtc(night, 180)).toEqual({ from: 19 * 60, to: 23 * 60 }));

  it.each([
    ['2026-12-08T23:00', 10, true],
    ['2026-12-08T01:59', 10, true],
    ['2026-12-08T02:00', 180, false],
    ['2026-12-08T21:00', 61, true],
    ['2026-12-08T21:00', 60, false],
  ])('meet %s + %i min: %s', (start, minutes, meets) => expect(meetsHours(start, minutes, night)).toBe(meets));
});

it.each([
  [1, '1 min'],
  [119, '119 min'],
  [164, '2.7 h'],
  [3036, '2.1 days'],
])('says %i minutes as %s', (minutes, says) => expect(durationText(minutes)).toBe(says));
