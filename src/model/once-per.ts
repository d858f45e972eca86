/** Computes once for each object, and answers the same from then on. For pure functions of values that never change. */
export function oncePer<Key extends object, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: compute(key) };
    known.set(key, found);
    return found.value;
  };
}

/** Computes once for each two objects. Neither is kept alive by it. */
export function oncePerPair<Left extends object, Right extends object, Value>(
  compute: (left: Left, right: Right) => Value,
): (left: Left, right: Right) => Value {
  const beside = oncePer((left: Left) => oncePer((right: Right) => compute(left, right)));
  return (left, right) => beside(left)(right);
}
