/** One answer of a list. */
export type Option<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Options of one group stand together under this heading. */
  readonly group?: string | undefined;
  /** In a list of several answers: chosen, it takes the others away, as "None of these" does. */
  readonly alone?: boolean | undefined;
};

export type OptionGroup<Value extends string> = {
  readonly heading: string;
  readonly options: readonly Option<Value>[];
};

const plain = (text: string) =>
  text
    .toLocaleLowerCase('en')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();

/** The options whose label, hint or group holds every word asked for. What is chosen stays in view. */
export function matching<Value extends string>(
  options: readonly Option<Value>[],
  asked: string,
  chosen: (value: Value) => boolean,
): readonly Option<Value>[] {
  const words = plain(asked).split(' ');
  return options.filter(({ value, label, hint = '', group = '' }) => {
    const text = plain(`${label} ${hint} ${group}`);
    return chosen(value) || words.every((word) => text.includes(word));
  });
}

/** Groups in the order in which their first option comes; options keep their order. */
export function grouped<Value extends string>(options: readonly Option<Value>[]): readonly OptionGroup<Value>[] {
  const headings = [...new Set(options.map(({ group = '' }) => group))];
  return headings.map((heading) => ({
    heading,
    options: options.filter(({ group = '' }) => group === heading),
  }));
}

/** The answers after one was pressed, in the order of the list. */
export function toggled<Value extends string>(
  options: readonly Option<Value>[],
  chosen: readonly Value[],
  pressed: Value,
): readonly Value[] {
  if (chosen.includes(pressed)) return chosen.filter((value) => value !== pressed);
  const alone = (value: Value) => options.some((option) => option.value === value && option.alone === true);
  const kept = alone(pressed) ? [] : chosen.filter((value) => !alone(value));
  return options.map(({ value }) => value).filter((value) => value === pressed || kept.includes(value));
}
