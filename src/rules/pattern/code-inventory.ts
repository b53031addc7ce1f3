import { groupBy } from '../../base/group-by.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { Assignment, Call, Construction, Expression, ObjectLiteral } from '../../code/expression.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { bare, visitsOf, type CodeNode, type Visited } from '../../code/walk.ts';
import { codeIn, simpleTypeName } from '../code-in-file.ts';

type Kind = Exclude<CodeNode['kind'], 'other'>;
type Of<K extends Kind> = Extract<CodeNode, { readonly kind: K }>;

/** A node of a file's code: where it stands, and the way down to it. */
export interface Sight<Node extends CodeNode = CodeNode> extends Scope, Visited<Node> {}

/** One property of an object that is written out; of a variable of the file it is a field. */
export interface PropertySight extends Scope {
  /** The object, with the way down to it. */
  readonly object?: Sight<ObjectLiteral>;
  readonly key: string;
  readonly value: Expression;
  readonly range: TextRange;
}

/** The code of one file by what is asked for: each kind of node is looked through once, however many rules ask. */
export class CodeInventory {
  readonly file: SourceFile;
  readonly scopes: readonly Scope[];
  readonly #byKind = new Map<Kind, readonly Sight[]>();
  #calls: ReadonlyMap<string, readonly Sight<Call>[]> | undefined;
  #constructions: ReadonlyMap<string, readonly Sight<Construction>[]> | undefined;
  #properties: ReadonlyMap<string, readonly PropertySight[]> | undefined;
  #assignments: ReadonlyMap<string, readonly Sight<Assignment>[]> | undefined;

  constructor(file: SourceFile) {
    this.file = file;
    this.scopes = codeIn(file).map(({ symbol, code }) => ({ file, symbol, code }));
  }

  of<K extends Kind>(kind: K): readonly Sight<Of<K>>[] {
    const known =
      this.#byKind.get(kind) ?? this.scopes.flatMap((scope) => visitsOf(scope.code, kind).map((visited) => sightOf(scope, visited)));
    this.#byKind.set(kind, known);
    return known as readonly Sight<Of<K>>[];
  }

  /** Calls by the name of what is called. */
  calls(...names: readonly string[]): readonly Sight<Call>[] {
    this.#calls ??= groupBy(this.of('call'), ({ node }) => node.name);
    return gathered(this.#calls, names);
  }

  /** Constructions by the simple name of the type. */
  constructions(...types: readonly string[]): readonly Sight<Construction>[] {
    this.#constructions ??= groupBy(this.of('new'), ({ node }) => simpleTypeName(node.type));
    return gathered(this.#constructions, types);
  }

  /** Properties of objects that are written out, by key. */
  properties(...keys: readonly string[]): readonly PropertySight[] {
    this.#properties ??= groupBy([...this.of('object').flatMap(propertiesOf), ...this.scopes.flatMap(fieldOf)], ({ key }) => key);
    return gathered(this.#properties, keys);
  }

  /** Assignments by the last name of their target. */
  assignments(...names: readonly string[]): readonly Sight<Assignment>[] {
    this.#assignments ??= groupBy(this.of('assignment'), ({ node }) => lastName(node.target) ?? '');
    return gathered(this.#assignments, names);
  }
}

/** Written out: spreading takes several times longer, and there are very many. */
function sightOf<Node extends CodeNode>({ file, symbol, code }: Scope, { node, parent }: Visited<Node>): Sight<Node> {
  return parent ? { file, symbol, code, node, parent } : { file, symbol, code, node };
}

function propertiesOf(object: Sight<ObjectLiteral>): readonly PropertySight[] {
  const { file, symbol, code } = object;
  return object.node.properties.map((property) => ({ file, symbol, code, object, ...property }));
}

/** The parts of an object that a variable of the file holds are symbols of their own. */
function fieldOf(scope: Scope): readonly PropertySight[] {
  const { symbol, file } = scope;
  const parent = symbol.parent === undefined ? undefined : file.facts?.symbols[symbol.parent];
  if (symbol.kind !== 'field' || !symbol.value || parent?.kind === 'class') return [];
  return [{ ...scope, key: symbol.name, value: symbol.value, range: symbol.range }];
}

function gathered<Value>(known: ReadonlyMap<string, readonly Value[]>, names: readonly string[]): readonly Value[] {
  return names.flatMap((name) => known.get(name) ?? []);
}

let latest: CodeInventory | undefined;

/** The inventory of a file. Rules look at one file after another, so that the last one is all that is worth keeping. */
export function inventoryOf(file: SourceFile): CodeInventory {
  if (latest?.file !== file) latest = new CodeInventory(file);
  return latest;
}

/** `name` of `a.b.name`, `a['name']`, `a.name()` and `name`. */
export function lastName(expression: Expression): string | undefined {
  const value = bare(expression);
  if (value.kind === 'index') return value.index.kind === 'string' ? value.index.value : lastName(value.object);
  return value.kind === 'name' || value.kind === 'member' || value.kind === 'call' ? value.name : undefined;
}
