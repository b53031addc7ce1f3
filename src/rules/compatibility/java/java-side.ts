import { groupBy } from '../../../base/group-by.ts';
import type { CodeChange, SourceFile, SymbolAt } from '../../../code/code-change.ts';
import type { FileFacts, SymbolFact, TypeParameterFact } from '../../../code/facts.ts';
import { enclosing } from '../../code-in-file.ts';
import { parseBounds, parseJavaType, type JavaType, type Names } from './java-type.ts';
import { jdkSupertypes } from './jdk-types.ts';

/** A type that a changed file declares. */
export interface DeclaredType extends SymbolAt {
  readonly members: readonly SymbolFact[];
}

/** All that a type is, itself first, and whether every step of the way is known. */
interface Ancestors {
  readonly types: readonly JavaType[];
  readonly isComplete: boolean;
}

const typeKinds: ReadonlySet<string> = new Set(['class', 'interface', 'enum', 'record', 'annotation']);
const mostSteps = 500;

/** The types that the changed files declare at one side, those around them as far as they were read, and what is known of the JDK’s. */
export class JavaSide {
  readonly #byName = new Map<string, DeclaredType[]>();
  readonly #ancestors = new Map<DeclaredType, Ancestors>();
  #heirs: ReadonlyMap<string, readonly DeclaredType[]> | undefined;

  constructor(change: Pick<CodeChange, 'files' | 'relatedTypes'>, side: 'base' | 'head') {
    const files = [...change.files.map((each) => each[side]), ...change.relatedTypes];
    for (const file of files) if (file?.facts?.language === 'java') this.#add(file);
  }

  #add(file: SourceFile): void {
    const symbols = file.facts?.symbols ?? [];
    const members = groupBy(symbols, ({ parent }) => parent);
    for (const [index, symbol] of symbols.entries()) {
      if (!typeKinds.has(symbol.kind)) continue;
      const found = this.#byName.get(symbol.name) ?? [];
      found.push({ file, symbol, members: members.get(index) ?? [] });
      this.#byName.set(symbol.name, found);
    }
  }

  get all(): readonly DeclaredType[] {
    return [...this.#byName.values()].flat();
  }

  /** The declaration behind a name; undefined where the change has none, or the name could be another's. */
  find({ name, qualifier }: Pick<JavaType, 'name' | 'qualifier'>): DeclaredType | undefined {
    const found = this.#byName.get(name) ?? [];
    if (qualifier === '') return found.length === 1 ? found[0] : undefined;
    return found.find(
      ({ symbol }) => symbol.qualifiedName === `${qualifier}.${name}` || symbol.qualifiedName.endsWith(`.${qualifier}.${name}`),
    );
  }

  named(qualifiedName: string): DeclaredType | undefined {
    return this.#byName
      .get(qualifiedName.slice(qualifiedName.lastIndexOf('.') + 1))
      ?.find(({ symbol }) => symbol.qualifiedName === qualifiedName);
  }

  /** The declaration of the type around a member, or of the type itself. */
  of({ file, symbol }: SymbolAt): DeclaredType | undefined {
    const owner = typeKinds.has(symbol.kind) ? symbol : file.facts && enclosing(symbol, file.facts)[0];
    return owner && this.named(owner.qualifiedName);
  }

  /** What a type is directly a kind of, with its arguments handed on; undefined where the type is not known. */
  supertypes(type: JavaType): readonly JavaType[] | undefined {
    const declared = this.find(type);
    if (declared) return declaredSupertypes(declared, type.args);
    const known = /^(?:java\b|$)/.test(type.qualifier) || /^[A-Z]/.test(type.qualifier) ? jdkSupertypes(type.name) : undefined;
    return known?.map((name) => ({ name, qualifier: '', args: jdkArguments(name, type.args), dimensions: 0 }));
  }

  ancestors(declared: DeclaredType): Ancestors {
    const found = this.#ancestors.get(declared) ?? this.#findAncestors(declared);
    this.#ancestors.set(declared, found);
    return found;
  }

  /** The declared types that are of a type of this name. */
  heirsOf(name: string): readonly DeclaredType[] {
    this.#heirs ??= this.#findHeirs();
    return this.#heirs.get(name) ?? [];
  }

  #findHeirs(): ReadonlyMap<string, readonly DeclaredType[]> {
    const heirs = new Map<string, DeclaredType[]>();
    for (const each of this.all) {
      for (const name of new Set(this.ancestors(each).types.map((type) => type.name))) {
        const found = heirs.get(name) ?? [];
        found.push(each);
        heirs.set(name, found);
      }
    }
    return heirs;
  }

  #findAncestors(declared: DeclaredType): Ancestors {
    const types: JavaType[] = [];
    const pending = [...declaredSupertypes(declared, [])];
    let isComplete = true;
    for (let at = pending.shift(), steps = 0; at && steps < mostSteps; at = pending.shift(), steps++) {
      const { name, qualifier } = at;
      if (types.some((each) => each.name === name && each.qualifier === qualifier)) continue;
      types.push(at);
      const next = this.supertypes(at);
      if (next) pending.push(...next);
      else isComplete = false;
    }
    return { types, isComplete };
  }
}

/** In a raw type, or one of another arity, nothing is known of the arguments. */
function jdkArguments(name: string, args: readonly JavaType[]): readonly JavaType[] {
  return name === 'Serializable' || name === 'Cloneable' || name === 'RandomAccess' ? [] : args;
}

function declaredSupertypes({ file, symbol }: DeclaredType, args: readonly JavaType[]): readonly JavaType[] {
  const given = new Map(symbol.typeParameters.map(({ name }, index) => [name, args[index]]));
  const names: Names = { variable: (name) => given.get(name), qualifier: importedFrom(file) };
  const written = symbol.supertypes.map(({ type }) => parseJavaType(type, names));
  const implied =
    symbol.kind === 'enum' ? 'Enum' : symbol.kind === 'record' ? 'Record' : symbol.kind === 'annotation' ? 'Annotation' : undefined;
  return implied === undefined ? written : [...written, { name: implied, qualifier: '', args: [], dimensions: 0 }];
}

/** The names of the type variables around a symbol, by level and place: the same at both sides, whatever they are called. */
export function namesAt({ file, symbol }: SymbolAt): Names {
  const levels = file.facts ? [...enclosing(symbol, file.facts)].reverse().concat(symbol) : [symbol];
  const variables = new Map<string, JavaType>();
  const names: Names = { variable: (name) => variables.get(name), qualifier: importedFrom(file) };
  for (const [level, each] of levels.entries())
    for (const [place, parameter] of each.typeParameters.entries())
      variables.set(parameter.name, variable(`${String(level)}#${String(place)}`, parameter, names));
  return names;
}

function variable(key: string, { bound }: TypeParameterFact, names: Names): JavaType {
  return { name: key, qualifier: '', args: [], dimensions: 0, bounds: () => (bound === undefined ? [] : parseBounds(bound, names)) };
}

const importedNames = new WeakMap<FileFacts, Names['qualifier']>();

/** Where a simple name is imported from. */
export function importedFrom({ facts }: SourceFile): Names['qualifier'] {
  if (!facts) return () => '';
  const found = importedNames.get(facts) ?? sourceOfName(facts);
  importedNames.set(facts, found);
  return found;
}

function sourceOfName({ imports }: FileFacts): Names['qualifier'] {
  const sources = new Map(imports.map(({ local, source }) => [local, source]));
  return (name) => sources.get(name) ?? '';
}
