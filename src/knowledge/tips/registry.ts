import type { Tip } from '#model/tip.ts';
import * as entries from './index.ts';

export const tips: readonly Tip[] = Object.values(entries);
