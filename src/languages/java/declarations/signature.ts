import type { ParameterFact, SymbolFact, TypeParameterFact } from '../../../code/facts.ts';
import type { SyntaxNode } from '../../../syntax/tree.ts';
import { modifiersOf } from './modifiers.ts';
import { foldType, partsOf, rangeOf, textOf, typeOf } from '../reading.ts';
import type { Reading } from '../reading.ts';

/** The children of a declaration by what they are: read once, since every look into a tree is costly. */
export interface Slots {
  readonly modifiers?: SyntaxNode;
  readonly name?: SyntaxNode;
  readonly typeParameters?: SyntaxNode;
  readonly parameters?: SyntaxNode;
  readonly type?: SyntaxNode;
  readonly dimensions?: SyntaxNode;
  readonly throws?: SyntaxNode;
  readonly body?: SyntaxNode;
  readonly superclass?: SyntaxNode;
  readonly interfaces?: SyntaxNode;
  readonly extendsInterfaces?: SyntaxNode;
  readonly permits?: SyntaxNode;
  readonly arguments?: SyntaxNode;
  readonly declarators: readonly SyntaxNode[];
  /** Default value of an annotation's element, and what should not be there. */
  readonly rest: readonly SyntaxNode[];
}

type Slot = Exclude<keyof Slots, 'declarators' | 'rest'>;

const slotOfType: ReadonlyMap<string, Slot> = new Map<string, Slot>(
  Object.entries({
    modifiers: 'modifiers',
    identifier: 'name',
    underscore_pattern: 'name',
    type_parameters: 'typeParameters',
    formal_parameters: 'parameters',
    dimensions: 'dimensions',
    throws: 'throws',
    block: 'body',
    constructor_body: 'body',
    class_body: 'body',
    interface_body: 'body',
    enum_body: 'body',
    annotation_type_body: 'body',
    module_body: 'body',
    superclass: 'superclass',
    super_interfaces: 'interfaces',
    extends_interfaces: 'extendsInterfaces',
    permits: 'permits',
    argument_list: 'arguments',
    type_identifier: 'type',
    scoped_type_identifier: 'type',
    generic_type: 'type',
    array_type: 'type',
    integral_type: 'type',
    floating_point_type: 'type',
    boolean_type: 'type',
    void_type: 'type',
    annotated_type: 'type',
  }),
);

export function slotsOf(node: SyntaxNode): Slots {
  const slots: Partial<Record<Slot, SyntaxNode>> & { declarators: SyntaxNode[]; rest: SyntaxNode[] } = { declarators: [], rest: [] };
  for (const child of node.namedChildren) {
    const type = child.type;
    const slot = slotOfType.get(type);
    if (slot && !slots[slot]) slots[slot] = child;
    else if (type === 'variable_declarator') slots.declarators.push(child);
    else if (type !== 'line_comment' && type !== 'block_comment') slots.rest.push(child);
  }
  return slots;
}

/** The declared type, with the brackets that C's way of writing puts behind the name. */
export function declaredType(reading: Pick<Reading, 'text'>, type: SyntaxNode, dimensions: SyntaxNode | null | undefined): string {
  return typeOf(reading, type) + (dimensions ? typeOf(reading, dimensions) : '');
}

export function parametersOf(reading: Reading, list: SyntaxNode | undefined): ParameterFact[] {
  if (!list || list.endIndex - list.startIndex === 2) return [];
  return list.namedChildren.flatMap((node) => {
    if (node.type === 'formal_parameter') return [parameterOf(reading, node, false)];
    return node.type === 'spread_parameter' ? [parameterOf(reading, node, true)] : [];
  });
}

function parameterOf(reading: Reading, node: SyntaxNode, rest: boolean): ParameterFact {
  const { modifiers, type, name, dimensions, declarators } = slotsOf(node);
  const named = name ?? declarators[0];
  return {
    name: named ? textOf(reading, named) : '',
    optional: false,
    rest,
    annotations: modifiersOf(reading, modifiers).annotations,
    range: rangeOf(node),
    ...(type && { type: declaredType(reading, type, dimensions) }),
  };
}

export function typeParametersOf(reading: Reading, list: SyntaxNode | undefined): TypeParameterFact[] {
  if (!list) return [];
  return partsOf(list).map((node) => {
    const parts = partsOf(node);
    const name = parts.find((part) => part.type === 'type_identifier');
    const bound = parts.find((part) => part.type === 'type_bound');
    const written = bound && foldType(textOf(reading, bound).slice('extends'.length));
    return { name: name ? textOf(reading, name) : '', ...(written && { bound: written }) };
  });
}

/** The types in `throws`, `permits`, `extends` or `implements`. */
export function typesOf(reading: Reading, clause: SyntaxNode | undefined): string[] {
  if (!clause) return [];
  return partsOf(clause)
    .flatMap((part) => (part.type === 'type_list' ? partsOf(part) : [part]))
    .map((type) => typeOf(reading, type));
}

export function supertypesOf(reading: Reading, slots: Slots): SymbolFact['supertypes'] {
  const extended = [...typesOf(reading, slots.superclass), ...typesOf(reading, slots.extendsInterfaces)];
  const implemented = typesOf(reading, slots.interfaces);
  return [
    ...extended.map((type) => ({ relation: 'extends' as const, type })),
    ...implemented.map((type) => ({ relation: 'implements' as const, type })),
  ];
}
