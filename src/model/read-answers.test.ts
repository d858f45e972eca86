import { expect, it } from 'vitest';
import { noAnswers } from './answers.ts';
import { anyAnswered, readAnswers, readJson } from './read-answers.ts';

it('keeps what fits and names the rest', () => {
  const { answers, ignored } = readAnswers({
    database: { engine: 'postgresql', version: 16, topology: ['replicas', 'moon'], colour: 'red' },
    scale: { tables: [{ name: 'orders' }, 'customers'] },
    risk: { risk: 'enormous', downtime: 'none' },
    weather: {},
    stack: 'rails',
  });
  expect(answers.database).toMatchObject({ engine: 'postgresql', version: '', topology: ['replicas'] });
  expect(answers.scale.tables.map(({ name }) => name)).toEqual(['orders']);
  expect(answers.risk).toMatchObject({ risk: '', downtime: 'none' });
  expect([...ignored].sort()).toEqual([
    'database.colour',
    'database.topology',
    'database.version',
    'risk.risk',
    'scale.tables',
    'stack',
    'weather',
  ]);
});

it.each([null, 7, 'text', [], { database: null }, undefined])('takes %j for no answers', (value) => {
  expect(readAnswers(value).answers).toEqual(noAnswers);
});

it('lets no key reach into every object', () => {
  const { answers } = readAnswers(
    readJson(
      '{"__proto__":{"polluted":1},"change":{"changes":[{"kind":"x","fields":{"constructor":"y","table":"t"}}]}}',
    ),
  );
  expect(answers.change.changes).toEqual([{ kind: 'x', fields: { table: 't' } }]);
  expect(Object.keys({})).not.toContain('polluted');
  expect(readJson('{"a":')).toBeUndefined();
});

it('tells nothing answered from something', () => {
  expect(anyAnswered(noAnswers)).toBe(false);
  expect(anyAnswered({ ...noAnswers, scale: { ...noAnswers.scale, tables: [{ name: '', rows: '' }] } })).toBe(false);
  expect(anyAnswered({ ...noAnswers, risk: { ...noAnswers.risk, risk: 'low' } })).toBe(true);
});
