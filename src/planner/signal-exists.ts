import type { SignalFamily } from '#model/engine.ts';
import type { Core } from './core.ts';

/** False where the engine says that there is no such thing on it: no deadlocks, no connections, nothing left behind by what was cancelled. */
export const signalExists = ({ brief: { engine, situation, tables } }: Core, family: SignalFamily): boolean =>
  !engine
    .watches(situation, tables[0]?.name ?? '<table>')
    .some((watch) => watch.family === family && watch.absent === true);
