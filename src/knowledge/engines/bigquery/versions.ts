import type { Version } from '#model/engine.ts';

/** A service without versions to choose: every project runs the newest. */
export const versions: readonly Version[] = [{ id: 'current', name: 'The current service' }];
