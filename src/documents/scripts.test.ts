import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeDocuments } from '#app/make-documents.ts';
import { loadEngine } from '#knowledge/engines/index.ts';
import { answersSchema } from '#model/answers.ts';
import { scriptsOf } from './plan-scripts.ts';

const golden = new URL('./golden/', import.meta.url);
const cases = readdirSync(golden).filter((name) => !name.includes('.'));

/** The files of a runbook as somebody would save them: by the title of a script or by the name that `\ir`, `:r`, `source` or `.read` takes in. */
function filesOf(markdown: string): ReadonlyMap<string, string> {
  const blocks = [...markdown.matchAll(/```\w*\n([\s\S]*?)\n```/g)].map(([, block]) => block ?? '');
  const parts = blocks.flatMap((block) => block.split(/^(?=(?:--|#|\/\/) (?:file \S|(?:undo )?\d+\.\d))/m));
  return new Map(
    parts.flatMap((part) => {
      const [, name] = /^(?:--|#|\/\/) (?:file )?((?:undo )?[\w.-]+)/.exec(part) ?? [];
      return name === undefined ? [] : [[name, part]];
    }),
  );
}

/** What a file runs, with the files that it takes in or says to run. */
function runs(files: ReadonlyMap<string, string>, name: string): string {
  const text = files.get(name) ?? '';
  const [, again] = /: run the file (\S+) again$/m.exec(text) ?? [];
  if (again !== undefined) return runs(files, again);
  return text.replaceAll(
    /^(?:\\ir |:r |source |\.read |@@)(\S+)$/gm,
    (_, file: string) => files.get(file) ?? `no file ${file}`,
  );
}

it.each(cases)('%s: each file that is printed runs all that the plan runs, in its order', async (name) => {
  const answers = answersSchema.parse(JSON.parse(readFileSync(new URL(`${name}/answers.json`, golden), 'utf8')));
  const { plan, markdown } = makeDocuments(answers, await loadEngine(answers.database.engine), true, '2026-12-01');
  const files = filesOf(markdown);
  for (const { title, script } of scriptsOf(plan)) {
    const text = runs(files, title);
    const places = script.statements.map((statement) => text.indexOf(statement.text));
    expect(places, `${title} in ${text}`).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const line of plan.guards[script.guard].lines) expect(text).toContain(line);
  }
});
