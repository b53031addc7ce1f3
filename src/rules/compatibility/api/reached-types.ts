import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import type { Side } from '../../../change/change-set.ts';
import type { CodeChange, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { importedPath, withoutScriptSuffix } from '../../../code/module-name.ts';
import { isOwnMember } from '../../../code/own-by-name.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { enclosing } from '../../code-in-file.ts';

const typeKinds: ReadonlySet<string> = new Set(['class', 'interface', 'enum', 'type-alias', 'namespace']);
const mostTypes = 2000;

/** The names by which consumers reach what an entry point exports; undefined where none does. */
export type NamesOf = (at: SymbolAt) => readonly string[] | undefined;

type Reached = ReadonlyMap<SymbolFact, readonly string[]>;

const known = new WeakMap<CodeChange, Readonly<Record<Side, Reached>>>();

/**
 * The names of what is exported and mentions a type that is not: consumers cannot name the type, but they make and read its values.
 * Only a type that is so at both sides: what became one more way in, or is none any more, is told where it is mentioned.
 */
export function namesThroughSignatures(at: SymbolAt, change: CodeChange, namesOf: NamesOf): readonly string[] | undefined {
  const { file, symbol } = at;
  const top = (file.facts && enclosing(symbol, file.facts).at(-1)) ?? symbol;
  if (file.facts?.language === 'java' || !typeKinds.has(top.kind)) return undefined;
  const reached = known.get(change) ?? {
    base: new Reaching(change, 'base', namesOf).found,
    head: new Reaching(change, 'head', namesOf).found,
  };
  known.set(change, reached);
  const names = reached[file.side].get(top);
  return names && isReachedAcross(top, file, change, reached) ? names : undefined;
}

function isReachedAcross(top: SymbolFact, file: SourceFile, change: CodeChange, reached: Readonly<Record<Side, Reached>>): boolean {
  const pair = change.files.find((each) => each[file.side] === file);
  const other = file.side === 'base' ? 'head' : 'base';
  const twin = pair?.[other]?.facts?.symbols.find(({ kind, qualifiedName }) => kind === top.kind && qualifiedName === top.qualifiedName);
  return twin !== undefined && reached[other].has(twin);
}

/** Goes from what is exported through the types that signatures mention. */
class Reaching {
  readonly found = new Map<SymbolFact, readonly string[]>();
  readonly #files: ReadonlyMap<string, SourceFile>;

  constructor(change: CodeChange, side: Side, namesOf: NamesOf) {
    const files = change.files.flatMap(({ [side]: file }) => (file?.facts && file.facts.language !== 'java' ? [file] : []));
    this.#files = new Map(files.map((file) => [withoutScriptSuffix(file.path), file]));
    const pending: { readonly at: SymbolAt; readonly names: readonly string[] }[] = [];
    for (const file of files)
      for (const symbol of file.facts?.symbols ?? []) {
        const names = symbol.parent === 0 ? namesOf({ file, symbol }) : undefined;
        if (names) pending.push({ at: { file, symbol }, names });
      }
    for (let next = pending.pop(); next && this.found.size < mostTypes; next = pending.pop())
      for (const at of this.#mentioned(next.at)) {
        if (this.found.has(at.symbol) || namesOf(at)) continue;
        this.found.set(at.symbol, next.names);
        pending.push({ at, names: next.names });
      }
  }

  #mentioned({ file, symbol }: SymbolAt): readonly SymbolAt[] {
    return wordsOf(symbol, file).flatMap((word) => this.#find(word, file));
  }

  #find(name: string, file: SourceFile): readonly SymbolAt[] {
    const [, source, inner] = /^import\(['"](.+)['"]\)\.(.+)$/.exec(name) ?? [];
    if (source !== undefined && inner !== undefined) return this.#inModule(importedPath(file.path, source), inner);
    const own = typesIn(file, name);
    if (own.length > 0) return own;
    const imported = importsByName(file).get(name)?.[0];
    return imported ? this.#inModule(importedPath(file.path, imported.source), imported.name) : [];
  }

  #inModule(path: string | undefined, name: string): readonly SymbolAt[] {
    const other = path === undefined ? undefined : this.#files.get(path);
    return other ? typesIn(other, name) : [];
  }
}

function typesIn(file: SourceFile, name: string): readonly SymbolAt[] {
  return typesByName(file).get(name) ?? [];
}

/** In an editor most files stay as they are from one review to the next. */
const typesByName = remembered((file: SourceFile): ReadonlyMap<string, readonly SymbolAt[]> => {
  const types = (file.facts?.symbols ?? []).filter(({ parent, kind }) => parent === 0 && typeKinds.has(kind));
  return groupBy(
    types.map((symbol) => ({ file, symbol })),
    ({ symbol }) => symbol.name,
  );
});

const importsByName = remembered(({ facts }: SourceFile) => groupBy(facts?.imports ?? [], ({ local }) => local));

/** The words of all that is written as a type in what others see of a symbol. */
const wordsOf = remembered((symbol: SymbolFact, file: SourceFile): readonly string[] => [
  ...new Set(
    textsOf(symbol, file).flatMap((text) => text.slice(0, 5000).match(/import\(['"][^'"\n]{1,300}['"]\)\.[\w$]+|[A-Za-z_$][\w$]*/g) ?? []),
  ),
]);

function textsOf(symbol: SymbolFact, file: SourceFile): readonly string[] {
  const seen =
    file.facts && typeKinds.has(symbol.kind)
      ? membersOf(symbol, file.facts).filter(({ visibility, name }) => visibility !== 'private' && !isOwnMember(name))
      : [];
  return [symbol, ...seen].flatMap(({ parameters, type, supertypes, typeParameters }) => [
    ...(parameters ?? []).flatMap((each) => each.type ?? []),
    ...(type === undefined ? [] : [type]),
    ...supertypes.map((each) => each.type),
    ...typeParameters.flatMap(({ bound, default: fallback }) => [bound, fallback].filter((each) => each !== undefined)),
  ]);
}
