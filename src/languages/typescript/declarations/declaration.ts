import type { TextRange } from '../../../base/text-range.ts';
import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';
import type { Statement } from '../../../code/statement.ts';
import type { Part } from '../part.ts';
import type { Reader } from '../reader.ts';
import { documentationBefore, readDocumentation } from './documentation.ts';
import type { Documentation } from './documentation.ts';

/** A symbol with the symbols inside it. */
export interface Declaration {
  /** Its parent is known when all symbols are put in a row. */
  readonly symbol: SymbolFact & { parent?: number; context?: SymbolFact['context'] };
  readonly members: readonly Declaration[];
}

/** Where declarations are read: in a module, a namespace, a type. */
export interface Scope {
  readonly reader: Reader;
  /** Qualified name of the owner; empty for the module. */
  readonly owner: string;
  /** Types may stand in documentation comments. */
  readonly isJavaScript: boolean;
  /** Whether a name declared here can be reached from outside. */
  readonly isExported: (name: string) => boolean;
  /** Nothing here is run: a file of declarations, or within `declare`. */
  readonly isAmbient: boolean;
}

/** What tells one declaration from another; the rest is found out. */
export interface Seed {
  readonly kind: SymbolFact['kind'];
  readonly name: string;
  readonly nameRange: TextRange;
  /** With decorators and `export`. */
  readonly range: TextRange;
  readonly visibility: SymbolFact['visibility'];
  readonly modifiers?: readonly string[];
  readonly annotations?: SymbolFact['annotations'];
  readonly typeParameters?: SymbolFact['typeParameters'];
  readonly parameters?: SymbolFact['parameters'];
  readonly type?: string | undefined;
  readonly supertypes?: SymbolFact['supertypes'];
  /** Ends the signature. */
  readonly bodyRange?: TextRange | undefined;
  /** Read only where the change touches the symbol. */
  readonly body?: () => readonly Statement[];
  /** The initial value: ends the signature too, and is read only where the change touches the symbol. */
  readonly value?: Part | undefined;
  readonly members?: (scope: Scope) => readonly Declaration[];
}

/** Assigning is several times faster than spreading, and there are very many symbols. */
type SymbolDraft = { -readonly [Key in keyof SymbolFact]: SymbolFact[Key] };

export function declare(scope: Scope, seed: Seed): Declaration {
  const { reader, owner } = scope;
  const documentation = documentationBefore(reader.text, seed.range.start);
  const documented = documentation && readDocumentation(reader.slice(documentation), scope.isJavaScript);
  const qualifiedName = owner === '' ? seed.name : `${owner}.${seed.name}`;
  const touched = reader.isTouched({ start: documentation?.start ?? seed.range.start, end: seed.range.end });
  const symbol: SymbolDraft = {
    kind: seed.kind,
    name: seed.name,
    qualifiedName,
    visibility: seed.visibility,
    modifiers: seed.modifiers ?? [],
    annotations: seed.annotations ?? [],
    typeParameters: seed.typeParameters ?? [],
    throws: [],
    supertypes: seed.supertypes ?? [],
    range: seed.range,
    nameRange: seed.nameRange,
    signatureRange: {
      start: seed.nameRange.end,
      end: Math.max(seed.nameRange.end, seed.bodyRange?.start ?? seed.value?.start ?? seed.range.end),
    },
    deprecated: documented?.deprecated ?? false,
    touched,
  };
  const type = seed.type ?? documented?.type;
  if (type !== undefined) symbol.type = type;
  if (seed.parameters) symbol.parameters = documented ? typed(seed.parameters, documented) : seed.parameters;
  if (seed.bodyRange) symbol.bodyRange = seed.bodyRange;
  if (documentation) symbol.documentation = documentation;
  if (touched && seed.body) symbol.body = seed.body();
  if (touched && seed.value) symbol.value = reader.expression(seed.value);
  if (!touched && (seed.body || seed.value)) reader.unread.push({ symbol, read: () => contextOf(seed, reader) });
  const { members } = seed;
  return { symbol, members: (members && reader.within(1, seed.range, () => members({ ...scope, owner: qualifiedName }))) ?? [] };
}

function contextOf({ body, value }: Seed, reader: Reader): NonNullable<SymbolFact['context']> {
  return { ...(body && { body: body() }), ...(value && { value: reader.expression(value) }) };
}

/** Types as written, or as documented where a parameter has none. */
function typed(parameters: readonly ParameterFact[], documented: Documentation): readonly ParameterFact[] {
  return parameters.map((parameter) => {
    const known = documented.parameters.get(parameter.name);
    if (!known || parameter.type !== undefined) return parameter;
    return { ...parameter, ...known, optional: parameter.optional || known.optional, rest: parameter.rest || known.rest };
  });
}

/** The symbols of a file, parents first, otherwise in source order. */
export function flatten(module: SymbolFact, declarations: readonly Declaration[]): SymbolFact[] {
  const symbols: SymbolFact[] = [module];
  const add = (members: readonly Declaration[], parent: number): void => {
    const inOrder = members.length > 1 ? [...members].sort((a, b) => a.symbol.range.start - b.symbol.range.start) : members;
    for (const { symbol, members: inner } of inOrder) {
      symbol.parent = parent;
      symbols.push(symbol);
      add(inner, symbols.length - 1);
    }
  };
  add(declarations, 0);
  return symbols;
}
