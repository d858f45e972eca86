import './zod-config.ts';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readFile } from '#drafts/read-file.ts';
import { engineChoices, loadEngine } from '#knowledge/engines/index.ts';
import { makeDocuments } from './make-documents.ts';
import { today } from './today.ts';

/**
 * Prints the runbook of a file of answers, the same bytes as the page gives: `npm run --silent runbook -- answers.json`.
 *
 * Takes answers as JSON or a downloaded runbook; `--prompt` prints the prompt instead, `--date 2026-12-08` sets the day.
 */
const usage = 'Usage: npm run --silent runbook -- <answers.json or runbook.md> [--prompt] [--date 2026-12-08]';

function quit(says: string): never {
  process.stderr.write(`${says}\n`);
  process.exit(1);
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { prompt: { type: 'boolean' }, date: { type: 'string' } } });
  } catch (problem) {
    return quit(`${problem instanceof Error ? problem.message : String(problem)}\n${usage}`);
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return quit(`Cannot read \`${file}\`. Name a file that exists.\n${usage}`);
  }
}

const { values, positionals } = readArguments();
const [file] = positionals;
if (file === undefined) quit(usage);
const { prompt = false, date = today() } = values;
if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) quit(`Write the date as 2026-12-08, not \`${date}\`.`);

const read = readFile(readText(file));
if (read.kind === 'newer') quit(`\`${file}\` was written by a later version (${read.version}). Update this one first.`);
if (read.kind === 'not ours')
  quit(`\`${file}\` holds no answers: neither JSON of answers nor a runbook downloaded from the page.`);
if (read.ignored.length > 0)
  process.stderr.write(`Left out, for this version does not know it: ${read.ignored.join(', ')}\n`);

const { answers } = read;
const known = engineChoices.slice(0, -1).some(({ id }) => id === answers.database.engine);
const made = makeDocuments(answers, await loadEngine(answers.database.engine), known, date);
process.stdout.write(prompt ? made.prompts.plan : made.markdown);
