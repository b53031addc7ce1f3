import type { TextRange } from '../../../base/text-range.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { declare } from './declaration.ts';
import type { Declaration, Scope } from './declaration.ts';
import { bracedType, namePlace, readParameter, tagsOf } from './documentation.ts';
import type { DocumentationTag, DocumentedParameter } from './documentation.ts';

/** A type with the tags that say what is in it. */
interface DocumentedType {
  readonly tag: DocumentationTag;
  readonly inner: DocumentationTag[];
  readonly variables: readonly DocumentationTag[];
}

/**
 * Types that comments of a JavaScript module declare, by `@typedef` and `@callback`. The compiler exports all of them.
 * Source: TypeScript handbook, "JSDoc Reference".
 */
export function documentedTypes(scope: Scope, comments: readonly TextRange[]): readonly Declaration[] {
  return comments.flatMap((comment) => typesIn(placedTags(scope, comment)).flatMap((type) => declareDocumented(scope, type)));
}

function placedTags({ reader }: Scope, comment: TextRange): DocumentationTag[] {
  return tagsOf(reader.slice(comment)).map((tag) => ({ ...tag, start: comment.start + tag.start, end: comment.start + tag.end }));
}

const innerTags = /^(?:prop|property|param|arg|argument|returns?)$/;

function typesIn(tags: readonly DocumentationTag[]): readonly DocumentedType[] {
  const types: DocumentedType[] = [];
  let variables: DocumentationTag[] = [];
  for (const tag of tags) {
    if (tag.name === 'template') variables.push(tag);
    else if (tag.name === 'typedef' || tag.name === 'callback') {
      types.push({ tag, inner: [], variables });
      variables = [];
    } else if (innerTags.test(tag.name)) types.at(-1)?.inner.push(tag);
  }
  return types;
}

function declareDocumented(scope: Scope, { tag, inner, variables }: DocumentedType): readonly Declaration[] {
  const braced = bracedType(tag.text);
  const name = /^\s*([\w$]+)/.exec(braced ? braced.rest : tag.text)?.[1];
  const type = tag.name === 'callback' ? callbackType(inner) : (objectType(inner, braced?.type) ?? braced?.type);
  if (name === undefined || type === undefined) return [];
  const start = tag.start + namePlace(scope.reader.slice(tag), name);
  return [
    declare(scope, {
      kind: 'type-alias',
      name,
      nameRange: { start, end: start + name.length },
      range: { start: tag.start, end: inner.at(-1)?.end ?? tag.end },
      visibility: 'public',
      typeParameters: variables.flatMap(typeVariables),
      type,
      members: (within) => (tag.name === 'callback' ? [] : propertiesOf(inner).map((each) => declareProperty(within, each))),
    }),
  ];
}

/** `@template T`, `@template {Bound} T, U`, `@template [T=Default]`. */
function typeVariables({ text }: DocumentationTag): SymbolFact['typeParameters'] {
  const braced = bracedType(text);
  const names = /^(?:\[[^\]]{1,200}\]|[\w$]+)(?:\s*,\s*[\w$]+)*/.exec((braced ? braced.rest : text).trimStart())?.[0] ?? '';
  return names
    .replace(/^\[|\]$/g, '')
    .split(',')
    .flatMap((written) => {
      const [name = '', fallback] = written.split('=').map((each) => each.trim());
      return name === '' ? [] : [{ name, ...(braced && { bound: braced.type }), ...(fallback !== undefined && { default: fallback }) }];
    });
}

interface DocumentedProperty extends DocumentedParameter {
  readonly name: string;
  readonly tag: DocumentationTag;
}

/** What stands deeper, as `a.b`, is part of the type of `a`, which says so itself or not at all. */
function propertiesOf(tags: readonly DocumentationTag[]): readonly DocumentedProperty[] {
  return tags.flatMap((tag) => {
    const read = new Map<string, DocumentedParameter>();
    if (tag.name.startsWith('prop')) readParameter(tag.text, read);
    return [...read].map(([name, known]) => ({ ...known, name, tag }));
  });
}

function objectType(tags: readonly DocumentationTag[], written: string | undefined): string | undefined {
  const properties = propertiesOf(tags);
  if (properties.length === 0 || (written !== undefined && written !== 'any')) return undefined;
  return `{ ${properties.map(({ name, optional, type }) => `${name}${optional ? '?' : ''}: ${type}`).join('; ')} }`;
}

function callbackType(tags: readonly DocumentationTag[]): string {
  const parameters = new Map<string, DocumentedParameter>();
  let result = 'any';
  for (const { name, text } of tags)
    if (name.startsWith('return')) result = bracedType(text)?.type ?? result;
    else readParameter(text, parameters);
  const list = [...parameters].map(
    ([name, { type, optional, rest }]) => `${rest ? '...' : ''}${name}${optional && !rest ? '?' : ''}: ${rest ? `(${type})[]` : type}`,
  );
  return `(${list.join(', ')}) => ${result}`;
}

function declareProperty(scope: Scope, { name, type, optional, tag }: DocumentedProperty): Declaration {
  const start = tag.start + namePlace(scope.reader.slice(tag), name);
  return declare(scope, {
    kind: 'field',
    name,
    nameRange: { start, end: start + name.length },
    range: tag,
    visibility: 'public',
    modifiers: optional ? ['optional'] : [],
    type,
  });
}
