/** Versions at the same time; servers wait more than they work. */
const width = 3;

/** Does a thing for each, a few at a time, and answers in their order. */
export async function sideBySide<Item, Result>(
  items: readonly Item[],
  perform: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const next = async (): Promise<void> => {
    const entry = waiting.shift();
    if (entry === undefined) return;
    const [place, item] = entry;
    results[place] = await perform(item);
    await next();
  };
  await Promise.all(Array.from({ length: width }, next));
  return results;
}
