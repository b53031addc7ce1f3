import {
  Kind,
  type DefinitionNode,
  type DirectiveNode,
  type EnumValueDefinitionNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type NamedTypeNode,
  type NameNode,
  type TypeNode,
} from 'graphql';
import type { SourceFile } from '../../code/code-change.ts';
import { defaultText } from './default-text.ts';
import type { Directive, Element, Field, InputValue, NamedType, Operation, Schema, Spot, TypeKind, TypeText, Usage } from './model.ts';

/** A file's definitions; those of operations are left out. */
export interface Definitions {
  readonly file: SourceFile;
  readonly nodes: readonly DefinitionNode[];
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] extends readonly (infer Item)[] ? Item[] : T[Key] };
type TypeNodeOf = Extract<DefinitionNode, { kind: `${string}Type${'Definition' | 'Extension'}` }>;

const kinds: Readonly<Record<string, TypeKind>> = {
  Scalar: 'scalar',
  Object: 'object',
  Interface: 'interface',
  Union: 'union',
  Enum: 'enum',
  InputObject: 'input',
};

/** Puts the definitions and extensions of several files together. Names that were not found are kept as names. */
export function schemaOf(files: readonly Definitions[]): Schema {
  const types = new Map<string, Mutable<NamedType>>();
  const directives = new Map<string, Directive>();
  const roots = new Map<Operation, Element>();
  const schemaUsages: Usage[] = [];
  for (const { file, nodes } of files) {
    for (const node of nodes) {
      if (node.kind === Kind.DIRECTIVE_DEFINITION) {
        const element = elementOf(file, node.name, `@${node.name.value}`, []);
        const args = (node.arguments ?? []).map((arg) => inputValue(file, arg, `${element.coordinate}(${arg.name.value}:)`));
        directives.set(node.name.value, {
          ...element,
          args,
          repeatable: node.repeatable,
          locations: node.locations.map(({ value }) => value),
        });
      } else if (node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION) {
        for (const { operation, type } of node.operationTypes ?? []) roots.set(operation, namedElement(file, type, type.name.value));
        schemaUsages.push(...usagesOf(file, node.directives));
      } else if (isType(node)) addType(types, file, node);
    }
  }
  return { types, directives, roots, schemaUsages };
}

function isType(node: DefinitionNode): node is TypeNodeOf {
  return /Type(?:Definition|Extension)$/.test(node.kind) && node.kind !== Kind.OPERATION_DEFINITION;
}

function addType(types: Map<string, Mutable<NamedType>>, file: SourceFile, node: TypeNodeOf): void {
  const name = node.name.value;
  const kind = kinds[node.kind.replace(/Type(?:Definition|Extension)$/, '')] ?? 'scalar';
  const isDefinition = node.kind.endsWith('Definition');
  const known = types.get(name);
  const type: Mutable<NamedType> = known ?? {
    ...elementOf(file, node.name, name, []),
    usages: [],
    kind,
    defined: false,
    fields: [],
    inputFields: [],
    values: [],
    members: [],
    interfaces: [],
  };
  types.set(name, type);
  if (isDefinition) Object.assign(type, { kind, defined: true, spot: spotOf(file, node.name) });
  type.usages.push(...usagesOf(file, node.directives));
  addParts(type, file, node);
}

function addParts(type: Mutable<NamedType>, file: SourceFile, node: TypeNodeOf): void {
  const { name } = type;
  if ('interfaces' in node) type.interfaces.push(...(node.interfaces ?? []).map((each) => namedElement(file, each, name)));
  if ('types' in node) type.members.push(...(node.types ?? []).map((each) => namedElement(file, each, name)));
  if ('values' in node)
    type.values.push(
      ...(node.values ?? []).map((each: EnumValueDefinitionNode) =>
        elementOf(file, each.name, `${name}.${each.name.value}`, each.directives),
      ),
    );
  if (!('fields' in node)) return;
  for (const field of node.fields ?? []) {
    const coordinate = `${name}.${field.name.value}`;
    if (field.kind === Kind.FIELD_DEFINITION) type.fields.push(fieldOf(file, field, coordinate));
    else type.inputFields.push(inputValue(file, field, coordinate));
  }
}

function fieldOf(file: SourceFile, node: FieldDefinitionNode, coordinate: string): Field {
  const args = (node.arguments ?? []).map((arg) => inputValue(file, arg, `${coordinate}(${arg.name.value}:)`));
  return { ...elementOf(file, node.name, coordinate, node.directives), type: typeText(node.type), args };
}

function inputValue(file: SourceFile, node: InputValueDefinitionNode, coordinate: string): InputValue {
  return {
    ...elementOf(file, node.name, coordinate, node.directives),
    type: typeText(node.type),
    ...(node.defaultValue && { default: defaultText(node.defaultValue) }),
  };
}

function elementOf(file: SourceFile, name: NameNode, coordinate: string, directives: readonly DirectiveNode[] | undefined): Element {
  return { name: name.value, coordinate, spot: spotOf(file, name), usages: usagesOf(file, directives) };
}

function namedElement(file: SourceFile, node: NamedTypeNode, coordinate: string): Element {
  return elementOf(file, node.name, coordinate, []);
}

function usagesOf(file: SourceFile, directives: readonly DirectiveNode[] | undefined): Usage[] {
  return (directives ?? []).map((node) => ({ name: node.name.value, file, range: rangeOf(node) }));
}

function spotOf(file: SourceFile, node: NameNode): Spot {
  return { file, range: rangeOf(node) };
}

function rangeOf({ loc }: DirectiveNode | NameNode) {
  return { start: loc?.start ?? 0, end: loc?.end ?? 0 };
}

function typeText(node: TypeNode): TypeText {
  if (node.kind === Kind.NON_NULL_TYPE) {
    const inner = typeText(node.type);
    return { ...inner, text: `${inner.text}!`, nonNull: true };
  }
  if (node.kind === Kind.LIST_TYPE) {
    const item = typeText(node.type);
    return { text: `[${item.text}]`, nonNull: false, item, name: item.name };
  }
  return { text: node.name.value, nonNull: false, name: node.name.value };
}
