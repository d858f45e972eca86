import type { Answers } from '#model/answers.ts';
import { engineChoices } from '#knowledge/engines/index.ts';

/** A plan in a few words: `PostgreSQL 16 · orders`. */
export function draftTitle({ database, scale, change }: Answers): string {
  const engine = engineChoices.find(({ id }) => id === database.engine)?.name ?? '';
  const version = /^\d/.test(database.version) ? ` ${database.version}` : '';
  const tables = [
    ...new Set([...scale.tables.map(({ name }) => name), ...change.changes.map(({ fields }) => fields['table'] ?? '')]),
  ].filter((name) => name !== '');
  const parts = [engine === '' ? '' : `${engine}${version}`, tables.slice(0, 3).join(', ')].filter(
    (part) => part !== '',
  );
  return parts.join(' · ') || 'a plan without a name yet';
}

/** `14:02` today, `23 Nov, 14:02` on another day, in the person's own time. */
export function savedWhen(savedAt: string, now: Date = new Date()): string {
  const then = new Date(savedAt);
  if (Number.isNaN(then.getTime())) return 'some time ago';
  const clock = then.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
  const sameDay = then.toDateString() === now.toDateString();
  return sameDay ? clock : `${then.toLocaleDateString('en-GB', { day: 'numeric', month: 'short' })}, ${clock}`;
}
