import { overlaps } from '../../../base/text-range.ts';
import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { Obligation } from './obligation.ts';
import { obligationsOf } from './obligations.ts';
import type { ChangedFunction } from './changed-behaviour.ts';
import type { Atom } from './atoms.ts';
import type { LinkedTest } from './reach.ts';
import type { TestCase } from './test-index.ts';

/** What the tests that are tied to one function say about it. */
export interface Verdict {
  readonly gap?: 'untested' | 'edge';
  readonly confidence: 'medium' | 'low';
  readonly obligations: readonly Obligation[];
}

export function verdictOn(changed: ChangedFunction, linked: readonly LinkedTest[], change: CodeChange): Verdict {
  const calling = linked.filter(({ link }) => link === 'call').map(({ test }) => test);
  const shown =
    linked.some(({ test }) => test.touched) ||
    (changed.isNew
      ? calling.length > 0
      : showsNovelty(
          changed,
          linked.map(({ test }) => test),
          change,
        ));
  const unexpected = new Set(changed.added.filter((atom) => atom.kind === 'throws' && !isExpected(atom, linked, changed)));
  const obligations = obligationsOf(changed).map(({ atom, ...raised }): Obligation => {
    const state = atom?.kind === 'throws' ? !unexpected.has(atom) : shown;
    return { ...raised, shown: state ? 'shown' : 'missing' };
  });
  const familiar =
    !changed.isNew &&
    (linked.length > 0 || changed.at.symbol.visibility === 'private') &&
    changed.added.every((atom) => isFamiliar(atom, linked));
  // That something is gone is often a simpler way to do the same.
  const confidence = (!shown && familiar) || changed.added.length === 0 ? 'low' : 'medium';
  if (!shown) return { gap: 'untested', confidence, obligations };
  return unexpected.size === 0 ? { confidence, obligations } : { gap: 'edge', confidence, obligations };
}

/** Another value is what the tests that are there check; a condition, where they name all that it asks for. */
function isFamiliar({ kind, key }: Atom, linked: readonly LinkedTest[]): boolean {
  if (kind !== 'branch') return kind === 'value';
  const words = [...wordsOf(key), ...(key.match(/\b\d+\b/g) ?? [])];
  return words.length > 0 && words.every((word) => linked.some(({ test }) => test.text.includes(withoutAccess(word))));
}

/** An older test may already show what is new: it names a word that only the new behaviour has. */
function showsNovelty(changed: ChangedFunction, tests: readonly TestCase[], change: CodeChange): boolean {
  const base = change.files.find(({ head }) => head === changed.at.file)?.base?.text.toLowerCase() ?? '';
  const words = new Set(
    changed.added.flatMap(({ key, range }) => [
      ...wordsOf(key),
      ...wordsOf(changed.at.file.text.slice(range.start, Math.min(range.end, range.start + 400))),
    ]),
  );
  const novel = [...words].map(withoutAccess).filter((word) => !base.includes(word.toLowerCase()));
  return novel.some((word) => tests.some(({ text, file }) => text.includes(word) || (file.text.includes(word) && isInRows(word, file))));
}

/** `getLimit`, `isLimit`, `withLimit` are about `Limit`. */
function withoutAccess(word: string): string {
  return word.replace(/^(?:get|set|is|has|with|should|allow|use)(?=[A-Z]\w{3})/, '');
}

/** Words with a meaning of their own: not the names that every program uses. */
function wordsOf(text: string): readonly string[] {
  return (text.match(/[A-Za-z_$][\w$]{3,60}|"[^"\\]{2,60}"/g) ?? [])
    .map((word) => word.replace(/"/g, ''))
    .filter((word) => !common.test(word));
}

const common =
  /^(branch|value|throws|loop|case|catch|this|null|undefined|true|false|return|typeof|instanceof|Object|String|Number|Boolean|Array|Error|TypeError|length|push|call|apply|name|type|key|value|index|item|options|result|function|const|else|size|isEmpty|equals|get|put|add|has|set)$/;

/** Tables of test data stand outside of the tests that read them. */
function isInRows(word: string, file: SourceFile): boolean {
  const at = file.text.indexOf(word);
  return !(file.facts?.imports ?? []).some(({ range }) => overlaps(range, { start: at, end: at }));
}

/** A test expects this error: by type or words where the test says them, otherwise a test of this change on this function. */
function isExpected({ error }: Atom, linked: readonly LinkedTest[], changed: ChangedFunction): boolean {
  const isOfAnother = (expected: string): boolean => changed.added.some((atom) => atom.error && namesSame(atom.error, expected));
  return linked.some(({ test, link }) =>
    test.errors.some(({ expected, kind }) => {
      const agrees = error === undefined || expected === undefined || kind === 'status' ? undefined : namesSame(error, expected);
      // Where the names differ it may be a subclass, unless it is another error of the same change.
      if (test.touched) return agrees !== false || (link === 'call' && !isOfAnother(expected ?? ''));
      return link === 'call' && (agrees === true || (changed.isNew && agrees === undefined));
    }),
  );
}

function namesSame({ type, message }: NonNullable<Atom['error']>, expected: string): boolean {
  const words: readonly string[] = expected.match(/[A-Za-z]{4,}/g) ?? [];
  if (type !== '' && words.includes(type)) return true;
  return words.length > 0 && words.some((word) => message.toLowerCase().includes(word.toLowerCase()));
}
