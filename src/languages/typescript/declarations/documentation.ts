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

/** Each tag with the lines that follow it, without their stars. */
function tagLines(comment: string): string[] {
  const tags: string[] = [];
  for (const line of comment.slice(3, -2).split('\n')) {
    const content = line
      .trim()
      .replace(/^\*+\s?/, '')
      .trim();
    if (content.startsWith('@')) tags.push(content);
    else if (tags.length > 0) tags.push(`${tags.pop() ?? ''} ${content}`);
  }
  return tags;
}

function readParameter(text: string, into: Map<string, DocumentedParameter>): void {
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

/** `{T} rest` with balanced braces. */
function bracedType(text: string): { readonly type: string; readonly rest: string } | undefined {
  if (!text.startsWith('{')) return undefined;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return { type: text.slice(1, at).trim(), rest: text.slice(at + 1) };
  }
  return undefined;
}
