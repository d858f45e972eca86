const digits = new Intl.NumberFormat('en');

const characters = (count: number) => `${digits.format(count)} ${count === 1 ? 'character' : 'characters'}`;

/** What the counter shows. Nothing before three quarters of the limit. */
export function lengthLeft(length: number, limit: number): string {
  if (length < limit * 0.75) return '';
  return length > limit ? `${characters(length - limit)} too many` : `${characters(limit - length)} left`;
}

/** What the counter says aloud. It changes three times at most, so that nobody is interrupted at every key. */
export function lengthSaid(length: number, limit: number): string {
  if (length < limit * 0.75) return '';
  if (length > limit) return `Longer than ${characters(limit)}`;
  return length < limit * 0.9 ? `Three quarters of ${characters(limit)} used` : `Nearly ${characters(limit)} used`;
}
