import { remembered } from '../../../base/remembered.ts';
import type { CodeChange, SymbolAt } from '../../../code/code-change.ts';
import type { ParameterFact, SymbolFact } from '../../../code/facts.ts';
import { bare } from '../../../code/walk.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { typeInTest, type CallSite } from './call-sites.ts';
import { overloadsOf } from './called-function.ts';
import { isCalledByFramework, sitesOf } from './reach.ts';
import type { TestCase } from './test-index.ts';

/** Whether a test that calls a new function cannot mean what was there before: an overload, or a request that the function is run with now. */
export function isSurelyCalled(test: TestCase, at: SymbolAt, change: CodeChange): boolean {
  const { file, symbol } = at;
  if (file.facts?.language !== 'java') return true;
  const sites = sitesOf(test, at);
  if (sites.length === 0 && isCalledByFramework(symbol)) return false;
  const brought = broughtBy(change);
  const older = overloadsOf(symbol, file.facts).filter((each) => !brought.has(each));
  return older.length === 0 || sites.length === 0 || sites.some((site) => older.every((other) => isToldFrom(other, symbol, site)));
}

const broughtBy = remembered(
  ({ symbols }: CodeChange): ReadonlySet<SymbolFact> =>
    new Set(symbols.flatMap((each) => (each.kind === 'added' ? [each.head.symbol] : []))),
);

/** By an argument of which it is known that it is of the type that the one takes and the other does not. */
function isToldFrom(other: SymbolFact, own: SymbolFact, { node, within }: CallSite): boolean {
  return node.arguments.some((argument, index) => {
    const [mine, others] = [typeAt(own, index), typeAt(other, index)];
    if (mine === others) return false;
    const value = bare(argument);
    if (/^(?:string|number|true|false)$/.test(value.kind)) return true;
    const given = value.kind === 'function' ? undefined : typeInTest(value, within);
    return given !== undefined && (given === mine || (given.endsWith(mine) && !given.endsWith(others)));
  });
}

function typeAt({ parameters = [] }: SymbolFact, index: number): string {
  const parameter: ParameterFact | undefined = parameters[Math.min(index, parameters.length - 1)];
  return simpleTypeName(parameter?.type ?? '');
}
