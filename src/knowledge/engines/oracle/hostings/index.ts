import type { Hosting } from '#model/engine.ts';
import { amazonRds } from './amazon-rds.ts';
import { autonomous } from './autonomous.ts';
import { exadata } from './exadata.ts';
import { ociBase } from './oci-base.ts';
import { other } from './other.ts';
import { selfManaged } from './self-managed.ts';

/** In the order in which they are offered. */
export const hostings: readonly Hosting[] = [selfManaged, ociBase, autonomous, exadata, amazonRds, other];
