import type { TextRange } from '../../../base/text-range.ts';

/** Characters in which a line comment above a declaration must begin: minified text is one line without end. */
const longestLine = 400;

/**
 * The documentation comment right before an offset. Line comments between the two (such as a linter's) are passed over.
 * Read from the text: comments are no part of the declarations in the tree.
 */
export function documentationBefore(text: string, offset: number): TextRange | undefined {
  let end = offset;
  for (;;) {
    end = skipSpaceBack(text, end);
    if (text.startsWith('*/', end - 2)) break;
    const before = text.slice(Math.max(0, end - longestLine), end);
    const lineStart = before.lastIndexOf('\n') + 1;
    if (!/^[ \t]*\/\//.test(before.slice(lineStart))) return undefined;
    end -= before.length - lineStart;
  }
  const start = text.lastIndexOf('/*', end - 3);
  return start >= 0 && text.startsWith('/**', start) && end - start > 4 ? { start, end } : undefined;
}

function skipSpaceBack(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && ' \t\r\n'.includes(text.charAt(end - 1))) end--;
  return end;
}

export interface DocumentedParameter {
  readonly type: string;
  readonly optional: boolean;
  readonly rest: boolean;
  readonly default?: string;
}

/** A tag of a documentation comment with the lines that follow it, without their stars, and its place in the comment. */
export interface DocumentationTag extends TextRange {
  /** Without `@`. */
  readonly name: string;
  readonly text: string;
}

/** What the tags of a documentation comment declare. */
export interface Documentation {
  readonly deprecated: boolean;
  readonly parameters: ReadonlyMap<string, DocumentedParameter>;
  /** Of `@returns` or `@type`. */
  readonly type?: string;
}

const nothing: Documentation = { deprecated: false, parameters: new Map() };

/** @param withTypes whether types count: only JavaScript declares them so */
export function readDocumentation(comment: string, withTypes: boolean): Documentation {
  if (!comment.includes('@')) return nothing;
  const parameters = new Map<string, DocumentedParameter>();
  let type: string | undefined;
  for (const line of withTypes ? tagLines(comment) : []) {
    const tag = /^@(\w{1,20})\s{0,20}/.exec(line);
    const rest = line.slice(tag?.[0].length ?? 0);
    if (/^(?:param|arg|argument)$/.test(tag?.[1] ?? '')) readParameter(rest, parameters);
    else if (/^(?:returns?|type)$/.test(tag?.[1] ?? '')) type ??= bracedType(rest)?.type;
  }
  return { deprecated: hasTag(comment, 'deprecated'), parameters, ...(type !== undefined && { type }) };
}

/** Whether a tag stands at the start of a line of the comment. */
export function hasTag(comment: string, tag: string): boolean {
  return comment.includes(`@${tag}`) && tagLines(comment).some((line) => new RegExp(`^@${tag}\\b`).test(line));
}

function tagLines(comment: string): string[] {
  return linesOfTags(comment).map(({ content }) => content);
}

export function tagsOf(comment: string): DocumentationTag[] {
  return linesOfTags(comment).map(({ content, start, end }) => {
    const name = /^@(\w{0,30})/.exec(content)?.[1] ?? '';
    return { name, text: content.slice(name.length + 1).trim(), start, end };
  });
}

interface TagLines extends TextRange {
  content: string;
  end: number;
}

function linesOfTags(comment: string): TagLines[] {
  const tags: TagLines[] = [];
  let at = 3;
  for (const line of comment.slice(3, -2).split('\n')) {
    const content = line
      .trim()
      .replace(/^\*+\s?/, '')
      .trim();
    const end = at + line.trimEnd().length;
    const last = tags.at(-1);
    if (content.startsWith('@')) tags.push({ content, start: at + line.indexOf('@'), end });
    else if (last) {
      last.content += ` ${content}`;
      if (content !== '') last.end = end;
    }
    at += line.length + 1;
  }
  return tags;
}

export function readParameter(text: string, into: Map<string, DocumentedParameter>): void {
  const braced = bracedType(text);
  if (!braced) return;
  const rest = braced.rest.trimStart();
  const optional = /^\[\s{0,20}([\w$]{1,200})\s{0,20}(?:=([^\]]{0,500}))?\]/.exec(rest);
  const name = optional?.[1] ?? /^[\w$]{1,200}/.exec(rest)?.[0];
  // `options.name` documents a property, not a parameter.
  if (name === undefined || into.has(name) || (!optional && rest.charAt(name.length) === '.')) return;
  into.set(name, {
    type: braced.type.replace(/^\.\.\.|=$/g, ''),
    optional: optional !== null || braced.type.endsWith('='),
    rest: braced.type.startsWith('...'),
    ...(optional?.[2] !== undefined && { default: optional[2].trim() }),
  });
}

/** `{T} rest` with balanced braces; the type as TypeScript writes it. */
export function bracedType(text: string): { readonly type: string; readonly rest: string } | undefined {
  const end = text.startsWith('{') ? afterBraces(text, 0) : undefined;
  return end === undefined ? undefined : { type: writtenAsType(text.slice(1, end - 1).trim()), rest: text.slice(end) };
}

/** Past the brace that closes the one at an offset. */
function afterBraces(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}

/** Where the name stands in a tag as it is written: behind its type. */
export function namePlace(written: string, name: string): number {
  const [tag = ''] = /^@\w{0,30}\s{0,80}/.exec(written) ?? [];
  const after = written[tag.length] === '{' ? afterBraces(written, tag.length) : tag.length;
  return Math.max(0, written.indexOf(name, after));
}

const plainTypes: Readonly<Record<string, string>> = {
  '*': 'any',
  '?': 'any',
  Object: 'any',
  object: 'any',
  String: 'string',
  Number: 'number',
  Boolean: 'boolean',
};

/**
 * A type of a comment as TypeScript reads it: `?T` may be null, `Array.<T>` has type arguments, `Object` says nothing.
 * Source: TypeScript handbook, "JSDoc Reference"; Closure's types as far as TypeScript takes them.
 */
function writtenAsType(written: string): string {
  const [, dots = '', bare = '', sign = ''] = /^(\.\.\.)?([\s\S]*?)(=?)$/.exec(written.replace(/\.</g, '<')) ?? [];
  const plain = plainTypes[bare] ?? withoutSigns(bare);
  return `${dots}${plain}${sign}`;
}

function withoutSigns(type: string): string {
  if (type.startsWith('!')) return type.slice(1);
  if (type.startsWith('?') && /^\?[\w$]/.test(type)) return `${plainTypes[type.slice(1)] ?? type.slice(1)} | null`;
  return type
    .replace(/\bObject</g, 'Record<')
    .replace(
      /(^|[|(,<]\s{0,20})(Object|String|Number|Boolean)(?=\s{0,20}(?:$|[|),>[]))/g,
      (_, before: string, name: string) => before + (plainTypes[name] ?? name),
    );
}
