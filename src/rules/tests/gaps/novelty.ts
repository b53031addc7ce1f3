import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { Member } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { walk } from '../../../code/walk.ts';
import type { Atom } from './atoms.ts';
import type { ChangedFunction } from './changed-function.ts';
import { namesGivenIn } from './local-names.ts';
import type { TestCase } from './test-index.ts';

/** Words that are new with the change and mean something outside of the function: an older test that has one of them knows what is new. */
export function novelWords(changed: ChangedFunction, change: CodeChange): readonly string[] {
  const { file, symbol } = changed.at;
  const baseFile = change.files.find(({ head }) => head === file)?.base;
  const own = new Set([...namesGivenIn(symbol), ...(changed.isNew ? (file.facts?.symbols ?? []).map(({ name }) => name) : [])]);
  const brought = broughtBy(change);
  // That it brings itself says nothing.
  const isBrought = (name: string): boolean => [...(brought.get(name) ?? [])].some((each) => each !== symbol);
  const words = new Set(changed.added.flatMap((atom) => (atom.kind === 'throws' ? [] : wordsOf(atom, own, isBrought))).map(withoutAccess));
  return [...words].filter((word) => !baseFile || !isSaidIn(baseFile, word));
}

function isSaidIn(file: SourceFile, word: string): boolean {
  const parts = partsOf(word);
  return parts.trim() === '' ? file.text.includes(word) : partsOfFile(file).includes(parts);
}

const partsOfFile = remembered(({ text }: SourceFile): string => partsOf(text));

/** A text as the parts of its words, each between spaces: `tokenCount` is no part of `tokenCounter`, but of `setTokenCount`. */
function partsOf(text: string): string {
  const parted = text.replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 ').replace(/[^\p{L}\p{N}]+/gu, ' ');
  return ` ${parted.trim().toLowerCase()} `;
}

/** Distinct name → what is new under it. */
const broughtBy = remembered((change: CodeChange): ReadonlyMap<string, readonly SymbolFact[]> =>
  groupBy(
    change.symbols.flatMap((each) => (each.kind === 'added' && isDistinct(each.head.symbol.name) ? [each.head.symbol] : [])),
    ({ name }) => name,
  ),
);

/** The text of a file, for many searches. */
export const lowerCased = remembered(({ text }: SourceFile): string => text.toLowerCase());

/** A name that hardly anything else has. */
export function isDistinct(name: string): boolean {
  return name.length >= 12 || /[a-z][A-Z]/.test(name.slice(3)) || name.includes('_');
}

/** Words of an atom with a meaning of their own: texts, keys, properties, types; not what every program says, nor what the function calls its own things. */
function wordsOf({ node, key }: Atom, own: ReadonlySet<string>, isBrought: (name: string) => boolean): readonly string[] {
  if (!node) return identifiers(key).filter((word) => !own.has(word));
  const words: string[] = [];
  for (const { node: each, parent } of walk([node])) {
    if (each.kind === 'string') words.push(...(each.value.length <= 60 ? [each.value.trim()] : longWordsIn(each.value)));
    else if (each.kind === 'regex') words.push(...longWordsIn(each.pattern));
    else if (each.kind === 'number' && each.text.length > 1) words.push(each.text);
    else if (each.kind === 'member') words.push(...(isOfLibrary(each) ? [] : [each.name]));
    else if (each.kind === 'name' && !own.has(each.name)) words.push(each.name);
    // What was there before, or is the library's, says nothing.
    else if (each.kind === 'call' && isBrought(each.name)) words.push(each.name);
    else if (each.kind === 'new') words.push(each.type);
    else if (each.kind === 'object') words.push(...each.properties.map((property) => property.key));
    if (each.kind === 'string' && parent?.node.kind === 'index') words.push(each.value);
  }
  return words.filter((word) => !ofJava.test(word) && isLongEnough(word) && !common.test(word));
}

/** `Integer.MIN_VALUE`, `Locale.ROOT`. */
function isOfLibrary({ object }: Member): boolean {
  return object.kind === 'name' && ofJava.test(object.name);
}

/** Of a long text, and of a pattern, the names: what a message says otherwise is said by many. */
function longWordsIn(text: string): readonly string[] {
  return (text.match(/[A-Za-z]{6,60}/g) ?? []).filter(isDistinct);
}

/** A character that is not on every keyboard is enough. */
function isLongEnough(word: string): boolean {
  if (/^[\w$]+$/.test(word)) return word.length > 3 || /^\d+$/.test(word);
  return word.length > 1 || /[^\0-\x7f]/.test(word);
}

function identifiers(text: string): readonly string[] {
  return (text.match(/[A-Za-z_$][\w$]{3,60}/g) ?? []).filter((word) => !common.test(word));
}

/** `getLimit`, `isLimit`, `withLimit` are about `Limit`. */
function withoutAccess(word: string): string {
  return word.replace(/^(?:get|set|is|has|with|should|allow|use)(?=[A-Z]\w{3})/, '');
}

const common =
  /^(branch|value|throws|loop|case|catch|this|null|undefined|true|false|return|typeof|instanceof|[Oo]bject|[Ss]tring|[Nn]umber|[Bb]oolean|[Aa]rray|Error|TypeError|length|push|call|apply|name|type|key|value|index|item|options|result|function|const|else|size|isEmpty|equals|append|with|must|should|cannot|not|that|from|when|have|get|put|add|has|set|next|test|data|path|text|char|chars)$/;

/** Types that any Java program may use for anything. */
const ofJava =
  /^(?:java\.\w.*|System|Math|Objects|Collections?|Collectors|Arrays|Optional|Stream|Iterator|StringBuilder|(?:Array|Linked|CopyOnWriteArray)List|(?:Linked|Concurrent|Identity|Weak)?Hash(?:Map|Set)|Tree(?:Map|Set)|List|Set|Map|Integer|Long|Double|Boolean|TRUE|FALSE|Character|Byte|Date|Instant|Duration|Locale|UUID|Pattern|Matcher|Thread|Class|hashCode|toString|Builder|build(?:er)?)$/;

/** Longer names are found whatever their first letter and what stands before them: `_enableTabs` in `enableTabs()`. */
function mentions({ text, helperTexts }: TestCase, word: string): boolean {
  const bare = word.replace(/^[_#$]+/, '');
  // `20` is not in `200`.
  if (/^\d+$/.test(bare))
    return [text, ...helperTexts].some((each) => each.includes(bare) && new RegExp(`(?<!\\d)${bare}(?!\\d)`).test(each));
  if (bare.length < 6 || !/^\w+$/.test(bare)) return [text, ...helperTexts].some((each) => each.includes(bare));
  const pattern = new RegExp(
    `${/^[A-Za-z]/.test(bare) ? `[${(bare[0] ?? '').toLowerCase()}${(bare[0] ?? '').toUpperCase()}]` : bare[0]}${bare.slice(1)}`,
  );
  return [text, ...helperTexts].some((each) => pattern.test(each));
}

/** The tests that have one of the words, where it is not a word that most of them have. */
export function testsNaming(words: readonly string[], tests: readonly TestCase[]): ReadonlyMap<string, readonly TestCase[]> {
  const most = Math.min(12, Math.max(3, tests.length * 0.1));
  const found = new Map<string, readonly TestCase[]>();
  for (const word of words) {
    const naming = tests.filter((test) => mentions(test, word));
    if (naming.length > 0 && naming.length <= most) found.set(word, naming);
  }
  return found;
}
