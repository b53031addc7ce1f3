/**
 * A function that remembers its last result for each of its first arguments, as long as the others are the same objects.
 * For what depends on nothing but its arguments: a review that follows an editor asks the same of every file that was not saved.
 */
export function remembered<Key extends object, Others extends readonly unknown[], Result>(
  read: (key: Key, ...others: Others) => Result,
): (key: Key, ...others: Others) => Result {
  const known = new WeakMap<Key, { readonly others: Others; readonly result: Result }>();
  return (key, ...others) => {
    const before = known.get(key);
    if (before?.others.every((other, index) => other === others[index])) return before.result;
    const result = read(key, ...others);
    known.set(key, { others, result });
    return result;
  };
}

/** The same for what is asked of one object by many names. */
export function rememberedByName<Key extends object, Result>(read: (key: Key, name: string) => Result): (key: Key, name: string) => Result {
  const known = new WeakMap<Key, Map<string, { readonly result: Result }>>();
  return (key, name) => {
    const ofKey = known.get(key) ?? new Map<string, { readonly result: Result }>();
    known.set(key, ofKey);
    const before = ofKey.get(name);
    if (before) return before.result;
    const result = read(key, name);
    ofKey.set(name, { result });
    return result;
  };
}
