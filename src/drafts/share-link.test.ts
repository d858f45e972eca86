import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answersSchema } from '#model/answers.ts';
import { readShareFragment, toShareFragment } from './share-link.ts';
import { withoutFreeText } from './without-free-text.ts';

const packed = (text: string, version = 1) => `s=${version}.${deflateRawSync(text).toString('base64url')}`;

it('gives back what was shared', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1 }), async (text) => {
      const answers = answersSchema.parse({
        database: { engine: 'postgresql', topology: ['cdc'] },
        change: { changes: [{ kind: 'add-column', fields: { column: text } }], description: `x${text}` },
      });
      const fragment = await toShareFragment(answers);
      expect(fragment).toMatch(/^s=1\.[\w-]+$/);
      expect(await readShareFragment(fragment)).toEqual({ kind: 'read', answers, ignored: [] });
    }),
    { numRuns: 40 },
  );
});

it.each(['s=1.', 's=1.%%%', 's=1.AAAA', 's=x.abc', 's=', packed('not json'), packed('{"a":').slice(0, -2)])(
  'takes %j for broken',
  async (fragment) => {
    expect((await readShareFragment(fragment)).kind).toBe('broken');
  },
);

it('does not unpack more than a page of answers can be', async () => {
  expect(await readShareFragment(packed(JSON.stringify({ scale: { ddl: 'x'.repeat(5_000_000) } })))).toEqual({
    kind: 'too large',
  });
});

it('says when a later version wrote it, and names what it could not take over', async () => {
  expect(await readShareFragment(packed('{}', 2))).toEqual({ kind: 'newer', version: 2 });
  const read = await readShareFragment(packed('{"database":{"engine":"mysql","moon":"full"},"__proto__":{"x":1}}'));
  expect(read).toMatchObject({ kind: 'read', ignored: ['database.moon'], answers: { database: { engine: 'mysql' } } });
});

it('leaves out free text and keeps names, numbers and choices', () => {
  const answers = answersSchema.parse({
    scale: { ddl: 'CREATE TABLE t ()', tables: [{ name: 't', rows: '5' }], freeDisk: '9' },
    change: { description: 'why', changes: [{ kind: 'other', fields: { table: 't', what: 'long story' } }] },
  });
  const left = withoutFreeText(answers, (_, field) => field === 'what');
  expect(left).toEqual({
    ...answers,
    scale: { ...answers.scale, ddl: '' },
    change: { ...answers.change, description: '', changes: [{ kind: 'other', fields: { table: 't' } }] },
  });
});
