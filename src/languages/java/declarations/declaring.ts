import type { TextRange } from '../../../base/text-range.ts';
import type { AnnotationFact, SymbolFact, SymbolKind, Visibility } from '../../../code/facts.ts';
import type { Touched } from '../../../code/language.ts';
import { isTouched } from '../../../code/touched.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import type { Unread } from '../../named-by-touched.ts';
import { annotationOf, hasAnnotation, modifiersOf } from './modifiers.ts';
import { rangeOf } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { typeParametersOf } from './signature.ts';
import type { Slots } from './signature.ts';

/** The symbols of one file while they are gathered. */
export interface Declaring {
  readonly reading: Reading;
  readonly touched: Touched;
  readonly symbols: SymbolFact[];
  /** What the change does not touch, and may be read because touched code names it. */
  readonly unread: Unread[];
}

/** What encloses a declaration. */
export interface Scope {
  readonly parent: number;
  readonly qualifiedName: string;
  readonly name: string;
  /** The kind of the enclosing symbol decides what its members are when nothing is written. */
  readonly kind: SymbolKind;
  readonly visibility: Visibility;
}

/** One declaration to read. */
export interface Declaration {
  readonly node: SyntaxNode;
  readonly slots: Slots;
  readonly scope: Scope;
  readonly documentation: TextRange | undefined;
}

/** A symbol while its parts are put together: assigning is several times faster than spreading, and there are very many. */
export type SymbolDraft = { -readonly [Key in keyof SymbolFact]: SymbolFact[Key] };

/** What every declaration has, read the same way. Also says whether it is touched, on which reading its body depends. */
export function commonFacts(declaring: Declaring, kind: SymbolKind, declaration: Declaration): SymbolDraft {
  const { reading } = declaring;
  const { node, slots, scope, documentation } = declaration;
  const modifiers = modifiersOf(reading, slots.modifiers);
  const annotations = annotationsOf(reading, modifiers.annotations, slots);
  const range = rangeOf(node);
  const nameRange = slots.name ? rangeOf(slots.name) : { start: range.start, end: range.start };
  const name = reading.text.slice(nameRange.start, nameRange.end);
  const draft: SymbolDraft = {
    kind,
    name,
    qualifiedName: qualify(scope, name),
    parent: scope.parent,
    visibility: visibilityOf(modifiers.visibility, kind, scope),
    modifiers: withImplied(modifiers.words, kind, declaration),
    annotations,
    typeParameters: typeParametersOf(reading, slots.typeParameters),
    throws: [],
    supertypes: [],
    range,
    nameRange,
    signatureRange: { start: nameRange.end, end: signatureEnd(reading, slots.body?.startIndex ?? range.end) },
    deprecated: hasAnnotation(annotations, 'Deprecated') || isDeprecatedIn(reading.text, documentation),
    touched: isTouched(documentation ? { start: documentation.start, end: range.end } : range, declaring.touched),
  };
  if (documentation) draft.documentation = documentation;
  if (slots.body) draft.bodyRange = rangeOf(slots.body);
  return draft;
}

export function qualify(scope: Scope, name: string): string {
  return scope.qualifiedName === '' ? name : `${scope.qualifiedName}.${name}`;
}

/** Where the signature ends before a body or semicolon: without the white space between. */
function signatureEnd(reading: Reading, before: number): number {
  let end = before;
  while (end > 0 && ' \t\r\n;'.includes(reading.text[end - 1] ?? '')) end--;
  return end;
}

function isDeprecatedIn(text: string, documentation: TextRange | undefined): boolean {
  return documentation !== undefined && /@deprecated\b/.test(text.slice(documentation.start, documentation.end));
}

/** An annotation may also stand between type parameters and return type. */
function annotationsOf(reading: Reading, annotations: readonly AnnotationFact[], slots: Slots): readonly AnnotationFact[] {
  if (!slots.typeParameters) return annotations;
  const late = slots.rest.filter((node) => node.type === 'annotation' || node.type === 'marker_annotation');
  return [...annotations, ...late.map((node) => annotationOf(reading, node))];
}

/** Members of interfaces are public (JLS 9.4), constructors of enums private (8.9.2); nobody but the enum reaches what a constant's body adds. */
function visibilityOf(written: Visibility | undefined, kind: SymbolKind, scope: Scope): Visibility {
  if (scope.kind === 'enum-constant' || kind === 'initializer') return 'private';
  if (written) return written;
  if (scope.kind === 'interface' || scope.kind === 'annotation' || kind === 'enum-constant') return 'public';
  return scope.kind === 'enum' && kind === 'constructor' ? 'private' : 'package';
}

function withImplied(words: readonly string[], kind: SymbolKind, declaration: Declaration): readonly string[] {
  const implied = impliedWords(kind, words, declaration);
  return implied.length === 0 ? words : [...new Set([...words, ...implied])];
}

/** Written or not, an interface's fields are static and final, its types static, its methods without a body abstract. */
function impliedWords(kind: SymbolKind, words: readonly string[], { scope, slots }: Declaration): readonly string[] {
  const inInterface = scope.kind === 'interface' || scope.kind === 'annotation';
  if (kind === 'enum-constant' || (kind === 'field' && inInterface)) return ['static', 'final'];
  if (kind === 'method') return inInterface && !slots.body && !words.includes('default') ? ['abstract'] : [];
  const isNestedType = scope.kind !== 'module' && typeKinds.has(kind);
  return isNestedType && (inInterface || kind !== 'class') ? ['static'] : [];
}

const typeKinds: ReadonlySet<SymbolKind> = new Set(['class', 'interface', 'enum', 'record', 'annotation']);
