import type { Expression } from '../../../code/expression.ts';
import { bindingsOf } from '../../../code/flow/bindings.ts';
import { codeOf, visitsOf, type CodeNode } from '../../../code/walk.ts';
import type { Atom } from './atoms.ts';
import type { CallSite, TestCode } from './call-sites.ts';
import type { ChangedFunction } from './changed-behaviour.ts';
import type { LinkedTest } from './reach.ts';
import { sitesOf } from './reach.ts';
import { shapeOf, truthOf, type Names, type Shape } from './shapes.ts';

/** Whether the calls of tests make a condition come out both ways: then they show what it decides. */
export function isDecidedBothWays({ whole }: Atom, changed: ChangedFunction, linked: readonly LinkedTest[]): boolean {
  if (!whole) return false;
  const seen = new Set<boolean>();
  for (const { test, link } of linked) {
    if (link === 'file') continue;
    for (const site of sitesOf(test, changed.at)) {
      const outcome = truthOf(shapeOf(whole, namesAt(site, changed, whole.range.start)));
      if (outcome !== undefined) seen.add(outcome);
      if (seen.size === 2) return true;
    }
  }
  return false;
}

/** What the parameters of a function are in one call of it, and the locals that follow from them. */
function namesAt(site: CallSite, { at: { file, symbol } }: ChangedFunction, before: number): Names {
  const scope = { file, symbol, code: codeOf(symbol) };
  const parameters = symbol.parameters ?? [];
  const names = (name: string, depth = 0): Shape | undefined => {
    const bindings = bindingsOf(name, scope);
    const index = parameters.findIndex((each) => each.name === name);
    if (isSetBefore(name, scope.code, before) || bindings.filter(({ form }) => form !== 'assignment').length > 1) return undefined;
    if (index >= 0) return parameters[index]?.rest === true ? undefined : argument(site, index);
    const [only] = bindings;
    if (depth > 4 || only?.form !== 'variable' || !only.value || only.path.length > 0) return undefined;
    return shapeOf(only.value, (other) => names(other, depth + 1));
  };
  return (name) => names(name);
}

/** Whether a name gets another value before a place, as it is written. */
function isSetBefore(name: string, code: readonly CodeNode[], before: number): boolean {
  return visitsOf(code, 'assignment', 'unary').some(({ node }) => {
    const target = node.kind === 'assignment' ? node.target : /^(\+\+|--)$/.test(node.operator) ? node.operand : undefined;
    return target?.kind === 'name' && target.name === name && node.range.start < before;
  });
}

function argument({ node, within }: CallSite, index: number): Shape | undefined {
  const given: Expression | undefined = node.arguments[index];
  if (node.arguments.slice(0, index + 1).some(({ kind }) => kind === 'spread')) return undefined;
  // What is left out is `undefined`; Java has no such thing.
  if (!given) return { kind: 'constant', value: undefined };
  return shapeOf(given, (name) => heldInTest(name, within));
}

/** A local of the test that is given one value. */
function heldInTest(name: string, within: TestCode, depth = 0): Shape | undefined {
  const bindings = bindingsOf(name, within);
  const [only] = bindings;
  if (depth > 2 || bindings.length !== 1 || only?.form !== 'variable' || !only.value || only.path.length > 0) return undefined;
  return shapeOf(only.value, (other) => heldInTest(other, within, depth + 1));
}
