import type { DiskGrowth } from '#model/engine.ts';
import { unconfirmed } from '#model/source.ts';

/** Estimates that are printed as assumed: the dry run replaces them. */
export const diskGrowth: DiskGrowth = {
  heapShare: 0.8,
  updateLog: 3.7,
  rewriteLog: 1.5,
  indexBytesPerRow: 40,
  source: unconfirmed('How far do free disk and log move on each node in the dry run?'),
};
