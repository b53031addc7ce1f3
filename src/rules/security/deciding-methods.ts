import type { SymbolAt } from '../../code/code-change.ts';
import type { Expression } from '../../code/expression.ts';
import { bare, codeOf, isWithin, visitsOf } from '../../code/walk.ts';
import { enclosing, simpleTypeName } from '../code-in-file.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';

/** Methods that let through or refuse, by their names, of types that say so. */
export interface Deciding {
  readonly family: string;
  readonly methods: ReadonlyMap<string, RegExp>;
  /** Functions that decide by their name alone. */
  readonly named: RegExp;
}

/** A method whose answer decides, and that says yes to everything in the end. */
export function decidingKind({ family, methods, named }: Deciding): SafeguardKind {
  return {
    find: (at) => {
      if (!/^(?:method|function)$/.test(at.symbol.kind) || !decides(at, methods, named)) return [];
      const answers = answersOf(at);
      const [first] = answers;
      if (!first) return [];
      const isOpen = answers.every(isYes);
      // One that only throws says nothing by its answer.
      const level =
        isOpen && !visitsOf(codeOf(at.symbol), 'throw', 'call').some(({ node }) => node.kind === 'throw' || isAsking(node.name)) ? 0 : 1;
      const safeguard: Safeguard = { family, key: 'answer', scope: '', range: told(at, first.range), level, scale: family };
      return [safeguard];
    },
    exposed: () => false,
  };
}

/** It may refuse by what it calls. */
function isAsking(name: string): boolean {
  return /^(?:check|require|ensure|verify|assert|enforce|authori[sz]e|authenticate|validate|deny|throw)/i.test(name);
}

function decides({ symbol, file }: SymbolAt, methods: Deciding['methods'], named: RegExp): boolean {
  if (named.test(symbol.name)) return true;
  const kind = methods.get(symbol.name);
  const [owner] = kind && file.facts ? enclosing(symbol, file.facts) : [];
  return owner?.supertypes.some(({ type }) => kind?.test(simpleTypeName(type))) ?? false;
}

function answersOf({ symbol }: SymbolAt): readonly { readonly value: Expression; readonly range: Safeguard['range'] }[] {
  return visitsOf(codeOf(symbol), 'return')
    .filter((each) => !isWithin(each, ({ kind }) => kind === 'function' || kind === 'functions'))
    .flatMap(({ node }) => (node.value ? [{ value: node.value, range: node.range }] : []));
}

/** `true`, and a promise of it. */
function isYes({ value }: { readonly value: Expression }): boolean {
  const answer = bare(value);
  if (answer.kind === 'true') return true;
  const [only] = answer.kind === 'call' && /^(?:resolve|of|just|completedFuture)$/.test(answer.name) ? answer.arguments : [];
  return only?.kind === 'true';
}

/** Of a long answer its first line. */
function told({ file }: SymbolAt, { start, end }: Safeguard['range']): Safeguard['range'] {
  const lineEnd = file.lines.lineRange(file.lines.position(start).line).end;
  return { start, end: Math.min(end, lineEnd) };
}
