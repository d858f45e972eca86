import type { Answers } from '#model/answers.ts';
import type { Contradiction, Hours, Window } from '#model/brief.ts';
import { isGiven, notGiven } from '#model/given.ts';
import { riskPage } from '#model/pages/risk.ts';
import { scalePage } from '#model/pages/scale.ts';
import { readMinutes } from '#model/quantity.ts';
import { addMinutes, civilFromDays, momentOf, readClock, readDate, readZone, toUtc } from '#model/time.ts';
import type { Place, Read } from './read.ts';
import { found, quote, readNumber, refused, typed } from './read.ts';

const riskPlace = (field: 'windowDate' | 'windowStart' | 'windowMinutes' | 'windowZone'): Place => ({
  page: 'risk',
  field,
  label: riskPage.questions[field].label,
});
const scalePlace = (field: 'peakFrom' | 'peakTo' | 'zone'): Place => ({
  page: 'scale',
  field,
  label: scalePage.questions[field].label,
});

/** Minutes ahead of UTC. A blank is read as UTC; the assumptions say so. */
function readOffset(place: Place, text: string): Read<number> {
  const zone = typed(text);
  if (!isGiven(zone)) return found(0);
  const ahead = readZone(zone);
  return ahead === undefined
    ? refused(
        place,
        `${place.label}: ${quote(text)} has no fixed offset here. Enter the offset that holds on that day, for example +01:00, or UTC.`,
      )
    : found(ahead);
}

function readClockAt(place: Place, text: string): Read<number> {
  const given = typed(text);
  if (!isGiven(given)) return found<number>(notGiven);
  const minutes = readClock(given);
  return minutes === undefined
    ? refused(place, `${place.label}: ${quote(text)} is no time of day. Enter it as 02:00.`)
    : found(minutes);
}

function readDay(text: string, today: string): Read<number> {
  const place = riskPlace('windowDate');
  const given = typed(text);
  if (!isGiven(given)) return found<number>(notGiven);
  const days = readDate(given);
  if (days === undefined)
    return refused(place, `The date ${quote(text)} does not exist in the calendar. Enter it as 2026-12-08.`);
  const now = readDate(today);
  return now !== undefined && days < now
    ? refused(
        place,
        `The date ${civilFromDays(days)} is over: this document is of ${today}. Enter a day that is still to come.`,
      )
    : found(days);
}

function readLength(text: string): Read<number> {
  const place = riskPlace('windowMinutes');
  const read = readNumber(place, text, readMinutes, { least: Number.NEGATIVE_INFINITY, example: '180' });
  if (!isGiven(read.value) || read.value > 0) return read;
  return refused(
    place,
    read.value < 0
      ? `The window ends before it starts: it lasts ${quote(text)}. Enter how many minutes it lasts, for example 180.`
      : 'The window lasts 0 minutes: nothing can be run and taken back in it. Enter how many minutes it lasts, for example 180.',
  );
}

/** The window in UTC, if its day, its start and its length were given. */
export function readWindow({ risk }: Answers, today: string): Read<Window> {
  const day = readDay(risk.windowDate, today);
  const start = readClockAt(riskPlace('windowStart'), risk.windowStart);
  const minutes = readLength(risk.windowMinutes);
  const ahead = readOffset(riskPlace('windowZone'), risk.windowZone);
  const contradictions = [day, start, minutes, ahead].flatMap((read): readonly Contradiction[] => read.contradictions);
  if (!isGiven(day.value) || !isGiven(start.value) || !isGiven(minutes.value) || !isGiven(ahead.value))
    return { value: notGiven, contradictions };
  const from = momentOf(day.value, start.value - ahead.value);
  return {
    value: { start: from, end: addMinutes(from, Math.floor(minutes.value)), minutes: Math.floor(minutes.value) },
    contradictions,
  };
}

/** The peak hours in UTC, if both ends were given. */
export function readPeak({ scale }: Answers): Read<Hours> {
  const from = readClockAt(scalePlace('peakFrom'), scale.peakFrom);
  const to = readClockAt(scalePlace('peakTo'), scale.peakTo);
  const ahead = readOffset(scalePlace('zone'), scale.zone);
  const contradictions = [from, to, ahead].flatMap((read): readonly Contradiction[] => read.contradictions);
  if (!isGiven(from.value) || !isGiven(to.value) || !isGiven(ahead.value)) return { value: notGiven, contradictions };
  const length = (to.value - from.value + 1440) % 1440;
  if (length === 0 || length === 1439)
    return refused(
      scalePlace('peakTo'),
      'The peak lasts the whole day, which leaves no hour for heavy work. Enter the hours with most traffic, for example 17:00 to 21:00.',
    );
  return { value: toUtc({ from: from.value, to: to.value }, ahead.value), contradictions };
}
