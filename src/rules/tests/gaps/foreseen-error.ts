import { contains, type TextRange } from '../../../base/text-range.ts';
import type { SymbolAt } from '../../../code/code-change.ts';
import type { AssertionFact } from '../../../code/facts.ts';
import { walk } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { Atom } from './atoms.ts';
import type { ChangedFunction } from './changed-function.ts';
import type { ExpectedError } from './obligation.ts';
import { isGuardKey } from './null-guards.ts';
import { comesAbout } from './outcomes.ts';
import { sitesOf } from './reach.ts';
import type { LinkedTest } from './tests-of-file.ts';
import type { TestCase } from './test-index.ts';

/** Whether an older test seems written for this very error: it expects its words, or its type where it names what is refused. */
export function isForeseen({ error, whole }: Atom, tests: readonly TestCase[]): boolean {
  if (!error) return false;
  const expecting = tests.filter(({ errors }) => errors.length > 0);
  if (expecting.some((test) => test.errors.some((each) => saysTheWords(error, each)))) return true;
  if (expecting.some((test) => test.errors.some((each) => isOfType(error, each)) && isCalledAfter(error, test))) return true;
  const subjects = whole ? subjectsOf(whole) : [];
  const naming = expecting.filter(
    (test) => test.errors.some((each) => isOfType(error, each)) && subjects.some((word) => names(test, word)),
  );
  // What most tests of errors name is what they are all about.
  return naming.length > 0 && naming.length <= Math.max(3, expecting.length / 5);
}

/** Whether an older test expects an error of this type from a call of the function, which threw none of it before, or did not for what it is given there. */
export function isExpectedAnew(atom: Atom, changed: ChangedFunction, linked: readonly LinkedTest[]): boolean {
  const { error } = atom;
  const { at, base } = changed;
  if (!error || !base || (error.type === '' && error.status !== undefined)) return false;
  const types = error.type === '' ? typesOfCheck(atom) : [error.type];
  const before = base.file.text.slice(base.symbol.range.start, base.symbol.range.end);
  const isNewHere = !types.some((type) => before.includes(type)) && !(error.type === '' && checking.test(before));
  return linked.some((each) =>
    each.test.errors.some((expecting) => {
      if (each.link !== 'call' || expecting.kind !== 'throws' || !types.includes(simpleTypeName(expecting.expected ?? ''))) return false;
      const extent = extentOf(expecting, each.test);
      // What threw such errors before is known by what it is given.
      if (isNewHere) return isAround(extent, each.test, at);
      return comesAbout(atom, changed, each, ({ node }) => contains(extent, node.range));
    }),
  );
}

/** What a check of a library throws, as far as its name tells. */
function typesOfCheck({ node, key }: Atom): readonly string[] {
  const owner = node?.kind === 'call' ? node.receiver : undefined;
  if (owner?.kind === 'name' && owner.name === 'Assert') return ['IllegalArgumentException', 'IllegalStateException'];
  if (node?.kind === 'call' && isGuardKey(key) && /^(?:requireNonNull|checkNotNull)$/.test(node.name)) return ['NullPointerException'];
  return ['IllegalArgumentException', 'NullPointerException'];
}

const checking = /\b(?:requireNonNull|checkNotNull|Validate|Preconditions|Assert)\b/;

/** An assertion that holds the call, or that speaks of the whole test: `@Test(expected = …)`. */
function isAround(range: TextRange, test: TestCase, at: SymbolAt): boolean {
  if (!test.test.body.some((each) => contains(each.range, range))) return true;
  return sitesOf(test, at).some(({ node }) => contains(range, node.range));
}

/** With what the chain of calls begins with that the assertion goes on: `assertThatThrownBy(() -> …).isInstanceOf(…)`. */
export function extentOf({ range }: AssertionFact, { test }: TestCase): TextRange {
  return test.body.find((each) => each.kind === 'expression' && contains(each.range, range))?.range ?? range;
}

function saysTheWords({ message }: ExpectedError, { kind, expected }: AssertionFact): boolean {
  const words = expected === undefined || kind === 'status' ? [] : wordsIn(expected);
  const own = new Set(wordsIn(message));
  const said = words.filter((word) => own.has(word));
  return words.length > 1 && own.size > 1 && said.length >= 0.6 * words.length && said.some((word) => !refusing.test(word));
}

/** Whether a test is called after most of what the message says: `testMissingMainHeader`. What the tests around it are called after, too, says nothing. */
function isCalledAfter({ message }: ExpectedError, { test }: TestCase): boolean {
  const [title = '', around = ''] = [test.titles.at(-1), test.titles.slice(0, -1).join(' ')].map((each) => each?.toLowerCase());
  const words = wordsIn(message).filter((word) => !refusing.test(word) && !around.includes(word));
  return words.length >= leastSaid && words.filter((word) => title.includes(word)).length >= 0.75 * words.length;
}

const leastSaid = 3;

/** What every message says that refuses something. */
const refusing =
  /^(?:must|cannot|can|may|should|not|null|empty|blank|the|and|for|with|has|have|invalid|value|argument|parameter|required|is)$/;

function wordsIn(text: string): readonly string[] {
  return (text.match(/[A-Za-z]{3,}/g) ?? []).map((word) => word.toLowerCase());
}

/** The checks of libraries throw what Java throws for arguments. */
const argumentErrors = /^(IllegalArgumentException|NullPointerException)$/;

function isOfType({ type, status }: ExpectedError, { kind, expected = '' }: AssertionFact): boolean {
  if (kind === 'status') return status !== undefined && status === expected;
  const name = simpleTypeName(expected);
  return type === '' ? argumentErrors.test(name) : name === type;
}

/** The names in a condition that say what it is about. */
function subjectsOf(condition: NonNullable<Atom['whole']>): readonly string[] {
  const names = Array.from(walk([condition]), ({ node }) =>
    node.kind === 'name' || node.kind === 'member' || node.kind === 'call' ? node.name : '',
  );
  return [...new Set(names.filter((name) => name.length > 3 && !tooCommon.test(name)))];
}

const tooCommon =
  /^(length|size|value|values|name|index|this|type|equals|isEmpty|options|args|typeof|String|Object|contains|includes|test|method|class|clazz|field|object|element|result|input|output|data|item|list|node)$/;

/** What a type of tests in Java is called after, all of them are about. */
function names({ test, file }: TestCase, word: string): boolean {
  const lower = word.replace(/^[_$#]+/, '').toLowerCase();
  if (file.facts?.language === 'java' && test.titles[0]?.toLowerCase().includes(lower) === true) return false;
  return test.titles
    .join('')
    .replace(/[\s_-]/g, '')
    .toLowerCase()
    .includes(lower);
}
