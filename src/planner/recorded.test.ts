import { expect, it } from 'vitest';
import type { Part } from '#model/change.ts';
import { step } from '#model/change.ts';
import type { Asked } from '#model/operations.ts';
import { inventedPart, inventedScript, inventedStack, inventedStatement } from '#model/testing.ts';
import type { Delta } from '#model/schema.ts';
import type { Script } from '#model/statement.ts';
import { plain } from '#model/text.ts';
import { coreWith } from './invented-core.ts';
import { migratingStacks, migrationsOf, recordedText } from './recorded.ts';

const added: Delta = {
  kind: 'add-column',
  column: 'parcels.note',
  is: { nullable: true, hasDefault: false, filled: false },
};

const asked: Asked = {
  operation: 'addColumn',
  args: { table: 'parcels', column: 'note', type: 'text', nullable: true },
};

const script = (text: string, deltas: readonly Delta[], outside = false): Script =>
  inventedScript(
    inventedStatement(text, {
      language: 'sql',
      deltas,
      effect: { locks: [], blocks: 'nothing', work: 'catalog', transaction: outside ? 'outside' : 'any' },
    }),
  );

/** One phase with one step of these scripts. */
function phasesWith(
  first: Script,
  rest: { readonly more?: readonly Script[]; readonly asked?: readonly Asked[] } = {},
) {
  const drafted = step({
    kind: 'performed',
    does: ['add it'],
    scripts: [first, ...(rest.more ?? [])],
    worked: ['it is there'],
    undo: {
      kind: 'statements',
      scripts: [script('take it away', [{ kind: 'drop-column', column: 'parcels.note' }])],
      minutes: { kind: 'assumed', minutes: 1 },
      loses: 'nothing',
    },
    ...(rest.asked ? { asked: rest.asked } : {}),
  });
  const phases: Part['phases'] = [{ stage: 'expand', title: ['Add'], why: ['so'], steps: [drafted] }];
  return coreWith({}, [inventedPart({ phases })]).phases;
}

const elephant = inventedStack();
const said = (stacks: Parameters<typeof recordedText>[0], phases: ReturnType<typeof phasesWith>) =>
  plain(recordedText(stacks, phases) ?? []);

it('writes an operation in the form of the stack, and its way back as it is run', () => {
  const phases = phasesWith(script('ADD', [added]), { asked: [asked] });
  expect(migrationsOf([elephant], phases).map(({ step: id, snippet }) => [id, snippet.text])).toEqual([
    ['1.1', 'grow note on parcels\nback\ntrumpet take it away'],
  ]);
  expect(said([elephant], phases)).toContain('Form: 1.1 `grow note on parcels`.');
});

it('writes the statement where the stack has no form, or it is not known what was asked for', () => {
  const other: Asked = { operation: 'dropTable', args: { table: 'parcels' } };
  for (const list of [undefined, [other], [asked, other]]) {
    const phases = phasesWith(script('ADD', [added]), list ? { asked: list } : {});
    expect(migrationsOf([elephant], phases)[0]?.snippet.text).toBe('trumpet ADD\nback\ntrumpet take it away');
    expect(said([elephant], phases)).not.toContain('Form: ');
  }
});

it('makes a file of each script, the first of which takes all of them back', () => {
  const phases = phasesWith(script('ONE', [added]), { more: [script('TWO', [], true)] });
  expect(migrationsOf([elephant], phases).map(({ step: id, snippet }) => [id, snippet.text])).toEqual([
    ['1.1a', 'trumpet ONE\nback\ntrumpet take it away'],
    ['1.1b', 'alone\ntrumpet TWO\nback\n'],
  ]);
  expect(said([elephant], phases)).toContain('`walk alone` in 1.1.');
});

it('says nothing of what leaves the schema as it is, or where no stack was chosen', () => {
  const vacuum: Asked = { operation: 'vacuum', args: { table: 'parcels' } };
  expect(recordedText([elephant], phasesWith(script('CLEAN', []), { asked: [vacuum] }))).toBeUndefined();
  expect(recordedText([elephant], phasesWith(script('CLEAN', [])))).toBeUndefined();
  expect(recordedText([], phasesWith(script('ADD', [added])))).toBeUndefined();
});

it('leaves the list of migrations to the tool that stands beside a framework', () => {
  const tool = inventedStack({ id: 'mouse', name: 'Mouse', role: 'migration tool' });
  expect(migratingStacks([elephant, tool])).toEqual([tool]);
  expect(migratingStacks([elephant])).toEqual([elephant]);
  const phases = phasesWith(script('ADD', [added]));
  const mouse = { ...tool, record: { ...tool.record, says: ['Mice record it.'] } };
  expect(said([elephant, mouse], phases)).toContain('repeats it. Mice record it.');
  expect(said([elephant, mouse], phases)).not.toContain('Elephants record it.');
  expect(said([tool, mouse], phases)).toMatch(/Mouse: Elephants record it\..* Mouse: Mice record it\./);
});
