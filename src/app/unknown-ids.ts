import { changes } from '#knowledge/changes/registry.ts';
import { dependencies } from '#knowledge/dependencies/registry.ts';
import { engineChoices } from '#knowledge/engines/index.ts';
import { stacks } from '#knowledge/stacks/registry.ts';
import type { Answers } from '#model/answers.ts';
import { notSure } from '#model/question.ts';

const none: readonly { readonly id: string }[] = [];

/**
 * What answers from elsewhere choose that this version does not offer, in words: `the engine “db9”`. The answers keep it; the
 * plan treats it as not known.
 */
export function unknownIds({ database, stack, change, dependencies: given }: Answers): readonly string[] {
  const engine = engineChoices.find(({ id }) => id === database.engine);
  const chosen: readonly (readonly [what: string, offered: typeof none, ids: readonly string[]])[] = [
    ['engine', engineChoices, [database.engine]],
    // Without a list the person names it in their own words.
    [
      'version',
      engine?.versions ?? none,
      engine === undefined || engine.versions.length === 0 ? [] : [database.version],
    ],
    [
      'hosting',
      engine?.hostings ?? none,
      engine === undefined || engine.hostings.length === 0 ? [] : [database.hosting],
    ],
    ['stack', stacks, stack.stacks],
    ['kind of change', changes, change.changes.map(({ kind }) => kind)],
    ['kind of dependency', dependencies, given.dependencies.map(({ kind }) => kind)],
  ];
  return chosen.flatMap(([what, offered, ids]) =>
    [...new Set(ids)]
      .filter((id) => id !== '' && id !== notSure.id && offered.every((each) => each.id !== id))
      .map((id) => `the ${what} “${id.slice(0, 40)}”`),
  );
}
