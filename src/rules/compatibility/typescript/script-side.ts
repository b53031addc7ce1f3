import type { CodeChange, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { groupBy } from '../../../base/group-by.ts';
import { remembered } from '../../../base/remembered.ts';
import { importedPath, withoutScriptSuffix } from '../../../code/module-name.ts';

const kinds: ReadonlySet<string> = new Set(['class', 'interface', 'enum', 'type-alias']);

/** A type that a changed file declares, with its members; an interface may be declared in several pieces. */
export interface DeclaredScriptType {
  readonly file: SourceFile;
  readonly symbol: SymbolFact;
  readonly members: readonly SymbolFact[];
}

/** The types that the changed files declare at one side. */
export class ScriptSide {
  readonly #byName: ReadonlyMap<string, readonly DeclaredScriptType[]>;

  readonly files: readonly SourceFile[];

  constructor(change: Pick<CodeChange, 'files'>, side: 'base' | 'head') {
    this.files = change.files.flatMap(({ [side]: file }) => (file?.facts && file.facts.language !== 'java' ? [file] : []));
    this.#byName = groupBy(this.files.flatMap(typesOf), ({ symbol }) => symbol.qualifiedName);
  }

  /** What a name means in a file: its own declaration, otherwise the only one of that name in the change. */
  find(name: string, file: SourceFile): readonly DeclaredScriptType[] {
    const [, source, inner] = /^import\("([^"]+)"\)\.(.+)$/.exec(name) ?? [];
    if (source !== undefined && inner !== undefined) return this.#inModule(inner, importedPath(file.path, source));
    const own = (this.#byName.get(name) ?? []).filter((each) => each.file.path === file.path);
    if (own.length > 0) return own;
    const dot = name.indexOf('.');
    // Of `core.Type` the whole module is imported.
    const imported = file.facts?.imports.find(({ local }) => local === (dot === -1 ? name : name.slice(0, dot)));
    const wanted =
      dot !== -1 && imported?.name === '*' ? name.slice(dot + 1) : imported && imported.name !== 'default' ? imported.name : name;
    const others = this.#byName.get(wanted) ?? [];
    const path = imported && importedPath(file.path, imported.source);
    const there = this.#inModule(wanted, path);
    if (there.length > 0) return there;
    const isOne = new Set(others.map((each) => each.file.path)).size === 1;
    return isOne && (!imported || isOwnModule(imported.source)) ? others : [];
  }

  #inModule(name: string, path: string | undefined): readonly DeclaredScriptType[] {
    return path === undefined ? [] : (this.#byName.get(name) ?? []).filter((each) => withoutScriptSuffix(each.file.path) === path);
  }

  /** The declarations of a type by its qualified name, in whichever file. */
  named(qualifiedName: string): readonly DeclaredScriptType[] {
    return this.#byName.get(qualifiedName) ?? [];
  }

  /** The declaration of a symbol of this side. */
  of({ file, symbol }: SymbolAt): DeclaredScriptType | undefined {
    return this.#byName.get(symbol.qualifiedName)?.find((each) => each.symbol === symbol && each.file === file);
  }
}

/** By its path, or by a name that only the package itself knows: `imports` of package.json, and what compilers are commonly told. */
function isOwnModule(source: string): boolean {
  return /^(?:\.|#|[~@]\/)/.test(source);
}

const typesOf = remembered((file: SourceFile): readonly DeclaredScriptType[] => {
  const symbols = file.facts?.symbols ?? [];
  const members = groupBy(symbols, ({ parent }) => parent);
  return symbols.flatMap((symbol, index) => (kinds.has(symbol.kind) ? [{ file, symbol, members: members.get(index) ?? [] }] : []));
});
