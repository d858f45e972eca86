import type { Answers } from '#model/answers.ts';
import { dependenciesPage } from '#model/pages/dependencies.ts';
import { pages, type PageId } from '#model/pages/index.ts';
import { scalePage } from '#model/pages/scale.ts';
import { notSure, type PageQuestion } from '#model/question.ts';
import { besideOptions, notAsked } from './engine-questions.ts';
import { isAsked, toQuestion } from './field-question.ts';
import type { EngineOffer, Offers } from './wizard-world.ts';

/** One question with its answer in words; no answer is an empty string. */
export interface AnswerRow {
  readonly path: string;
  readonly term: string;
  readonly value: string;
  readonly essential: boolean;
  readonly gives: string;
}

export interface AnswerSection {
  readonly page: PageId;
  readonly title: string;
  readonly rows: readonly AnswerRow[];
}

type Naming = (path: string, id: string) => string | undefined;

/** Names for ids that knowledge supplies. */
function namesFrom(engines: readonly EngineOffer[], offers: Offers | undefined, answers: Answers): Naming {
  const engine = engines.find(({ id }) => id === answers.database.engine);
  const titled = (list: readonly { id: string; title: string }[] = []) =>
    list.map(({ id, title }) => ({ id, name: title }));
  const lists: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>> = {
    'database.engine': engines,
    'database.version': engine?.versions ?? [],
    'database.hosting': engine?.hostings ?? [],
    'database.topology': besideOptions(engine, answers.database.topology).map(({ id, label }) => ({ id, name: label })),
    'stack.stacks': offers?.stacks ?? [],
    'change.kind': titled(offers?.changes),
    'dependencies.kind': titled(offers?.dependencies),
  };
  return (path, id) => {
    const list = lists[path] ?? [];
    const name = list.find((each) => each.id === id)?.name;
    return list.length === 0 || id === notSure.id ? name : (name ?? `${id} (not known to this version)`);
  };
}

const answerOf = (value: unknown, question: PageQuestion, path: string, naming: Naming): string => {
  const said = (id: string) =>
    naming(path, id) ??
    question.options?.find((option) => option.id === id)?.label ??
    (id === notSure.id ? notSure.label : id);
  if (Array.isArray(value))
    return value
      .filter((id) => typeof id === 'string')
      .map(said)
      .join(', ');
  if (typeof value !== 'string' || value === '') return '';
  return `${said(value)}${question.control === 'number' && question.unit ? ` ${question.unit}` : ''}`;
};

/** The answers of every page in words, in the order in which they are asked. */
export function answerSections(
  answers: Answers,
  engines: readonly EngineOffer[],
  offers: Offers | undefined,
): readonly AnswerSection[] {
  const naming = namesFrom(engines, offers, answers);
  const skipped = notAsked(
    answers,
    engines.find(({ id }) => id === answers.database.engine),
  ).map((key) => `database.${key}`);
  const row = (question: PageQuestion, path: string, value: unknown, prefix = '', named = path): AnswerRow => ({
    path,
    term: prefix === '' ? question.label : `${prefix} · ${question.label}`,
    value: answerOf(value, question, named, naming),
    essential: question.essential,
    gives: question.gives,
  });

  const tables = answers.scale.tables.flatMap((table, at) =>
    Object.entries(scalePage.tableQuestions).map(([key, question]) =>
      row(
        question,
        `scale.tables.${at}.${key}`,
        Object.entries(table).find(([name]) => name === key)?.[1],
        table.name || `Table ${at + 1}`,
      ),
    ),
  );
  const changes = answers.change.changes.flatMap(({ kind, fields }, at) => {
    const change = offers?.changes.find(({ id }) => id === kind);
    const prefix = answers.change.changes.length > 1 ? `Change ${at + 1}` : '';
    const path = `change.changes.${at}`;
    const kindRow = {
      path: `${path}.kind`,
      term: prefix === '' ? 'Kind of change' : `${prefix} · Kind`,
      value: kind === '' ? '' : (naming('change.kind', kind) ?? (kind === notSure.id ? notSure.label : kind)),
      essential: true,
      gives: 'the steps, and the way back from each',
    };
    const asked = Object.entries(change?.fields ?? {}).filter(([, field]) => isAsked(field, fields));
    return [
      kindRow,
      ...asked.map(([key, field]) => row(toQuestion(field), `${path}.fields.${key}`, fields[key], prefix)),
    ];
  });
  const dependencies = answers.dependencies.dependencies.flatMap((dependency, at) => {
    const { kind, ...rest } = dependenciesPage.dependencyQuestions;
    const title = naming('dependencies.kind', dependency.kind) ?? `${kind.label} ${at + 1}`;
    return Object.entries(rest).map(([key, question]) =>
      row(
        question,
        `dependencies.dependencies.${at}.${key}`,
        Object.entries(dependency).find(([name]) => name === key)?.[1],
        title,
      ),
    );
  });
  const listed: Readonly<Record<string, readonly AnswerRow[]>> = { scale: tables, change: changes, dependencies };

  return pages
    .filter(({ id }) => id !== 'check')
    .map(({ id, short, questions }) => {
      const given = Object.fromEntries(Object.entries(answers))[id] ?? {};
      const asked = Object.entries<PageQuestion>(questions);
      const own = asked.map(([key, question]) =>
        row(question, `${id}.${key}`, Object.entries(given).find(([name]) => name === key)?.[1]),
      );
      const rows = own.filter(({ path }) => !skipped.includes(path));
      return { page: id, title: short, rows: [...(listed[id] ?? []), ...rows] };
    });
}
