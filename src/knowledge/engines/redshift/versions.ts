import type { Version } from '#model/engine.ts';

/** A service that brings in its own patches; nobody chooses a version. */
export const versions: readonly Version[] = [{ id: 'current', name: 'The current service' }];
