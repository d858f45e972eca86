/** What a typed number can be: a number, nothing, or text that is no number. */
export type Quantity =
  { readonly kind: 'number'; readonly value: number } | { readonly kind: 'blank' } | { readonly kind: 'unreadable' };

const blank: Quantity = { kind: 'blank' };
const unreadable: Quantity = { kind: 'unreadable' };

const multiples: Readonly<Record<string, number>> = {
  '': 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  billions: 1e9,
};

/** GiB in one of each unit; a bare number means GB. */
const sizes: Readonly<Record<string, number>> = {
  '': 1,
  b: 1 / 1024 ** 3,
  kb: 1 / 1024 ** 2,
  kib: 1 / 1024 ** 2,
  m: 1 / 1024,
  mb: 1 / 1024,
  mib: 1 / 1024,
  g: 1,
  gb: 1,
  gib: 1,
  t: 1024,
  tb: 1024,
  tib: 1024,
  pb: 1024 ** 2,
};

const minuteUnits: Readonly<Record<string, number>> = {
  '': 1,
  s: 1 / 60,
  sec: 1 / 60,
  second: 1 / 60,
  seconds: 1 / 60,
  min: 1,
  mins: 1,
  minute: 1,
  minutes: 1,
  m: 1,
  h: 60,
  hour: 60,
  hours: 60,
  d: 1440,
  day: 1440,
  days: 1440,
};

const secondUnits: Readonly<Record<string, number>> = {
  ...Object.fromEntries(Object.entries(minuteUnits).map(([unit, minutes]) => [unit, Math.round(minutes * 60)])),
  '': 1,
  ms: 0.001,
};

/** Digits with their separators: groups of three by comma, dot, space or apostrophe, and one decimal sign. */
function readDigits(text: string): number | undefined {
  const compact = text.replaceAll(/(?<=\d)[\s_'’  ](?=\d{3}(?!\d))/g, '');
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(compact)) return Number(compact.replaceAll(',', ''));
  if (/^-?\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(compact)) return Number(compact.replaceAll('.', '').replace(',', '.'));
  if (/^-?\d+[.,]\d+$/.test(compact)) return Number(compact.replace(',', '.'));
  return /^-?\d+$/.test(compact) ? Number(compact) : undefined;
}

/** What people write around a number that does not change it. */
const strip = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll('−', '-')
    .replace(/^(~|≈|\+|about|approx\.?|approximately|around|ca\.?|circa)\s*/, '')
    .replace(/\s*(rows?|writes?|reads?|replicas?)?\s*(\/\s?s|per second|times|×|x|%|percent)?$/, '');

const readIn =
  (units: Readonly<Record<string, number>>) =>
  (text: string): Quantity => {
    const bare = strip(text);
    if (text.trim() === '' || text === 'not-sure') return blank;
    const [, digits = '', unit = ''] = /^(-?[\d.,\s_'’  ]*\d)\s*([a-zµ]*)\.?$/.exec(bare) ?? [];
    const number = readDigits(digits);
    const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
    return number === undefined || factor === undefined ? unreadable : { kind: 'number', value: number * factor };
  };

/** A count as people type it: `48M`, `48 million`, `48,000,000`, `48 000 000`, `1.5k`. Blank is not zero. */
export const readCount = readIn(multiples);
/** GB: `2 TB`, `900 GB`, `31`. */
export const readGigabytes = readIn(sizes);
/** Minutes: `12`, `12 min`, `90 s`, `3 h`. */
export const readMinutes = readIn(minuteUnits);
/** Seconds: `30`, `500 ms`, `2 min`. */
export const readSeconds = readIn(secondUnits);
