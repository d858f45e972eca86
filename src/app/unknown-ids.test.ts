import { expect, it } from 'vitest';
import { answersSchema } from '#model/answers.ts';
import { examples } from './examples.ts';
import { unknownIds } from './unknown-ids.ts';

it('names what this version does not offer, each once', () => {
  const answers = answersSchema.parse({
    database: { engine: 'postgresql', version: '99', hosting: 'moon' },
    stack: { stacks: ['rails', 'cobol'] },
    change: { changes: [{ kind: 'repaint' }, { kind: 'repaint' }, { kind: 'add-column' }, { kind: '' }] },
    dependencies: { dependencies: [{ kind: 'oracle-bones' }, { kind: 'not-sure' }] },
  });
  expect(unknownIds(answers)).toEqual([
    'the version “99”',
    'the hosting “moon”',
    'the stack “cobol”',
    'the kind of change “repaint”',
    'the kind of dependency “oracle-bones”',
  ]);
});

it('asks nothing of an engine that is not known but its name', () => {
  expect(unknownIds(answersSchema.parse({ database: { engine: 'db9', version: '3', hosting: 'own words' } }))).toEqual([
    'the engine “db9”',
  ]);
  expect(unknownIds(answersSchema.parse({ database: { engine: 'generic', version: 'Db2 11.5' } }))).toEqual([]);
});

it.each(examples)('finds nothing in the example "$title"', ({ answers }) => {
  expect(unknownIds(answers)).toEqual([]);
});
