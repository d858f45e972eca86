import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doors } from './doors.js';

/** Where a snippet stands, what it says, and the rules that must refuse it. */
const mustFail: [file: string, code: string, ...rules: string[]][] = [
  // One closed door for each pair of rooms is added below, from the table.
  ['src/wizard/through-the-window.ts', `export * from '#sql/read/index.ts';`, 'doors(rooms)'],
  ['src/app/reader.ts', `export { read } from '#sql/read/index.ts';`, 'doors(rooms)'],
  ['src/planner/lazy.ts', `export const load = () => import('#knowledge/engines/index.ts');`, 'doors(rooms)'],
  [
    'src/planner/type.ts',
    `export type Engine = import('#knowledge/engines/index.ts').Engine;`,
    'doors(rooms)',
    'typescript(consistent-type-imports)',
  ],
  ['src/planner/kind.ts', `export type { Engine } from '#knowledge/engines/index.ts';`, 'doors(rooms)'],
  ['src/utils/drawer.ts', `export { plan } from '#planner/build-plan.ts';`, 'doors(rooms)'],

  ['src/planner/out.ts', `export { a } from '../model/a.ts';`, 'doors(paths)'],
  ['src/planner/out.test.ts', `export { a } from '../model/a.ts';`, 'doors(paths)'],
  ['src/app/worker.ts', `export const url = new URL('../sql/worker.ts', import.meta.url);`, 'doors(paths)'],
  ['src/planner/all.ts', `export const all = import.meta.glob('../knowledge/engines/*/index.ts');`, 'doors(paths)'],
  ['src/knowledge/tips/tip.ts', `export { a } from '#knowledge/stacks/rails.ts';`, 'doors(paths)'],
  ['e2e/engines/out.ts', `export { a } from '../../src/model/a.ts';`, 'doors(paths)'],

  ['src/model/form.ts', `export { useState } from 'react';`, 'doors(packages)'],
  ['src/knowledge/form.ts', `export { useState } from 'react';`, 'doors(packages)'],
  ['src/planner/form.ts', `export { useState } from 'react';`, 'doors(packages)'],
  ['src/documents/form.ts', `export { useState } from 'react';`, 'doors(packages)'],
  ['src/drafts/form.ts', `export { useState } from 'react';`, 'doors(packages)'],
  ['src/planner/deep.ts', `export { jsx } from 'react/jsx-runtime';`, 'doors(packages)'],
  ['src/planner/file.ts', `export { readFile } from 'node:fs';`, 'doors(packages)'],
  ['src/model/chance.ts', `export { default as fc } from 'fast-check';`, 'doors(packages)'],
  ['src/ui/form.tsx', `export { useForm } from 'react-hook-form';`, 'doors(packages)'],

  ['src/model/now.ts', `export const now = () => new Date();`, 'doors(pure)'],
  ['src/knowledge/now.ts', `export const now = () => Date.now();`, 'doors(pure)'],
  ['src/planner/now.ts', `export const now = () => globalThis.Date.now();`, 'doors(pure)'],
  ['src/documents/now.ts', `export const now = () => performance.now();`, 'doors(pure)'],
  ['src/model/dice.ts', `export const dice = () => Math.random();`, 'doors(pure)'],
  ['src/knowledge/dice.ts', `export const dice = () => Math['random']();`, 'doors(pure)'],
  ['src/planner/dice.ts', `const { random } = Math;\nexport const dice = () => random();`, 'doors(pure)'],
  ['src/documents/dice.ts', `export const dice = () => crypto.randomUUID();`, 'doors(pure)'],

  [
    'src/ui/html.tsx',
    `export const Html = ({ text }: { text: string }) => <p dangerouslySetInnerHTML={{ __html: text }} />;`,
    'doors(markup)',
    'react(no-danger)',
  ],
  ['src/ui/props.ts', `export const props = { dangerouslySetInnerHTML: { __html: '' } };`, 'doors(markup)'],
  ['src/app/inner.ts', `document.body.innerHTML = '<b>';`, 'doors(markup)'],
  ['src/app/outer.ts', `document.body['outerHTML'] = '<b>';`, 'doors(markup)'],
  ['src/app/insert.ts', `document.body.insertAdjacentHTML('afterend', '<b>');`, 'doors(markup)'],
  ['src/app/write.ts', `document.write('<b>');`, 'doors(markup)'],
  ['src/app/eval.ts', `eval('1');`, 'eslint(no-eval)'],
  ['src/app/function.ts', `export const one = new Function('return 1');`, 'eslint(no-new-func)'],
  ['src/app/timer.ts', `setTimeout('alert(1)', 1);`, 'doors(markup)'],
  ['src/app/say.ts', `console.log('here');`, 'eslint(no-console)'],
  ['src/app/any.ts', `export const one: any = 1;`, 'typescript(no-explicit-any)'],
  ['src/app/sure.ts', `export const one = [1][0]!;`, 'typescript(no-non-null-assertion)'],
  ['src/app/default.ts', `export default 1;`, 'import(no-default-export)'],
];

const mayPass: [file: string, code: string][] = [
  ['src/model/plan.ts', `import { z } from 'zod';\nexport const plan = z.object({ takenDown: z.string() });`],
  ['src/model/testing.ts', `import fc from 'fast-check';\nexport const somePlan = fc.string();`],
  ['src/model/names.ts', `export type Moment = { Date: string };\nexport const half = Math.floor(0.5);`],
  ['src/knowledge/cell.ts', `export const isDate = (value: unknown) => value instanceof Date;`],
  ['src/documents/table.ts', `export type { Table } from 'mdast';\nexport type { Plan } from '#model/plan.ts';`],
  ['src/documents/nodes/row.ts', `export { cell } from '../cell.ts';\nexport { gfm } from 'mdast-util-gfm-table';`],
  ['src/wizard/page.tsx', `export { readSql } from '#sql/client.ts';\nexport { Field } from '#ui/field.tsx';`],
  ['src/sql/client.ts', `export const url = new URL('./worker.ts', import.meta.url);`],
  [
    'src/planner/plan.test.ts',
    `import { it } from 'vitest';\nimport { engines } from '#knowledge/index.ts';\nit(engines);`,
  ],
  ['src/main.tsx', `import '#app/zod-config.ts';\nimport { App } from '#app/app.tsx';\nApp();`],
  ['e2e/engines/verify.ts', `import { read } from '#sql/read/index.ts';\nconsole.log(read);`],
];

const rooms = Object.keys(doors) as (keyof typeof doors)[];
for (const from of rooms) {
  for (const to of rooms) {
    const code = `export { x } from '#${to}/client.ts';`;
    if (from === to) continue;
    if ((doors[from].rooms as string[]).includes(to)) mayPass.push([`src/${from}/to-${to}.ts`, code]);
    else mustFail.push([`src/${from}/to-${to}.ts`, code, 'doors(rooms)']);
  }
}

type Diagnostic = { code: string; filename: string };

const house = mkdtempSync(path.join(tmpdir(), 'doors-'));
const fired = new Map<string, string[]>();

/** All snippets stand in one house of their own and are linted at once, with the settings of this one. */
beforeAll(() => {
  for (const file of ['.oxlintrc.json', 'lint/doors.js', 'lint/plugin.js']) cpSync(file, path.join(house, file));
  writeFileSync(path.join(house, 'package.json'), '{ "type": "module" }');
  for (const [file, code] of [...mustFail, ...mayPass]) {
    const place = path.join(house, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, `${code}\n`);
  }
  const oxlint = path.resolve('node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: house, encoding: 'utf8' });
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: Diagnostic[] };
  for (const { code, filename } of diagnostics) fired.set(filename, [...(fired.get(filename) ?? []), code]);
}, 30_000);

afterAll(() => rmSync(house, { recursive: true }));

it.each(mustFail)('shuts the door in %s: %s', (file, _code, ...rules) => {
  expect(fired.get(file)?.toSorted()).toEqual(rules);
});

it.each(mayPass)('leaves the door open in %s: %s', (file) => {
  expect(fired.get(file)).toBeUndefined();
});

it('tells every snippet apart by its file', () => {
  const files = [...mustFail, ...mayPass].map(([file]) => file);
  expect(new Set(files).size).toBe(files.length);
});

it('knows every room of src', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(rooms).toEqual(expect.arrayContaining(folders.map(({ name }) => name)));
});
