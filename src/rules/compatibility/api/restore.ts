import type { SymbolAt } from '../../../code/code-change.ts';
import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { untilNextMajor } from '../../../code/deprecation.ts';
import type { FixDraft } from '../../../finding/draft.ts';
import { enclosing, indentationAt } from '../../code-in-file.ts';

/** Brings the old name or parameters back, deprecated and handing on to the new; undefined where that cannot be written rightly. */
export function deprecatedDelegate(base: SymbolAt, head: SymbolAt): FixDraft | undefined {
  const java = base.file.facts?.language === 'java';
  const declaration = isSamePlace(base, head) ? (java ? javaDeclaration(base) : scriptDeclaration(base)) : undefined;
  const call = delegateCall(base.symbol, head.symbol, java);
  if (declaration === undefined || call === undefined || head.symbol.modifiers.includes('implicit')) return undefined;
  const at = head.symbol.range.end;
  const indent = indentationAt(head.file, head.symbol.range.start);
  const step = head.file.text.includes('\n\t') ? '\t' : '  ';
  const heading = java
    ? [`/** @deprecated ${untilNextMajor}, use {@link #${linkTo(head.symbol)}} */`, '@Deprecated']
    : [`/** @deprecated ${untilNextMajor}, use {@link ${head.symbol.name}} instead. */`];
  const lines = [...heading, `${declaration} {`, `${step}${call}`, '}'].map((line) => `\n${indent}${line}`);
  return {
    title: `Keep \`${base.symbol.name}\`, deprecated`,
    safety: 'safe',
    edits: [{ file: head.file, range: { start: at, end: at }, newText: `\n${lines.join('')}` }],
  };
}

/** In the same type or module, of the same kind. */
function isSamePlace(base: SymbolAt, head: SymbolAt): boolean {
  if (base.file.path !== head.file.path || base.symbol.kind !== head.symbol.kind) return false;
  return ownerOf(base)?.qualifiedName === ownerOf(head)?.qualifiedName;
}

function ownerOf({ file, symbol }: SymbolAt): SymbolFact | undefined {
  return file.facts && enclosing(symbol, file.facts)[0];
}

/** The call of the new one with the old one's parameters; undefined where the new one needs more. */
function delegateCall(base: SymbolFact, head: SymbolFact, java: boolean): string | undefined {
  const [old, now] = [base.parameters, head.parameters];
  if (!old || !now || base.type !== head.type || base.typeParameters.length > 0) return undefined;
  if ([base, head].some(({ modifiers }) => modifiers.some((each) => /^(generator|getter|setter|abstract)$/.test(each)))) return undefined;
  const given = now.map((parameter) => argumentFor(parameter, old));
  if (given.includes(undefined)) return undefined;
  const call = `(${given.filter((each) => each !== '').join(', ')});`;
  if (base.kind === 'constructor') return java ? `this${call}` : undefined;
  const receiver = java || base.kind === 'function' ? '' : 'this.';
  return `${base.type === 'void' ? '' : 'return '}${receiver}${head.name}${call}`;
}

/** Found by name and type; `''` for what may be left out. */
function argumentFor(parameter: ParameterFact, old: readonly ParameterFact[]): string | undefined {
  const same = old.find(({ name, type, rest }) => name === parameter.name && type === parameter.type && rest === parameter.rest);
  if (!same) return parameter.optional ? '' : undefined;
  return /^[A-Za-z_$][\w$]*$/.test(same.name) ? same.name : undefined;
}

function javaDeclaration({ file, symbol }: SymbolAt): string | undefined {
  if (!symbol.bodyRange) return undefined;
  const before = symbol.annotations.filter(({ range }) => range.end <= symbol.nameRange.start);
  const from = Math.max(symbol.range.start, ...before.map(({ range }) => range.end));
  return file.text.slice(from, symbol.bodyRange.start).trim();
}

/** Only what is written as `export function name(…) {` or as a method that is not static. */
function scriptDeclaration({ file, symbol }: SymbolAt): string | undefined {
  if (!symbol.bodyRange || symbol.parameters?.some(({ rest }) => rest)) return undefined;
  const text = file.text.slice(symbol.range.start, symbol.bodyRange.start).trim();
  const shape = symbol.kind === 'function' ? /^export\s+(async\s+)?function\b/ : /^(public\s+|async\s+)*[\w$]+\s*[(<]/;
  // A function that hands a promise on need not be async itself.
  return shape.test(text) && !text.endsWith('=>') ? text.replace(/\basync\s+/, '') : undefined;
}

function linkTo(symbol: SymbolFact): string {
  return `${symbol.name}(${(symbol.parameters ?? []).map(({ type, rest }) => `${(type ?? '').replace(/^([^<]*)<.*>/s, '$1')}${rest ? '...' : ''}`).join(', ')})`;
}
