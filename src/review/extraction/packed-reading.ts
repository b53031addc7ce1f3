import type { TextRange } from '../../base/text-range.ts';
import type { FileFacts, ParameterFact, SymbolFact, TestFact } from '../../code/facts.ts';
import type { ReadSide } from '../../code/source-file.ts';
import type { FileReading } from './reading.ts';

/*
 * Readings travel between threads and into the cache as JSON. Nearly all of it are declarations that say little:
 * as rows they are a third as long, and what is empty or often said is one value for all of them.
 */

type Numbers = readonly [start: number, end: number];

/** `0`: its owner's name, a dot and its own name; `1`: its own name. */
type PackedName = 0 | 1 | string;

type PackedParameter = readonly [name: string, type: string | 0, ...range: Numbers] | ParameterFact;

type PackedSymbol = readonly [
  kind: SymbolFact['kind'],
  name: string,
  qualifiedName: PackedName,
  parent: number,
  visibility: SymbolFact['visibility'],
  modifiers: string,
  marks: number,
  range: Numbers,
  nameRange: Numbers,
  signatureRange: Numbers,
  bodyRange: Numbers | 0,
  documentation: Numbers | 0,
  type: string | 0,
  parameters: readonly PackedParameter[] | 0,
  rest: Partial<SymbolFact> | 0,
];

/** The body is that of the symbol with this index, where a test is a method. */
type PackedTest = Omit<TestFact, 'body'> & { readonly body: TestFact['body'] | number };

type PackedFacts = Omit<FileFacts, 'symbols' | 'tests'> & {
  readonly symbols: readonly PackedSymbol[];
  readonly tests: readonly PackedTest[];
};
type PackedSide = Omit<ReadSide, 'facts'> & { readonly facts?: PackedFacts };

interface PackedReading {
  readonly base?: PackedSide;
  readonly head?: PackedSide;
  readonly notices: FileReading['notices'];
}

export function packReading({ base, head, notices }: FileReading): string {
  const packed: PackedReading = { ...(base && { base: packSide(base) }), ...(head && { head: packSide(head) }), notices };
  return JSON.stringify(packed);
}

/** @throws SyntaxError where the text is no JSON */
export function unpackReading(json: string): FileReading {
  const { base, head, notices } = JSON.parse(json) as PackedReading;
  return { ...(base && { base: unpackSide(base) }), ...(head && { head: unpackSide(head) }), notices };
}

export function packFacts(facts: FileFacts): string {
  return JSON.stringify(packedFacts(facts));
}

/** @throws SyntaxError where the text is no JSON */
export function unpackFacts(json: string): FileFacts {
  return unpackedFacts(JSON.parse(json) as PackedFacts);
}

function packSide({ facts, ...side }: ReadSide): PackedSide {
  return facts ? { ...side, facts: packedFacts(facts) } : side;
}

function unpackSide({ facts, ...side }: PackedSide): ReadSide {
  return facts ? { ...side, facts: unpackedFacts(facts) } : side;
}

function packedFacts(facts: FileFacts): PackedFacts {
  const symbols = facts.symbols.map((symbol) => packSymbol(symbol, facts.symbols));
  const owners = new Map(facts.symbols.map(({ body }, index) => [body, index]));
  const tests = facts.tests.map((test): PackedTest => ({ ...test, body: owners.get(test.body) ?? test.body }));
  return { ...facts, symbols, tests };
}

function unpackedFacts(facts: PackedFacts): FileFacts {
  const symbols: SymbolFact[] = [];
  for (const packed of facts.symbols) symbols.push(unpackSymbol(packed, symbols));
  const tests = facts.tests.map((test): TestFact => ({
    ...test,
    body: typeof test.body === 'number' ? (symbols[test.body]?.body ?? []) : test.body,
  }));
  return { ...facts, symbols, tests };
}

const touched = 1;
const deprecated = 2;

function packSymbol(symbol: SymbolFact, symbols: readonly SymbolFact[]): PackedSymbol {
  const { kind, name, parent, visibility, modifiers, range, nameRange, signatureRange, bodyRange, documentation, type, parameters } =
    symbol;
  return [
    kind,
    name,
    packName(symbol, symbols),
    parent ?? -1,
    visibility,
    modifiers.join(' '),
    (symbol.touched ? touched : 0) + (symbol.deprecated ? deprecated : 0),
    numbersOf(range),
    numbersOf(nameRange),
    numbersOf(signatureRange),
    bodyRange ? numbersOf(bodyRange) : 0,
    documentation ? numbersOf(documentation) : 0,
    type ?? 0,
    parameters ? parameters.map(packParameter) : 0,
    restOf(symbol),
  ];
}

function packName({ name, qualifiedName, parent }: SymbolFact, symbols: readonly SymbolFact[]): PackedName {
  if (qualifiedName === name) return 1;
  return parent !== undefined && qualifiedName === `${symbols[parent]?.qualifiedName}.${name}` ? 0 : qualifiedName;
}

function packParameter(parameter: ParameterFact): PackedParameter {
  const { name, type, optional, rest, default: value, annotations, range } = parameter;
  return optional || rest || value !== undefined || annotations.length > 0 ? parameter : [name, type ?? 0, range.start, range.end];
}

/** What few symbols have. */
function restOf({ annotations, typeParameters, throws, supertypes, permits, body, value }: SymbolFact): Partial<SymbolFact> | 0 {
  const rest: Partial<SymbolFact> = {
    ...(annotations.length > 0 && { annotations }),
    ...(typeParameters.length > 0 && { typeParameters }),
    ...(throws.length > 0 && { throws }),
    ...(supertypes.length > 0 && { supertypes }),
    ...(permits && { permits }),
    ...(body && { body }),
    ...(value && { value }),
  };
  return Object.keys(rest).length > 0 ? rest : 0;
}

const none: readonly never[] = Object.freeze([]);

/** Assigning is several times faster than spreading, and there are very many symbols. */
type SymbolDraft = { -readonly [Key in keyof SymbolFact]: SymbolFact[Key] };

function unpackSymbol(packed: PackedSymbol, symbols: readonly SymbolFact[]): SymbolFact {
  const [
    kind,
    name,
    qualifiedName,
    parent,
    visibility,
    modifiers,
    marks,
    range,
    nameRange,
    signatureRange,
    bodyRange,
    documentation,
    type,
    parameters,
    rest,
  ] = packed;
  const draft: SymbolDraft = {
    kind,
    name,
    qualifiedName: qualifiedName === 0 ? `${symbols[parent]?.qualifiedName}.${name}` : qualifiedName === 1 ? name : qualifiedName,
    visibility,
    modifiers: wordsOf(modifiers),
    annotations: none,
    typeParameters: none,
    throws: none,
    supertypes: none,
    range: rangeOf(range),
    nameRange: rangeOf(nameRange),
    signatureRange: rangeOf(signatureRange),
    deprecated: (marks & deprecated) !== 0,
    touched: (marks & touched) !== 0,
  };
  if (parent !== -1) draft.parent = parent;
  if (bodyRange !== 0) draft.bodyRange = rangeOf(bodyRange);
  if (documentation !== 0) draft.documentation = rangeOf(documentation);
  if (type !== 0) draft.type = type;
  if (parameters !== 0) draft.parameters = parameters.length === 0 ? none : parameters.map(unpackParameter);
  return rest === 0 ? draft : Object.assign(draft, rest);
}

function unpackParameter(packed: PackedParameter): ParameterFact {
  if (!isRow(packed)) return packed;
  const [name, type, start, end] = packed;
  return { name, optional: false, rest: false, annotations: none, range: { start, end }, ...(type !== 0 && { type }) };
}

function isRow(packed: PackedParameter): packed is Exclude<PackedParameter, ParameterFact> {
  return Array.isArray(packed);
}

/** Few combinations of modifiers are ever written. */
const words = new Map<string, readonly string[]>([['', none]]);
const mostCombinations = 2_000;

function wordsOf(modifiers: string): readonly string[] {
  const known = words.get(modifiers);
  if (known) return known;
  const read = modifiers.split(' ');
  if (words.size < mostCombinations) words.set(modifiers, read);
  return read;
}

function numbersOf({ start, end }: TextRange): Numbers {
  return [start, end];
}

function rangeOf([start, end]: Numbers): TextRange {
  return { start, end };
}
