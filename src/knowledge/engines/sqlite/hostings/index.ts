import type { Hosting } from '#model/engine.ts';
import { cloudflareD1 } from './cloudflare-d1.ts';
import { litefs } from './litefs.ts';
import { litestream } from './litestream.ts';
import { onDevices } from './on-devices.ts';
import { other } from './other.ts';
import { selfManaged } from './self-managed.ts';
import { turso } from './turso.ts';

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [selfManaged, onDevices, litestream, litefs, turso, cloudflareD1, other];
