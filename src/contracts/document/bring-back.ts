import type { TextRange } from '../../base/text-range.ts';
import { withLineEndsOf } from '../../base/line-ends.ts';
import { sunsetOfNextMajor } from '../../code/deprecation.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { isTrue, member, membersOf, type DocumentNode, type ObjectNode } from '../../code/document-node.ts';
import { operationMethods } from './operation-methods.ts';

type Fix = NonNullable<ContractChange['fix']>;

/**
 * Puts what is gone from a YAML document back as it was, with the comment above it, behind what it stood behind, deprecated and with a day
 * until which it stays; undefined where its lines are shared with others.
 */
export function broughtBack(old: DocumentNode, into: DocumentNode | undefined): Fix | undefined {
  const block = blockOf(into);
  const lines = linesOf(old);
  if (!block || !lines || old.kind !== 'object' || !old.key) return undefined;
  const shift = block.indent;
  const whole = lines.texts.map((text) => (text.trim() === '' ? '' : `${shift}${text.slice(lines.indent)}`));
  const marked = marks(old, lines.start).toReversed();
  for (const { line, indent } of marked)
    whole.splice(
      line + 1,
      0,
      ...['deprecated: true', `x-sunset: '${sunsetOfNextMajor}'`].map((text) => `${shift}${' '.repeat(indent - lines.indent)}${text}`),
    );
  const { file } = block.node;
  const at = behindSibling(old.key, old.file.text, block.node) ?? aboveFirst(block);
  const isUnended = at === file.text.length && !file.text.endsWith('\n');
  const text = [...commentAbove(old.key, old.file.text).map((line) => `${shift}${line.trim()}`), ...whole].join('\n');
  return {
    title: `Bring \`${nameAt(old.key, old.file.text)}\` back, deprecated`,
    edits: [{ file, range: { start: at, end: at }, newText: withLineEndsOf(file.text, isUnended ? `\n${text}` : `${text}\n`) }],
  };
}

interface Block {
  readonly node: ObjectNode;
  /** Where its first member's line begins. */
  readonly at: number;
  readonly indent: string;
}

/** The members of an object that are written one below the other. */
function blockOf(into: DocumentNode | undefined): Block | undefined {
  const first = into?.kind === 'object' ? [...into.members.values()][0] : undefined;
  if (into?.kind !== 'object' || !first?.key || first.file !== into.file || isJson(into)) return undefined;
  const at = lineStart(first.key.start, into.file.text);
  const indent = into.file.text.slice(at, first.key.start);
  return /^ +$/.test(indent) ? { node: into, at, indent } : undefined;
}

/** The line after the nearest of those that stood above a name and are still there. */
function behindSibling(key: TextRange, text: string, { members, file }: ObjectNode): number | undefined {
  const indent = key.start - lineStart(key.start, text);
  for (const line of linesAbove(key.start, text)) {
    const own = line.search(/\S/);
    if (own === -1 || own > indent || line.trimStart().startsWith('#')) continue;
    if (own < indent) return undefined;
    const sibling = members.get(/^["']?(.{1,500}?)["']?:(?:\s|$)/.exec(line.slice(own, 600))?.[1] ?? '');
    if (!sibling?.key || sibling.file !== file) continue;
    const end = file.text.slice(0, sibling.range.end).trimEnd().length;
    const next = file.text.indexOf('\n', end);
    return next === -1 ? file.text.length : next + 1;
  }
  return undefined;
}

/** Above the comment of the first one. */
function aboveFirst({ at, node: { file } }: Block): number {
  const comment = commentAbove({ start: at, end: at }, file.text);
  return comment.reduce((start, line) => start - line.length - 1, at);
}

/** The lines of comment directly above a place, in their order. */
function commentAbove({ start }: TextRange, text: string): readonly string[] {
  const found: string[] = [];
  for (const line of linesAbove(start, text)) {
    if (!line.trimStart().startsWith('#')) break;
    found.push(line);
  }
  return found.toReversed();
}

/** The lines above a place, the nearest first. */
function* linesAbove(at: number, text: string): Generator<string> {
  for (let end = lineStart(at, text) - 1; end > 0; end = lineStart(end, text) - 1) yield text.slice(lineStart(end, text), end);
}

function lineStart(at: number, text: string): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function nameAt({ start, end }: TextRange, text: string): string {
  return text.slice(start, end).replaceAll(/["']/g, '');
}

function isJson({ file: { path, text } }: DocumentNode): boolean {
  return path.endsWith('.json') || text.trimStart().startsWith('{');
}

interface Lines {
  readonly texts: readonly string[];
  /** The number of the first one, from 1. */
  readonly start: number;
  /** Spaces before the name. */
  readonly indent: number;
}

/** The lines of a member, its name's first, where it has them for itself. */
function linesOf(node: DocumentNode): Lines | undefined {
  const { key, range, file } = node;
  if (!key || isJson(node)) return undefined;
  const from = lineStart(key.start, file.text);
  const value = file.text.slice(key.end, range.start);
  if (file.text.slice(from, key.start).trim() !== '' || !/^["']?:[^\S\n]*\n\s*$/.test(value)) return undefined;
  const end = file.text.slice(0, range.end).trimEnd().length;
  const rest = file.text.slice(end).split('\n', 1)[0] ?? '';
  if (rest.trim() !== '') return undefined;
  const texts = file.text.slice(from, end).split('\n');
  return { texts, start: file.lines.position(from).line, indent: key.start - from };
}

/** Behind which of the lines a mark belongs, and how deep: at each operation of a path, or at the thing itself. */
function marks(old: ObjectNode, start: number): readonly { readonly line: number; readonly indent: number }[] {
  const operations = membersOf(old).flatMap(([name, node]) => (operationMethods.has(name) && node.kind === 'object' ? [node] : []));
  return (operations.length > 0 ? operations : [old]).flatMap((node) => {
    const [first] = node.members.values();
    if (isTrue(member(node, 'deprecated')) || !node.key || !first?.key || first.file !== node.file) return [];
    const { line, column } = node.file.lines.position(first.key.start);
    const own = node.file.lines.position(node.key.start).line;
    return line > own ? [{ line: own - start, indent: column - 1 }] : [];
  });
}
