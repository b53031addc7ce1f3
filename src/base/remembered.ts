import { Memo } from './memo.ts';

/**
 * A function that remembers its last result for each of its first arguments, as long as the others are the same objects.
 * For what depends on nothing but its arguments: a review that follows an editor asks the same of every file that was not saved.
 * @param read has no optional arguments
 */
export function remembered<Key extends object, Others extends readonly unknown[], Result>(
  read: (key: Key, ...others: Others) => Result,
): (key: Key, ...others: Others) => Result {
  const mostOthers = read.length - 1;
  if (mostOthers === 0) return rememberedAlone(read);
  const known = new Memo<Key, { readonly others: Others; readonly result: Result }>();
  return (key, ...given) => {
    // `map` and its like hand over more than is asked for.
    const others = (given.length > mostOthers ? given.slice(0, mostOthers) : given) as readonly unknown[] as Others;
    const before = known.get(key);
    if (before?.others.every((other, index) => other === others[index])) return before.result;
    const result = read(key, ...others);
    known.set(key, { others, result });
    return result;
  };
}

/** Most are asked of an object alone, and there are very many of these: their results are kept as they are. */
function rememberedAlone<Key extends object, None extends readonly unknown[], Result>(
  read: (key: Key, ...none: None) => Result,
): (key: Key, ...none: None) => Result {
  const known = new Memo<Key, Result>();
  return (key, ...none) => {
    const before = known.get(key);
    if (before !== undefined || known.has(key)) return before as Result;
    const result = read(key, ...none);
    known.set(key, result);
    return result;
  };
}

/** The same for what is asked of one object by many names. In a large change there are millions of answers: they are kept as they are. */
export function rememberedByName<Key extends object, Result>(read: (key: Key, name: string) => Result): (key: Key, name: string) => Result {
  const known = new Memo<Key, Map<string, Result>>();
  return (key, name) => {
    const ofKey = known.get(key) ?? new Map<string, Result>();
    if (ofKey.size === 0) known.set(key, ofKey);
    const before = ofKey.get(name);
    if (before !== undefined || ofKey.has(name)) return before as Result;
    const result = read(key, name);
    ofKey.set(name, result);
    return result;
  };
}

/** Gives a list that was given before in place of one of the same items, so that what is remembered of it is still known. */
export function sameLists<Item extends object>(): (list: readonly Item[]) => readonly Item[] {
  const known = new WeakMap<Item, readonly Item[]>();
  return (list) => {
    const [first] = list;
    if (!first) return list;
    const before = known.get(first);
    if (before?.length === list.length && list.every((item, index) => item === before[index])) return before;
    known.set(first, list);
    return list;
  };
}

/** So many contents are remembered at most. */
const mostContents = 8;

/** A function that gives the same result for plain data of the same content, as it did for the last few. */
export function rememberedByContent<Content, Result>(read: (content: Content) => Result): (content: Content) => Result {
  const known = new Map<string, { readonly result: Result }>();
  return (content) => {
    const key = JSON.stringify(content);
    const before = known.get(key) ?? { result: read(content) };
    known.delete(key);
    known.set(key, before);
    const [oldest] = known.keys();
    if (known.size > mostContents && oldest !== undefined) known.delete(oldest);
    return before.result;
  };
}
