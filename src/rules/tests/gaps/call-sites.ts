import { Memo } from '../../../base/memo.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Call, Construction, Expression } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { typeOf } from '../../../code/flow/type.ts';
import { bare, visitsOf, type CodeNode } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';

/** Code that a test runs: its own, or that of a function of its file. */
export interface TestCode {
  readonly file: SourceFile;
  readonly symbol: SymbolFact;
  readonly code: readonly CodeNode[];
}

/** One call in the code that a test runs. */
export interface CallSite {
  readonly node: Call | Construction;
  readonly within: TestCode;
}

const read = new Memo<readonly CodeNode[], ReadonlyMap<string, readonly CallSite[]>>();

/** The calls in a piece of code by the simple name of what is called; constructions by their type's. */
export function callSitesIn(within: TestCode): ReadonlyMap<string, readonly CallSite[]> {
  const known = read.get(within.code);
  if (known) return known;
  const sites = new Map<string, CallSite[]>();
  for (const { node } of visitsOf(within.code, 'call', 'new')) {
    const name = node.kind === 'new' ? simpleTypeName(node.type) : calledName(node);
    const others = sites.get(name);
    if (others) others.push({ node, within });
    else sites.set(name, [{ node, within }]);
  }
  read.set(within.code, sites);
  return sites;
}

/** `fn()()` and `(0, fn)()` have no name of their own. */
function calledName(call: Call): string {
  if (call.name !== '' || !call.receiver) return call.name;
  const receiver = bare(call.receiver);
  return receiver.kind === 'call' || receiver.kind === 'member' || receiver.kind === 'name' ? receiver.name : '';
}

/** The simple name of an expression's type in a test, as far as the test's file says; `undefined` where it does not. */
export function typeInTest(expression: Expression, within: TestCode): string | undefined {
  if (types.has(expression)) return types.get(expression);
  const type = readType(expression, within);
  types.set(expression, type);
  return type;
}

const types = new Memo<Expression, string | undefined>();

function readType(expression: Expression, { file, symbol, code }: TestCode): string | undefined {
  const local = typeOf(expression, { file, symbol, code });
  if (local !== undefined) return nameOfType(local, file);
  const module = file.facts?.symbols[0];
  const wider = module?.body && typeOf(expression, { file, symbol: module, code: module.body });
  return wider === undefined ? undefined : nameOfType(wider, file);
}

/** What a module exports by default is called as the test calls it. */
function nameOfType(type: string, { facts }: SourceFile): string {
  const imported = facts?.imports.find(({ source, name }) => name === 'default' && type === `${source}.default`);
  return imported ? imported.local : simpleTypeName(type);
}

/** What a chain of calls starts with: `a` in `a.b().c`. */
export function rootOfChain(expression: Expression): Expression {
  let at = bare(expression);
  for (;;) {
    const next = at.kind === 'call' ? at.receiver : at.kind === 'member' || at.kind === 'index' ? at.object : undefined;
    if (!next) return at;
    at = bare(next);
  }
}
