import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { constantOf } from '../../../code/flow/constant.ts';
import { bare, isWithin, visitsOf } from '../../../code/walk.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import { lastName, type CodeInventory } from '../../pattern/code-inventory.ts';

/** A method that decides who may do something, and refuses nobody. */
export interface AlwaysGranted {
  readonly at: Scope;
  readonly range: TextRange;
  readonly name: string;
}

const deciding: ReadonlyMap<string, RegExp> = new Map([
  ['vote', /^AccessDecisionVoter$/],
  ['hasPermission', /^PermissionEvaluator$/],
]);

/** Voters and evaluators of Spring Security none of whose answers is a refusal. */
export function* alwaysGranted(code: CodeInventory): Generator<AlwaysGranted> {
  for (const { symbol, code: body, file } of code.scopes) {
    const kind = deciding.get(symbol.name);
    if (!kind || !file.facts || !isOf(symbol, kind, enclosing(symbol, file.facts))) continue;
    const answers = visitsOf(body, 'return').filter(
      (each) => !isWithin(each, ({ kind: around }) => around === 'function' || around === 'functions'),
    );
    const at = { file, symbol, code: body };
    const values = answers.flatMap(({ node }) => (node.value ? [node.value] : []));
    if (values.length > 0 && values.every((value) => isGrant(value, at))) yield { at, range: symbol.nameRange, name: symbol.name };
  }
}

function isOf(symbol: SymbolFact, kind: RegExp, [owner]: readonly SymbolFact[]): boolean {
  return symbol.kind === 'method' && (owner?.supertypes ?? []).some(({ type }) => kind.test(simpleTypeName(type)));
}

/** True, or one of the other answers of a voter. */
function isGrant(value: Expression, scope: Scope): boolean {
  const known = constantOf(value, scope);
  if (typeof known === 'number') return known !== -1;
  return known === true || /^ACCESS_(?:GRANTED|ABSTAIN)$/.test(lastName(bare(value)) ?? '');
}
