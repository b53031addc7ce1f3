import { withLineEndsOf } from '../../../base/line-ends.ts';
import type { SourceFile, SymbolAt } from '../../../code/code-change.ts';
import { untilNextMajor } from '../../../code/deprecation.ts';
import type { FixDraft } from '../../../finding/draft.ts';
import { enclosing, indentationAt } from '../../code-in-file.ts';

const restorable = new Set(['method', 'function', 'field', 'constructor']);
const notice = `@deprecated ${untilNextMajor}`;

/** Brings back what is gone as it was, deprecated, at the end of what it was in; undefined where that is gone too. */
export function restoredRemoved(base: SymbolAt, head: SourceFile | undefined): FixDraft | undefined {
  const { file, symbol } = base;
  const at = head && restorable.has(symbol.kind) ? endOfOwner(base, head) : undefined;
  if (!head || at === undefined || symbol.modifiers.includes('implicit')) return undefined;
  const declaration = written(base);
  if (declaration === undefined) return undefined;
  const indent = indentationAt(file, symbol.range.start);
  const mark = file.facts?.language === 'java' && !symbol.deprecated ? `@Deprecated\n${indent}` : '';
  const lines = `${documented(base, indent)}\n${indent}${mark}${declaration}`;
  const text = withLineEndsOf(head.text, `\n\n${indent}${lines}`);
  return {
    title: `Bring \`${symbol.name}\` back, deprecated`,
    safety: 'unsafe',
    edits: [{ file: head, range: { start: at, end: at }, newText: text }],
  };
}

/** After the last member of the type, or the last line of the module. */
function endOfOwner({ file, symbol }: SymbolAt, head: SourceFile): number | undefined {
  const owner = file.facts && enclosing(symbol, file.facts)[0];
  if (!owner) return symbol.kind === 'function' && head.facts ? head.text.trimEnd().length : undefined;
  const now = head.facts?.symbols.find(({ kind, qualifiedName }) => kind === owner.kind && qualifiedName === owner.qualifiedName);
  if (!now?.bodyRange || (now.kind !== 'class' && now.kind !== 'interface')) return undefined;
  const before = head.text.slice(0, now.bodyRange.end - 1).trimEnd();
  return before.length > now.bodyRange.start ? before.length : undefined;
}

/** The whole of it, where it stands in lines of its own and not among others of one declaration. */
function written({ file, symbol }: SymbolAt): string | undefined {
  const { start } = symbol.range;
  const end = symbol.range.end + (file.text.charAt(symbol.range.end) === ';' ? 1 : 0);
  const before = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
  const after = file.text.slice(end).split('\n', 1)[0] ?? '';
  return before.trim() === '' && after.trim() === '' ? file.text.slice(start, end) : undefined;
}

/** Its documentation with a note that it goes. */
function documented({ file, symbol }: SymbolAt, indent: string): string {
  const said = symbol.documentation && file.text.slice(symbol.documentation.start, symbol.documentation.end).trim();
  if (!said?.startsWith('/**')) return `/** ${notice} */`;
  if (symbol.deprecated) return said;
  const inner = said.slice(3, -2).trimEnd();
  return inner.includes('\n')
    ? `/**${inner}\n${indent} * ${notice}\n${indent} */`
    : `/**\n${indent} * ${inner.trim()}\n${indent} * ${notice}\n${indent} */`;
}
