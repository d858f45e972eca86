/** Hours of every day, minutes from midnight; `to` below `from` crosses midnight. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const dayMinutes = 1440;
const weekdays = ['Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue', 'Wed'] as const;

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

const modulo = (value: number, by: number): number => ((value % by) + by) % by;

/** Days from 1970-01-01 to a date of the Gregorian calendar (Hinnant, chrono-compatible date algorithms). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date that many days after 1970-01-01, as `2026-12-08`. */
export function civilFromDays(days: number): string {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** Days from 1970-01-01 to `2026-12-08`; `undefined` for other text and for dates that do not exist, such as 2026-02-30. */
export function readDate(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim()) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const days = daysFromCivil(Number(year), Number(month), Number(day));
  return civilFromDays(days) === `${year}-${month}-${day}` ? days : undefined;
}

/** Minutes from midnight of `02:00`, `2:00` or `24:00`; `undefined` for other text. */
export function readClock(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})(?::\d{2})?$/.exec(text.trim()) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const total = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && total <= dayMinutes ? total : undefined;
}

/** Minutes by which a zone is ahead of UTC: `UTC`, `+01:00`, `UTC-5`, `GMT+0530`. Names of places are not known here. */
export function readZone(text: string): number | undefined {
  const bare = text
    .trim()
    .toUpperCase()
    .replaceAll('−', '-')
    .replace(/^(UTC|GMT)\s*/, '');
  if (bare === 'Z' || (bare === '' && text.trim() !== '')) return 0;
  const [, sign, hours, minutes = '00'] = /^([+-])\s?(\d{1,2}):?(\d{2})?$/.exec(bare) ?? [];
  if (sign === undefined || hours === undefined) return undefined;
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > 14 * 60) return undefined;
  return sign === '-' ? 0 - total : total;
}

/** `2026-12-08T02:00` from days and minutes, which may lie outside that day. */
export function momentOf(days: number, minutes: number): string {
  const whole = days + Math.floor(minutes / dayMinutes);
  const rest = modulo(minutes, dayMinutes);
  return `${civilFromDays(whole)}T${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`;
}

const split = (moment: string): readonly [number, number] => [
  readDate(moment.slice(0, 10)) ?? 0,
  readClock(moment.slice(11, 16)) ?? 0,
];

/** A moment some minutes later, or earlier. */
export function addMinutes(moment: string, minutes: number): string {
  const [days, clock] = split(moment);
  return momentOf(days, clock + minutes);
}

/** `Tue` for a date or a moment. */
const weekdayOf = (moment: string): string => weekdays[modulo(readDate(moment.slice(0, 10)) ?? 0, 7)] ?? 'Thu';

/** `Tue 2026-12-08 02:00 UTC`. */
export const formatMoment = (moment: string): string =>
  `${weekdayOf(moment)} ${moment.slice(0, 10)} ${moment.slice(11, 16)} UTC`;

/** `04:20 UTC`. */
export const formatClock = (moment: string): string => `${moment.slice(11, 16)} UTC`;

/** `Tue 2026-12-08 02:00–05:00 UTC`; the second date is written where the window crosses midnight. */
export function formatWindow(start: string, end: string): string {
  const sameDay = start.slice(0, 10) === end.slice(0, 10);
  const until = sameDay ? end.slice(11, 16) : `${weekdayOf(end)} ${end.slice(0, 10)} ${end.slice(11, 16)}`;
  return `${weekdayOf(start)} ${start.slice(0, 10)} ${start.slice(11, 16)}–${until} UTC`;
}

/** `17:00–21:00 UTC`. */
export const formatHours = ({ from, to }: Span): string =>
  `${pad(Math.floor(from / 60))}:${pad(from % 60)}–${pad(Math.floor(to / 60))}:${pad(to % 60)} UTC`;

/** Local hours as hours in UTC. 24:00 becomes 00:00. */
export const toUtc = ({ from, to }: Span, ahead: number): Span => ({
  from: modulo(from - ahead, dayMinutes),
  to: modulo(to - ahead, dayMinutes),
});

/** Minutes of the day that a span covers; crossing midnight counts on. Equal ends cover nothing. */
export const spanMinutes = ({ from, to }: Span): number => modulo(to - from, dayMinutes);

/** Whether a stretch that begins at a moment meets the hours of any day. */
export function meetsHours(start: string, minutes: number, hours: Span): boolean {
  const [, from] = split(start);
  const until = modulo(hours.from - from, dayMinutes);
  const inside = modulo(from - hours.from, dayMinutes) < spanMinutes(hours);
  return inside || (spanMinutes(hours) > 0 && until < minutes);
}

/** Minutes in the unit that a person would say: `90 min`, `2.7 h`, `2.1 days`. */
export const durationText = (minutes: number): string =>
  minutes < 120
    ? `${Math.round(minutes)} min`
    : minutes < 48 * 60
      ? `${Math.round(minutes / 6) / 10} h`
      : `${Math.round(minutes / 144) / 10} days`;
