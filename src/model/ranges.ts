/** `1–4, 6`: neighbouring phases in one word. */
export function ranges(ids: readonly string[]): string {
  const numbers = ids.map(Number).toSorted((a, b) => a - b);
  const groups = numbers.reduce<readonly (readonly [number, number])[]>((found, number) => {
    const last = found.at(-1);
    return last && last[1] + 1 === number ? [...found.slice(0, -1), [last[0], number]] : [...found, [number, number]];
  }, []);
  return groups.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
