/** A Java type as far as it can be told from what is written. */
export interface JavaType {
  /** The last word, e.g. `Entry` of `java.util.Map.Entry`; `?` for a wildcard; a key such as `1#0` for a type variable. */
  readonly name: string;
  /** What stands before the last word, as written or imported; empty where nobody says. */
  readonly qualifier: string;
  readonly args: readonly JavaType[];
  readonly dimensions: number;
  /** Of a wildcard: how its only argument bounds it. */
  readonly bound?: 'extends' | 'super';
  /** Set for type variables; a function, as a variable may be bounded by itself. */
  readonly bounds?: () => readonly JavaType[];
}

/** What simple names mean where a type is written. */
export interface Names {
  /** A type variable, or what stands in for one. */
  variable(name: string): JavaType | undefined;
  /** Where a type is imported from; empty where nobody says. */
  qualifier(name: string): string;
}

const deepest = 20;
const token = /@[\w.]+(?:\s*\([^()]*\))?|[\w$]+|\.\.\.|[<>,.?&[\]]/g;

/** Reads one type; annotations are no part of it. Never throws: what is odd ends the reading. */
export function parseJavaType(text: string, names: Names): JavaType {
  return new Reading(text).type(names, 0);
}

/** `A & B` as a list. */
export function parseBounds(text: string, names: Names): readonly JavaType[] {
  const reading = new Reading(text);
  const found = [reading.type(names, 0)];
  while (reading.take('&')) found.push(reading.type(names, 0));
  return found;
}

class Reading {
  readonly #tokens: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = (text.match(token) ?? []).filter((each) => !each.startsWith('@'));
  }

  take(expected: string): boolean {
    if (this.#tokens[this.#at] !== expected) return false;
    this.#at++;
    return true;
  }

  type(names: Names, depth: number): JavaType {
    if (this.take('?')) return this.#wildcard(names, depth);
    const words = [this.#word()];
    let args = this.#arguments(names, depth);
    while (this.take('.')) {
      words.push(this.#word());
      args = this.#arguments(names, depth);
    }
    const dimensions = this.#dimensions();
    const name = words.pop() ?? '';
    const known = words.length === 0 ? names.variable(name) : undefined;
    if (known) return dimensions === 0 ? known : { ...known, dimensions: known.dimensions + dimensions };
    return { name, qualifier: qualifierOf(words, name, names), args, dimensions };
  }

  #wildcard(names: Names, depth: number): JavaType {
    const bound = this.take('extends') ? 'extends' : this.take('super') ? 'super' : undefined;
    const plain = { name: '?', qualifier: '', dimensions: 0 };
    return bound && depth < deepest ? { ...plain, bound, args: [this.type(names, depth + 1)] } : { ...plain, args: [] };
  }

  #word(): string {
    const word = this.#tokens[this.#at] ?? '';
    if (!/^[\w$]/.test(word)) return '';
    this.#at++;
    return word;
  }

  #arguments(names: Names, depth: number): readonly JavaType[] {
    if (depth >= deepest || !this.take('<')) return [];
    const found: JavaType[] = [];
    do found.push(this.type(names, depth + 1));
    while (this.take(','));
    this.take('>');
    return found;
  }

  #dimensions(): number {
    let count = 0;
    for (;;) {
      if (this.take('...')) count++;
      else if (this.take('[')) count += this.take(']') ? 1 : 0;
      else return count;
    }
  }
}

/** `Map.Entry` with `Map` imported is in `java.util.Map`. */
function qualifierOf(words: readonly string[], name: string, names: Names): string {
  const [first = name, ...rest] = words;
  const outer = names.qualifier(first);
  return words.length === 0 ? outer : [...(outer === '' ? [] : [outer]), first, ...rest].join('.');
}

/** What is left of a type when the program runs, e.g. `List[]`. */
export function erasure(type: JavaType, depth = 0): string {
  const dimensions = '[]'.repeat(type.dimensions);
  if (!type.bounds) return type.name + dimensions;
  const [first] = depth < deepest ? type.bounds() : [];
  return (first ? erasure(first, depth + 1) : 'Object') + dimensions;
}

/** Whether two types are the same, as far as is written: names of packages count where both sides say them. */
export function isSameType(a: JavaType, b: JavaType): boolean {
  return (
    a.name === b.name &&
    a.dimensions === b.dimensions &&
    a.bound === b.bound &&
    isSameQualifier(a.qualifier, b.qualifier) &&
    a.args.length === b.args.length &&
    a.args.every((each, index) => isSameType(each, b.args[index] ?? each))
  );
}

function isSameQualifier(a: string, b: string): boolean {
  return a === '' || b === '' || a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** Whether the same class stands behind two types, whatever its arguments. */
export function isSameClass(a: JavaType, b: JavaType): boolean {
  return a.name === b.name && a.dimensions === b.dimensions && isSameQualifier(a.qualifier, b.qualifier);
}

const primitives = ['byte', 'short', 'int', 'long', 'float', 'double'];
const boxes: ReadonlyMap<string, string> = new Map([
  ['boolean', 'Boolean'],
  ['byte', 'Byte'],
  ['short', 'Short'],
  ['char', 'Character'],
  ['int', 'Integer'],
  ['long', 'Long'],
  ['float', 'Float'],
  ['double', 'Double'],
]);

export function isPrimitive({ name, dimensions }: JavaType): boolean {
  return dimensions === 0 && (boxes.has(name) || name === 'void');
}

/** The class that holds a primitive, or the type itself. */
export function boxed(type: JavaType): JavaType {
  const name = type.dimensions === 0 ? boxes.get(type.name) : undefined;
  return name === undefined ? type : { name, qualifier: '', args: [], dimensions: 0 };
}

/** Whether a primitive can be given where another is wanted: `int` for `long`. */
export function isWidening(from: string, to: string): boolean {
  if (from === to) return true;
  const [start, end] = [from === 'char' ? 'short' : from, to].map((each) => primitives.indexOf(each)) as [number, number];
  return start >= 0 && end > start && to !== 'char';
}
