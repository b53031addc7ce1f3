import type { TextRange } from '../base/text-range.ts';
import type { CodeChange, SourceFile, SymbolAt, SymbolChange } from '../code/code-change.ts';
import type { SymbolFact } from '../code/facts.ts';
import type { Tried } from '../code/trial.ts';

/** A head text with one place put otherwise. */
export interface Edited {
  readonly at: SymbolAt;
  readonly tried: Tried;
  readonly text: string;
}

/** The head text with one function as it was at base; where that does not fit any more, or it is new, with one that only throws. */
export function undone(at: SymbolAt, change: CodeChange): Edited | undefined {
  const pair = change.symbols.find((each): each is Paired => each.kind === 'paired' && each.head.symbol === at.symbol);
  const [head, before] = [partOf(at.symbol), pair && partOf(pair.base.symbol)];
  if (!head) return undefined;
  const old = pair && before && oldText(pair, before);
  if (pair && old !== undefined && !namesWhatIsGone(old, pair))
    return { at, tried: { kind: 'undone' }, text: replaced(at.file, head, old) };
  // What sets constants once cannot only throw.
  if (at.symbol.kind === 'initializer') return undefined;
  return at.symbol.bodyRange && { at, tried: { kind: 'emptied' }, text: replaced(at.file, at.symbol.bodyRange, throwing(at)) };
}

type Paired = Extract<SymbolChange, { readonly kind: 'paired' }>;

export function replaced({ text }: SourceFile, { start, end }: TextRange, replacement: string): string {
  return text.slice(0, start) + replacement + text.slice(end);
}

/** What of a function behaves: its body, or of a variable all that follows its name. */
function partOf({ bodyRange, kind, nameRange, range }: SymbolFact): TextRange | undefined {
  return bodyRange ?? (kind === 'variable' || kind === 'field' ? { start: nameRange.end, end: range.end } : undefined);
}

/** What stood there at base, in a form that can stand at head; undefined where it waits or yields in another way, and where one has no body. */
function oldText({ base, head }: Paired, part: TextRange): string | undefined {
  const waits = ({ symbol }: SymbolAt): string => symbol.modifiers.filter((each) => each === 'async' || each === 'generator').join();
  const hasBody = ({ symbol }: SymbolAt): boolean => symbol.bodyRange !== undefined;
  if (hasBody(base) !== hasBody(head) || waits(base) !== waits(head)) return undefined;
  const text = base.file.text.slice(part.start, part.end);
  return isBlock(head) && !isBlock(base) ? `{ return ${text}; }` : text;
}

/** An arrow function may have an expression for a body. */
function isBlock({ file, symbol }: SymbolAt): boolean {
  return file.text[symbol.bodyRange?.start ?? -1] === '{';
}

/** Whether a function's old text needs a parameter, a declaration or an import that head does not have any more. */
function namesWhatIsGone(old: string, { base, head }: Paired): boolean {
  const there = new Set([...parameterNames(head.symbol), ...namesIn(head.file)]);
  const gone = [...parameterNames(base.symbol), ...namesIn(base.file)].filter((name) => !there.has(name));
  const words = new Set(old.match(/[\p{L}\p{N}_$]+/gu));
  return gone.some((name) => words.has(name));
}

/** Of a destructured parameter its text is its name: all words in it count. */
function parameterNames({ parameters = [] }: SymbolFact): readonly string[] {
  return parameters.flatMap(({ name }) => name.match(/[\p{L}\p{N}_$]+/gu) ?? []);
}

function namesIn({ facts }: SourceFile): readonly string[] {
  const declared = facts?.symbols.flatMap(({ kind, name }) => (kind === 'module' ? [] : [name])) ?? [];
  // What Java imports by its name is known by the last part of it.
  const imported = facts?.imports.map(({ local, name }) => local || name) ?? [];
  return [...declared, ...imported];
}

const word = 'put there by the deep check';

/** A body that throws at once. In Java a constructor has to call another one first, and an expression is no place for a `throw` anywhere. */
function throwing({ file, symbol }: SymbolAt): string {
  if (file.facts?.language === 'java') {
    const first = symbol.kind === 'constructor' ? symbol.body?.[0] : undefined;
    const other =
      first?.kind === 'expression' && first.value.kind === 'call' && /^(?:this|super)$/.test(first.value.name) ? first : undefined;
    const call = other ? `${file.text.slice(other.range.start, other.range.end)} ` : '';
    return `{ ${call}throw new UnsupportedOperationException("${word}"); }`;
  }
  const body = `{ throw new Error('${word}'); }`;
  return isBlock({ file, symbol }) ? body : `(() => ${body})()`;
}
