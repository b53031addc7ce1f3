import type { TextRange } from '../../../base/text-range.ts';
import type { ChangedFile, CodeChange, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { isTestOfTypes } from '../../../code/file-role.ts';
import { importsFrom, stemOf } from './near.ts';

/** Tests that this change touches and that are no cases which could be read: rows of a table, fixtures, snapshots, what a tester of its own is given. */
export class TestsWithoutCases {
  readonly #files: readonly SourceFile[];
  readonly #change: CodeChange;
  readonly #known = new Map<SourceFile, boolean>();

  constructor(change: CodeChange) {
    this.#change = change;
    this.#files = change.files.flatMap((file) =>
      file.head?.role === 'test' && !isTestOfTypes(file.head.path) && isTouchedOutsideCases(file, file.head) ? [file.head] : [],
    );
  }

  /** Whether one of them is about none of these functions by name: then it is there for one of them all the same. */
  areAboutNone(functions: readonly SymbolAt[]): boolean {
    const files = new Set(functions.map(({ file }) => file));
    return this.#files.some((test) => ![...files].some((file) => isNamedAfter(test, file) || importsFrom(test, file)));
  }

  /** Whether one of them is about a function's file, or about a changed file that uses it. */
  areAbout({ file }: SymbolAt): boolean {
    const known = this.#known.get(file);
    if (known !== undefined) return known;
    const users =
      this.#files.length === 0
        ? []
        : this.#change.files.flatMap(({ head }) => (head?.role === 'production' && importsFrom(head, file) ? [head] : []));
    const found = [file, ...users].some((each) => this.#files.some((test) => isNamedAfter(test, each) || importsFrom(test, each)));
    this.#known.set(file, found);
    return found;
  }
}

/** `fixtures/column-readonly/input.ts` is about `column-readonly.ts`. */
function isNamedAfter(test: SourceFile, { path }: SourceFile): boolean {
  const stem = stemOf(path);
  return stem.length > 3 && stem !== 'index' && test.path.split('/').some((segment) => stemOf(segment.replace(/\..*/s, '')) === stem);
}

function isTouchedOutsideCases({ change }: ChangedFile, head: SourceFile): boolean {
  const { facts } = head;
  if (facts?.language === 'java') return false;
  if (!facts) return change.hunks.length > 0;
  const inside: readonly TextRange[] = [...facts.tests.filter(({ kind }) => kind === 'case'), ...facts.imports].map(({ range }) => range);
  return head.touched.some((range) => isCode(outside(head, range, inside)));
}

/** The text of a range without the parts that others cover. */
function outside({ text }: SourceFile, range: TextRange, covering: readonly TextRange[]): string {
  let left = '';
  let at = range.start;
  for (const { start, end } of [...covering].sort((a, b) => a.start - b.start)) {
    if (end <= at || start >= range.end) continue;
    left += text.slice(at, Math.max(at, start));
    at = end;
  }
  return left + text.slice(at, Math.max(at, range.end));
}

function isCode(text: string): boolean {
  return text.split('\n').some((line) => /\w/.test(line) && !/^\s*(\/\/|\/?\*|import\b|describe|\}\))/.test(line));
}
