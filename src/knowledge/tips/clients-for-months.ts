import { manual } from '#model/source.ts';
import { defineTip } from '#model/tip.ts';

export const clientsForMonths = defineTip({
  id: 'clients-for-months',
  page: 'stack',
  beside: 'runs',
  when: ({ stack }) => stack.runs.includes('clients'),
  says: 'Versions on devices run for months and do not roll back with the servers. Keep what they read and write until telemetry shows that the last of them is gone.',
  source: manual('https://google.aip.dev/180'),
});
