import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answersComment, readAnswersComment } from './answers-file.ts';
import { answersSchema, noAnswers } from './answers.ts';

const hostile = '--> <!-- --!> </brief> <script>alert(1)</script> \u202Egnp.exe\u2028 --- -- - "\\" \n';

const answersWith = (text: string) =>
  answersSchema.parse({
    database: { engine: 'postgresql', version: text, topology: ['replicas'] },
    scale: { tables: [{ name: text, rows: '48M' }], ddl: text },
    change: { changes: [{ kind: 'add-column', fields: { table: text } }], description: text },
  });

it('gives back what was written', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant(hostile)), (typed) => {
      const answers = answersWith(`a${typed}`);
      expect(readAnswersComment(`# Runbook\n\n${answersComment(answers)}\n`)).toEqual({
        kind: 'read',
        answers,
        ignored: [],
      });
    }),
  );
});

it('cannot be closed from inside and hides nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('-', '--', '>', '<', '!', ' ', '\u202E', '\n')), (pieces) => {
      const comment = answersComment(answersWith(`${pieces.join('')}x`));
      expect(comment.indexOf('-->')).toBe(comment.length - 3);
      expect(comment.slice(4, -3)).not.toMatch(/--|[<>\u202E]/);
    }),
  );
});

it('writes one line for each page and nothing that was left blank', () => {
  const answers = answersSchema.parse({ database: { engine: 'mysql' }, risk: { risk: 'low' } });
  expect(answersComment(answers)).toBe(
    '<!-- switchback-answers 1\ndatabase {"engine":"mysql"}\nrisk {"risk":"low"}\n-->',
  );
  expect(answersComment(noAnswers)).toBe('<!-- switchback-answers 1\n-->');
});

it('takes the last comment, whatever its line ends', () => {
  const first = answersComment(answersSchema.parse({ database: { engine: 'mysql' } }));
  const last = answersComment(answersSchema.parse({ database: { engine: 'oracle' } })).replaceAll('\n', '\r\n');
  const read = readAnswersComment(`${first}\n\n${last}\n`);
  expect(read.kind === 'read' && read.answers.database.engine).toBe('oracle');
});

it('says when a file carries none, or was written by a later version', () => {
  expect(readAnswersComment('# Notes\n').kind).toBe('none');
  expect(readAnswersComment('<!-- switchback-answers 1').kind).toBe('none');
  expect(readAnswersComment('<!-- switchback-answers 7\n-->')).toEqual({ kind: 'newer', version: 7 });
});

it('names the line that cannot be read and keeps the others', () => {
  const read = readAnswersComment('<!-- switchback-answers 1\ndatabase {"engine":\nrisk {"risk":"high"}\n-->');
  expect(read).toMatchObject({ kind: 'read', ignored: ['database'], answers: { risk: { risk: 'high' } } });
});
