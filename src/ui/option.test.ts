import { describe, expect, it } from 'vitest';
import { grouped, matching, toggled, type Option } from './option.ts';

const fruit: readonly Option[] = [
  { value: 'apple', label: 'Apple', hint: 'Keeps all winter', group: 'Tree' },
  { value: 'currant', label: 'Red-currant', group: 'Bush' },
  { value: 'pear', label: 'Pear', group: 'Tree' },
  { value: 'none', label: 'None of these', alone: true },
];

const found = (asked: string, chosen = '') =>
  matching(fruit, asked, (value) => value === chosen).map(({ value }) => value);

describe('finding an option', () => {
  it('asks for every word, in label, hint or group', () => {
    expect(found('winter tree')).toEqual(['apple']);
    expect(found('red currant')).toEqual(['currant']);
    expect(found('TREE')).toEqual(['apple', 'pear']);
  });

  it('shows everything when nothing is asked', () => {
    expect(found('  ')).toHaveLength(4);
  });

  it('never hides what is chosen', () => {
    expect(found('bush', 'pear')).toEqual(['currant', 'pear']);
  });
});

it('keeps groups in the order of their first option', () => {
  expect(grouped(fruit).map(({ heading, options }) => [heading, options.length])).toEqual([
    ['Tree', 2],
    ['Bush', 1],
    ['', 1],
  ]);
});

describe('choosing several', () => {
  it('adds in the order of the list and takes away again', () => {
    expect(toggled(fruit, ['pear'], 'apple')).toEqual(['apple', 'pear']);
    expect(toggled(fruit, ['apple', 'pear'], 'apple')).toEqual(['pear']);
  });

  it('lets an answer that stands alone push out the others, and be pushed out', () => {
    expect(toggled(fruit, ['apple', 'pear'], 'none')).toEqual(['none']);
    expect(toggled(fruit, ['none'], 'pear')).toEqual(['pear']);
  });
});
