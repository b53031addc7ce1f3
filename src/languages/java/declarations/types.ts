import type { TextRange } from '../../../base/text-range.ts';
import type { ParameterFact, SymbolKind } from '../../../code/facts.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { commonFacts } from './declaring.ts';
import type { Declaration, Declaring, Scope } from './declaring.ts';
import { declareImplicitMembers } from './implicit.ts';
import { declareConstant, declareElement, declareFields, declareFunction, declareInitializer } from './members.ts';
import { deepest } from '../reading.ts';
import { parametersOf, slotsOf, supertypesOf, typesOf } from './signature.ts';

/** The components of the enclosing record, and how deep types are nested. */
interface Within {
  readonly scope: Scope;
  readonly depth: number;
  readonly components?: readonly ParameterFact[];
}

/** Declares what stands in a file or a type's body. Broken stretches are searched for whole declarations. */
export function declareMembers(declaring: Declaring, nodes: readonly SyntaxNode[], within: Within): void {
  let documentation: TextRange | undefined;
  for (const node of nodes) {
    const type = node.type;
    if (type === 'block_comment') {
      if (isDocumentation(declaring, node)) documentation = { start: node.startIndex, end: node.endIndex };
    } else if (type !== 'line_comment') {
      declareMember(declaring, node, type, within, documentation);
      documentation = undefined;
    }
  }
}

function isDocumentation({ reading }: Declaring, comment: SyntaxNode): boolean {
  return reading.text.startsWith('/**', comment.startIndex) && comment.endIndex - comment.startIndex > '/**/'.length;
}

function declareMember(declaring: Declaring, node: SyntaxNode, type: string, within: Within, documentation: TextRange | undefined): void {
  const declare = memberKinds.get(type);
  if (declare) declare(declaring, { node, slots: slotsOf(node), scope: within.scope, documentation }, within);
  else if (type === 'enum_body_declarations') declareMembers(declaring, node.namedChildren, within);
  else if (type === 'ERROR' && within.depth < deepest)
    declareMembers(declaring, node.namedChildren, { ...within, depth: within.depth + 1 });
}

type Declare = (declaring: Declaring, declaration: Declaration, within: Within) => void;

const memberKinds: ReadonlyMap<string, Declare> = new Map<string, Declare>([
  [
    'method_declaration',
    (declaring, declaration) => {
      declareFunction(declaring, 'method', declaration);
    },
  ],
  [
    'constructor_declaration',
    (declaring, declaration) => {
      declareFunction(declaring, 'constructor', declaration);
    },
  ],
  [
    'compact_constructor_declaration',
    (declaring, declaration, { components }) => {
      declareFunction(declaring, 'constructor', declaration, components);
    },
  ],
  ['annotation_type_element_declaration', declareElement],
  ['field_declaration', declareFields],
  ['constant_declaration', declareFields],
  // At the top of a file: a class without a header, or what is left of one that is broken.
  ['local_variable_declaration', declareFields],
  ['static_initializer', declareInitializer],
  ['block', declareInitializer],
  ['enum_constant', declareEnumConstant],
  ['class_declaration', typeOfKind('class')],
  ['interface_declaration', typeOfKind('interface')],
  ['enum_declaration', typeOfKind('enum')],
  ['record_declaration', typeOfKind('record')],
  ['annotation_type_declaration', typeOfKind('annotation')],
]);

function typeOfKind(kind: SymbolKind): Declare {
  return (declaring, declaration, { depth }) => {
    declareType(declaring, kind, declaration, depth);
  };
}

function declareEnumConstant(declaring: Declaring, declaration: Declaration, within: Within): void {
  const index = declareConstant(declaring, declaration);
  const { body } = declaration.slots;
  if (body) declareBody(declaring, index, body, within.depth);
}

function declareType(declaring: Declaring, kind: SymbolKind, declaration: Declaration, depth: number): void {
  const { reading, symbols } = declaring;
  const { slots } = declaration;
  const index = symbols.length;
  const draft = commonFacts(declaring, kind, declaration);
  draft.supertypes = supertypesOf(reading, slots);
  if (kind === 'record') draft.parameters = parametersOf(reading, slots.parameters);
  if (slots.permits) draft.permits = typesOf(reading, slots.permits);
  symbols.push(draft);
  if (slots.body) declareBody(declaring, index, slots.body, depth, draft.parameters);
  declareImplicitMembers(reading.text, symbols, index);
}

function declareBody(declaring: Declaring, parent: number, body: SyntaxNode, depth: number, components?: readonly ParameterFact[]): void {
  const type = declaring.symbols[parent];
  if (!type) return;
  if (depth >= deepest) {
    declaring.reading.tooDeep.push({ start: body.startIndex, end: body.endIndex });
    return;
  }
  const { name, qualifiedName, kind, visibility } = type;
  declareMembers(declaring, body.namedChildren, {
    scope: { parent, name, qualifiedName, kind, visibility },
    depth: depth + 1,
    ...(components && { components }),
  });
}
