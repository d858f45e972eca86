import { expect, it } from 'vitest';
import type { Dependency, Duty } from '#model/dependency.ts';
import { inventedDependency, replacingPart } from '#model/testing.ts';
import { plain } from '#model/text.ts';
import { completeChecks } from './checks.ts';
import { dependentText, momentsOf, pausedDependents, quietAtLocks } from './dependents.ts';
import { coreWith, largeCore, smallCore } from './invented-core.ts';

const named = (kind: Dependency, rest: { readonly name?: string; readonly when?: string } = {}) => ({
  kind,
  name: 'export',
  reads: 'parcels.state',
  when: '',
  owner: 'Bo',
  ...rest,
});

const doing = (...duties: readonly [Duty, ...Duty[]]): Dependency => inventedDependency({ duties });

it('finds each moment of a replacement in its phase, and only the first time that something comes or goes', () => {
  const { phases } = largeCore();
  const stageOf = (id: string | undefined) => phases.find((phase) => phase.id === id)?.stage;
  const { arrival, rows, switch: moved, departure, deploy } = momentsOf(largeCore());
  expect([arrival.map(stageOf), rows.map(stageOf), moved.map(stageOf), departure.map(stageOf)]).toEqual([
    ['expand'],
    ['backfill'],
    ['switch'],
    ['contract'],
  ]);
  expect(deploy.map(stageOf)).toEqual(['write-both', 'retire']);
});

it('leaves out what a plan has no moment for', () => {
  expect(momentsOf(smallCore())).toMatchObject({ rows: [], switch: [], departure: [], deploy: [] });
  const text = plain(dependentText(smallCore(), named(inventedDependency())));
  expect(text).toBe('reads parcels.state; before phase 1: feed them; back: call them back. Confirmed by Bo ☐');
});

it('says in running order before which phase it is ready, when it stands still, before which it has moved', () => {
  const core = largeCore();
  const { arrival, rows, departure } = momentsOf(core);
  expect(plain(dependentText(core, named(inventedDependency())))).toBe(
    `reads parcels.state; before phase ${arrival[0]}: feed them; in phase ${rows[0]}: keep them in; before phase ${departure[0]}: show them the new house; back: call them back. Confirmed by Bo ☐`,
  );
});

it('counts a column that later writes leave behind as gone: its readers would get old values', () => {
  const [first, ...rest] = replacingPart().phases;
  const frozen = rest.map((phase) =>
    phase.stage === 'retire' ? { ...phase, steps: [...phase.steps, ...(rest.at(-1)?.steps ?? [])] } : phase,
  );
  const core = coreWith({}, [replacingPart({ phases: [first, ...frozen] })]);
  expect(core.phases.find(({ id }) => id === momentsOf(core).departure[0])?.stage).toBe('retire');
});

it('tells clients of the release that no longer names it, and who reads the database of the drop', () => {
  const { phases } = largeCore();
  const { retirement, departure } = momentsOf(largeCore());
  expect(phases.find(({ id }) => id === retirement[0])?.stage).toBe('retire');
  expect(Number(retirement[0])).toBeLessThan(Number(departure[0]));
});

it('says so where nothing of the plan concerns it', () => {
  const kind = doing({ when: 'before', moment: 'departure', does: ['pack'] });
  expect(plain(dependentText(smallCore(), named(kind)))).toBe(
    'reads parcels.state; does not move with this. Confirmed by Bo ☐',
  );
});

it('pauses in the phases of the moment, and asks in the checks for it to be on again', () => {
  const core = largeCore({ dependencies: [named(inventedDependency())] });
  const { rows } = momentsOf(core);
  expect(pausedDependents(core)).toEqual([{ name: 'export', phases: rows }]);
  const how = completeChecks(core).find(({ title }) => plain(title) === 'dependents')?.how ?? [];
  expect(plain(how)).toBe(`export on again after phase ${rows[0]}; each owner confirms`);
  expect(pausedDependents(smallCore({ dependencies: [named(inventedDependency())] }))).toEqual([]);
});

it('looks shortly before a schema step at what must be quiet in it, not in advance', () => {
  const kind = doing({ when: 'in', moment: 'lock', does: ['no pigeon in the air'] });
  const timed = named(kind, { when: '01:00 UTC' });
  const core = largeCore({ dependencies: [timed, named(inventedDependency(), { name: 'feed', when: '02:00' })] });
  expect(quietAtLocks(core).map(plain)).toEqual([
    'export (01:00 UTC): no pigeon in the air',
    'not running: feed (02:00)',
  ]);
  expect(plain(dependentText(core, timed))).not.toContain('pigeon in the air');
});
