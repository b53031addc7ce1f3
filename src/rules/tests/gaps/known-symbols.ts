import type { TextRange } from '../../../base/text-range.ts';
import { rememberedByName } from '../../../base/remembered.ts';
import { broughtWords } from '../../../code/brought-words.ts';
import type { CodeChange, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { codeOf, visitsOf } from '../../../code/walk.ts';
import { enclosing } from '../../code-in-file.ts';
import { mentions } from './mentions.ts';
import { isDoneByOldTests } from './newly-possible.ts';
import { stemOf } from './near.ts';
import { lowerCased } from './novelty.ts';
import type { Reach } from './reach.ts';
import type { TestCase } from './test-index.ts';

/**
 * Whether older tests already say a name that this change brings into the world: those tests were written for it.
 * A function counts where a test calls it, anything else where its name can hardly be another's.
 */
export function isKnownToOldTests(change: CodeChange, tests: readonly TestCase[], reach: Reach): boolean {
  const old = tests.filter(({ touched }) => !touched);
  if (old.length === 0) return false;
  const base = change.files.flatMap(({ base: file }) => (file?.role === 'production' ? [file] : []));
  const isAtBase = (name: string): boolean => base.some((file) => isSaidIn(file, name));
  const isSymbolKnown = change.symbols.some((each) => {
    if (each.kind !== 'added' || each.head.file.role !== 'production' || each.head.symbol.visibility === 'private') return false;
    const { name, kind, modifiers } = each.head.symbol;
    if (name.length < 4 || modifiers.includes('implicit') || ofAnything.test(name)) return false;
    const isFunction = kind === 'function' || kind === 'method' || kind === 'constructor';
    const isKnown = isFunction
      ? reach.linkedTo(each.head).some(({ link, test }) => link === 'call' && !test.touched && isAboutOwner(test, each.head))
      : /[a-z][A-Z]|_|^.{9,}$/.test(name) && old.some((test) => test.names.has(name) && isAboutOwner(test, each.head));
    return isKnown && !isAtBase(name);
  });
  return (
    isSymbolKnown ||
    wordsBesideSymbols(change).some((word) => !isAtBase(word) && old.some((test) => says(test, word))) ||
    sentencesOf(change).some((text) => !isAtBase(text) && old.some((test) => quotes(test, text))) ||
    isDoneByOldTests(change, old, reach)
  );
}

/** What the change writes in whole sentences, of which nobody has the same by chance. */
function sentencesOf({ symbols }: CodeChange): readonly string[] {
  const written = symbols.flatMap((each) => {
    if (each.kind === 'removed' || each.head.file.role !== 'production') return [];
    const { file, symbol } = each.head;
    const isTouched = ({ start, end }: TextRange): boolean => file.touched.some((one) => one.start < end && start < one.end);
    return visitsOf(codeOf(symbol), 'string').flatMap(({ node }) => (isTouched(node.range) ? node.value.trim() : []));
  });
  return [...new Set(written)].filter((text) => text.length >= 16 && /\S\s+\S+\s+\S/.test(text));
}

function quotes({ text, helperTexts }: TestCase, sentence: string): boolean {
  return text.includes(sentence) || helperTexts.some((each) => each.includes(sentence));
}

/** In Java a test says what a constant is of: others may have one of the same name. */
function wordsBesideSymbols({ symbols }: CodeChange): readonly string[] {
  const inJava = new Set(
    symbols
      .flatMap((each) => (each.kind === 'added' && each.head.file.facts?.language === 'java' ? [each.head.symbol] : []))
      .map(({ name }) => name),
  );
  return [...broughtWords(symbols)].filter((word) => !inJava.has(word));
}

/** What things of every kind have. */
const ofAnything = /^(?:hashCode|toString|equals|compareTo|clone|build|builder|size|isEmpty|create|from|iterator|stream|close)$/;

const isSaidIn = rememberedByName((file: SourceFile, name) => lowerCased(file).includes(name.toLowerCase()));

/** In Java a test of a class has its name; methods of others are called like its own. */
function isAboutOwner({ file: test }: TestCase, { file, symbol }: SymbolAt): boolean {
  if (file.facts?.language !== 'java') return true;
  const outermost = enclosing(symbol, file.facts).at(-1);
  return (outermost !== undefined && mentions(test, outermost.name)) || stemOf(test.path).includes(stemOf(file.path));
}

function says(test: TestCase, word: string): boolean {
  return (test.text.includes(word) || test.helperTexts.some((each) => each.includes(word))) && saysInCode(test, word);
}

/** As a key, a member, a constant, a type or in a text: a local of the test may be called like anything. */
const saysInCode = rememberedByName(({ codes }: TestCase, word) =>
  codes.some(({ code }) =>
    visitsOf(code, 'object', 'string', 'member', 'call', 'new', 'name').some(({ node }) => {
      if (node.kind === 'object') return node.properties.some(({ key }) => key === word);
      if (node.kind === 'string') return node.value.split(/[^\w$]+/).includes(word);
      if (node.kind === 'new') return node.type === word;
      return node.name === word && (node.kind !== 'name' || /^[A-Z]/.test(word));
    }),
  ),
);
