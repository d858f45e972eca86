import type { ChangeExample } from './change-example.ts';

/** The one extension that every server has. */
const extension = 'plpgsql';

export const examples: readonly ChangeExample[] = [
  {
    change: 'change-extension',
    title: 'An extension that nothing uses yet',
    schema: [`DROP EXTENSION IF EXISTS plpgsql`],
    fields: { extension, does: 'install' },
    keepsRows: [],
  },
  {
    change: 'change-extension',
    title: 'An extension to the version that is offered',
    schema: [`CREATE EXTENSION IF NOT EXISTS plpgsql`],
    fields: { extension, does: 'upgrade', from: '1.0', to: '1.0' },
    keepsRows: [],
  },
];
