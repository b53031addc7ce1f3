import { withLineEndsOf } from '../../base/line-ends.ts';
import { sunsetOfNextMajor } from '../../code/deprecation.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { isTrue, member, membersOf, type DocumentNode, type ObjectNode } from '../../code/document-node.ts';
import { operationMethods } from './operation-methods.ts';

type Fix = NonNullable<ContractChange['fix']>;

/** Puts what is gone from a YAML document back as it was, deprecated and with a day until which it stays; undefined where its lines are shared with others. */
export function broughtBack(old: DocumentNode, into: DocumentNode | undefined): Fix | undefined {
  const before = blockOf(into);
  const lines = linesOf(old);
  if (!before || !lines || old.kind !== 'object' || !old.key) return undefined;
  const shift = before.indent;
  const whole = lines.texts.map((text) => (text.trim() === '' ? '' : `${shift}${text.slice(lines.indent)}`));
  const marked = marks(old, lines.start).toReversed();
  for (const { line, indent } of marked)
    whole.splice(
      line + 1,
      0,
      ...['deprecated: true', `x-sunset: '${sunsetOfNextMajor}'`].map((text) => `${shift}${' '.repeat(indent - lines.indent)}${text}`),
    );
  const name = old.file.text.slice(old.key.start, old.key.end).replaceAll(/["']/g, '');
  return {
    title: `Bring \`${name}\` back, deprecated`,
    edits: [
      {
        file: before.node.file,
        range: { start: before.at, end: before.at },
        newText: withLineEndsOf(before.node.file.text, `${whole.join('\n')}\n`),
      },
    ],
  };
}

/** Where the members of an object begin that are written one below the other. */
function blockOf(
  into: DocumentNode | undefined,
): { readonly node: DocumentNode; readonly at: number; readonly indent: string } | undefined {
  const first = into?.kind === 'object' ? [...into.members.values()][0] : undefined;
  if (!into || !first?.key || first.file !== into.file || isJson(into)) return undefined;
  const { text } = into.file;
  const at = text.lastIndexOf('\n', first.key.start - 1) + 1;
  const indent = text.slice(at, first.key.start);
  return /^ +$/.test(indent) ? { node: into, at, indent } : undefined;
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
  const from = file.text.lastIndexOf('\n', key.start - 1) + 1;
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
