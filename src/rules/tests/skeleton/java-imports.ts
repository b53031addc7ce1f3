import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import { packageOf } from '../../../code/module-name.ts';
import type { Edit } from '../../../finding/draft.ts';

/** The imports that a test class needs beyond those it has. */
export class JavaImports {
  readonly #test: SourceFile;
  readonly #lines = new Set<string>();

  constructor(test: SourceFile) {
    this.#test = test;
  }

  /** Makes a type of a package known. */
  add(source: string, name: string): void {
    if (name === '' || source === '' || source === packageOf(this.#test.facts) || source === 'java.lang') return;
    if (!this.#has(source, name)) this.#lines.add(`import ${source}.${name};`);
  }

  /** Makes a type known as another file knows it, and gives its name. */
  addFrom(file: SourceFile, name: string): string {
    const { facts } = file;
    const known = facts?.imports.find(({ local }) => local === name);
    if (known) this.add(known.source, known.name);
    else if (!inLang.test(name)) this.#addUnknown(file, name);
    return name;
  }

  /** What a file knows without an import: a type in it, one that it names with its package, one of its own package or of all that it imports. */
  #addUnknown(file: SourceFile, name: string): void {
    const { facts } = file;
    const own = facts?.symbols.find((symbol) => symbol.name === name && /^(?:class|interface|enum|record)$/.test(symbol.kind));
    const source = own ? own.qualifiedName.slice(0, -name.length - 1) : qualifierOf(name, file);
    const all = facts?.imports.filter((each) => each.name === '*' && /^[a-z]\w*(?:\.[a-z]\w*)*$/.test(each.source)) ?? [];
    if (source !== undefined || all.length === 0) this.add(source ?? packageOf(facts), name);
    else for (const each of [packageOf(facts), ...all.map((one) => one.source)]) this.add(each, '*');
  }

  addStatic(source: string, name: string): void {
    // A test case of old inherits its assertions.
    const inherits = this.#test.facts?.symbols.some(({ supertypes }) => supertypes.some(({ type }) => type.endsWith('TestCase'))) ?? false;
    const has = this.#test.facts?.imports.some((each) => each.name === name || (each.source === source && each.name === '*')) ?? false;
    if (!inherits && !has) this.#lines.add(`import static ${source}.${name};`);
  }

  edits(): readonly Edit[] {
    const places = new Map<number, string[]>();
    for (const line of [...this.#lines].sort()) {
      const at = this.#placeOf(line);
      places.set(at, [...(places.get(at) ?? []), line]);
    }
    return [...places].map(([at, lines]) => ({
      file: this.#test,
      range: { start: at, end: at },
      newText: lines.map((line) => `${line}\n`).join(''),
    }));
  }

  /** In the order of those that begin alike, behind those that are as static, or else behind all. */
  #placeOf(line: string): number {
    const { facts, lines, text } = this.#test;
    const known = (facts?.imports ?? []).map(({ range }) => lines.lineRange(lines.position(range.start).line));
    const said = ({ start, end }: TextRange): string => text.slice(start, end).trim();
    const kindOf = (other: string): string => /^import\s+(?:static\s+)?/.exec(other)?.[0].replace(/\s+/g, ' ') ?? '';
    const alike = known.filter((range) => kindOf(said(range)) === kindOf(line));
    const near = alike.filter((range) => said(range).startsWith(line.slice(0, line.indexOf('.') + 1)));
    const next = near.find((range) => said(range) > line);
    if (next) return next.start;
    const after = near.at(-1) ?? alike.at(-1) ?? known.at(-1);
    if (after) return Math.min(text.length, after.end);
    const declared = /^[ \t]{0,40}package\s[^;]{1,300};/m.exec(text);
    return declared ? Math.min(text.length, lines.lineRange(lines.position(declared.index + declared[0].length).line).end) : 0;
  }

  /** All of them in two groups, in the order of another file's. */
  sorted(like: SourceFile): readonly string[] {
    const isStatic = (line: string): boolean => line.startsWith('import static ');
    const lines = [...this.#lines].sort();
    const groups = [lines.filter(isStatic), lines.filter((line) => !isStatic(line))];
    const first = like.facts?.imports[0]?.range.start ?? 0;
    const inOrder = /^(?:import\s+)?static\b/.test(like.text.slice(first, first + 20)) ? groups : groups.reverse();
    return inOrder.filter((group) => group.length > 0).flatMap((group, index) => (index === 0 ? group : ['', ...group]));
  }

  #has(source: string, name: string): boolean {
    return this.#test.facts?.imports.some((each) => each.source === source && (each.name === name || each.name === '*')) ?? false;
  }
}

/** `java.io` of `new java.io.IOException()`. */
function qualifierOf(name: string, { text }: SourceFile): string | undefined {
  const at = text.search(new RegExp(`\\.${name}\\b`));
  return at === -1 ? undefined : /(?<![\w.])[a-z]\w{0,40}(?:\.[a-z]\w{0,40}){1,8}$/.exec(text.slice(Math.max(0, at - 200), at))?.[0];
}

/** The errors that need no import. */
const inLang =
  /^(?:Throwable|Exception|RuntimeException|Error|(?:Illegal(?:Argument|State|Access|Monitor\w+)|NullPointer|(?:Array|String)?IndexOutOfBounds|UnsupportedOperation|Arithmetic|ClassCast|NumberFormat|CloneNotSupported|Interrupted|Security|ArrayStore|NegativeArraySize|ClassNotFound|NoSuch(?:Field|Method))Exception|AssertionError|StackOverflowError|OutOfMemoryError)$/;
