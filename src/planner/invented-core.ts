import type { Brief } from '#model/brief.ts';
import type { Part } from '#model/change.ts';
import { briefWith, inventedPart, people, plannedChange, replacingPart } from '#model/testing.ts';
import { buildPhases } from './build-phases.ts';
import type { Core } from './core.ts';
import { pointOfNoReturn } from './point-of-no-return.ts';

/** A core of an invented plan: what the rest of the planner is tested on. */
export function coreWith(brief: Partial<Brief> = {}, parts: readonly Part[] = [inventedPart()]): Core {
  const whole = briefWith(brief);
  const { environment: _, ...built } = buildPhases(whole, parts);
  const last = pointOfNoReturn(built.phases)?.id;
  return { brief: whole, parts, ...built, ...(last === undefined ? {} : { pointOfNoReturn: last }) };
}

/** A low-risk additive change to a small table. */
export const smallCore = (brief: Partial<Brief> = {}): Core =>
  coreWith({
    risk: 'low',
    tables: [{ name: 'parcels', rows: 4000, gigabytes: 0.01, writesPerSecond: 2, readsPerSecond: 5, key: 'id' }],
    ...brief,
  });

/** The replacement of a column on a large, busy table, with much of the brief given. */
export const largeCore = (brief: Partial<Brief> = {}): Core =>
  coreWith(
    {
      risk: 'high',
      downtime: 'none',
      tables: [{ name: 'parcels', rows: 48e6, gigabytes: 31, writesPerSecond: 350, readsPerSecond: 2000, key: 'id' }],
      deploy: 'rolling',
      deployMinutes: 12,
      window: { start: '2026-12-08T02:00', end: '2026-12-08T05:00', minutes: 180 },
      topology: {
        given: true,
        replicas: 2,
        hasReplicas: true,
        replicaUse: ['analytics'],
        multiRegion: false,
        pooler: { name: 'Bouncer', mode: 'transaction' },
        changeCapture: { kind: 'not-given' },
      },
      traits: {
        names: ['Elephant'],
        remembersColumns: true,
        ignoreColumn: { kind: 'not-given' },
        overlap: true,
        hasFlags: true,
      },
      people: people({ executor: 'Ada' }),
      changes: [plannedChange({ nature: 'rename' })],
      ...brief,
    },
    [replacingPart()],
  );
