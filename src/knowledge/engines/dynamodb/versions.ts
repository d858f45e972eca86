import type { Version } from '#model/engine.ts';

/** A service without versions. */
export const versions: readonly Version[] = [{ id: 'current', name: 'as it runs today' }];
