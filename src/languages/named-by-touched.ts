import type { SymbolFact } from '../code/facts.ts';
import { codeOf, visitsOf, type CodeNode } from '../code/walk.ts';

/** A symbol that the change does not touch, and how to read its body and initial value. */
export interface Unread {
  readonly symbol: Omit<SymbolFact, 'context'> & { context?: SymbolFact['context'] };
  readonly read: () => NonNullable<SymbolFact['context']>;
}

/** Helpers of helpers are followed once more. */
const rounds = 2;
const mostRead = 60;

/** Enough to compare with. */
const mostBeside = 20;

/**
 * Reads what touched code names in its own file: the functions that it calls, the constants that it uses. Of what requests arrive at
 * it also reads those beside a touched one, since what all others ask is what is missing in one.
 *
 * @param isServed whether a framework serves every function that the module exports: `'use server'`
 */
export function readNamed(symbols: readonly SymbolFact[], unread: readonly Unread[], isServed = false): void {
  if (unread.length === 0) return;
  const beside = besideHandlers(symbols, unread, isServed);
  for (const { symbol, read } of beside) symbol.context = read();
  readByName(
    symbols,
    unread.filter((each) => !beside.includes(each)),
  );
}

function besideHandlers(symbols: readonly SymbolFact[], unread: readonly Unread[], isServed: boolean): readonly Unread[] {
  const arrives = (symbol: Unread['symbol']): boolean => isHandler(symbol) || (isServed && symbol.modifiers.includes('async'));
  const parents = new Set(symbols.filter((each) => each.touched && arrives(each)).map(({ parent }) => parent));
  return parents.size === 0 ? [] : unread.filter(({ symbol }) => parents.has(symbol.parent) && arrives(symbol)).slice(0, mostBeside);
}

const mappings = /(?:^|\.)(?:(?:Get|Post|Put|Delete|Patch|Request)(?:Mapping)?|GET|POST|PUT|DELETE|PATCH)$/;
const verbs = /^(?:GET|POST|PUT|DELETE|PATCH)$/;
const requests = /^_?(?:req|request|ctx)$/;

/** Told by annotations (Spring, JAX-RS, NestJS), by the name of a verb (Next), or by what the first parameter is called (Express, Koa). */
function isHandler({ kind, name, annotations, parameters }: Unread['symbol']): boolean {
  if (kind !== 'method' && kind !== 'function' && kind !== 'variable') return false;
  return annotations.some((each) => mappings.test(each.name)) || verbs.test(name) || requests.test(parameters?.[0]?.name ?? '');
}

function readByName(symbols: readonly SymbolFact[], unread: readonly Unread[]): void {
  let code: readonly CodeNode[] = symbols.flatMap(codeOf);
  let left = unread;
  let budget = mostRead;
  for (let round = 0; round < rounds && code.length > 0 && left.length > 0; round++) {
    const names = namesIn(code);
    const named = left.filter(({ symbol }) => names.has(symbol.name)).slice(0, budget);
    for (const { symbol, read } of named) symbol.context = read();
    budget -= named.length;
    left = left.filter((each) => !named.includes(each));
    code = named.flatMap(({ symbol: { context } }) => [...(context?.body ?? []), ...(context?.value ? [context.value] : [])]);
  }
}

function namesIn(code: readonly CodeNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { node } of visitsOf(code, 'name', 'member', 'call', 'new')) names.add(node.kind === 'new' ? node.type : node.name);
  return names;
}
