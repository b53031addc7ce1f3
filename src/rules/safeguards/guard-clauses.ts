import { remembered } from '../../base/remembered.ts';
import { canonical } from '../../code/canonical.ts';
import type { SymbolAt } from '../../code/code-change.ts';
import type { If, Return, Statement } from '../../code/statement.ts';
import { bare, callsIn, codeOf, visitsOf, walk, type CodeNode } from '../../code/walk.ts';
import type { Safeguard, SafeguardKind } from './safeguard.ts';
import { scopeOf } from './scopes.ts';

/** An `if` that keeps something from being done. */
export interface GuardClause {
  readonly clause: If;
  /** The condition in one form. */
  readonly test: string;
  /** `leaves`: it throws or returns where the condition holds; `wraps`: what is done stands in it. */
  readonly form: 'leaves' | 'wraps';
}

export interface GuardShape {
  /** The family, where the clause is one of the kind. */
  familyOf(guard: GuardClause, at: SymbolAt): string | undefined;
  /** Whether one of several conditions protects by itself, so that its loss is told. Absent: only the whole is looked at. */
  readonly isPart?: (test: string) => boolean;
}

/** Conditions that protect, whether they leave early or stand around what they protect. */
export function guardClauseKind(shape: GuardShape, more: Pick<SafeguardKind, 'helpers' | 'elsewhere'> = {}): SafeguardKind {
  return {
    ...more,
    find: (at) => [...clausesIn(at, shape)],
    exposed: (lost, head, base) => timesAsked(lost.key, head) < timesAsked(lost.key, base) && goesOn(lost, head, base),
  };
}

function* clausesIn(at: SymbolAt, shape: GuardShape): Generator<Safeguard> {
  for (const visited of visitsOf(codeOf(at.symbol), 'if')) {
    const guard = guardOf(visited.node);
    const family = shape.familyOf(guard, at);
    if (family === undefined) continue;
    // Of a condition around much code only the condition is told.
    const range = guard.form === 'leaves' ? visited.node.range : visited.node.test.range;
    const { isPart } = shape;
    const parts = isPart && new Map(partsOf(guard).map((part) => [part, isPart(part)]));
    yield { family, key: guard.test, scope: scopeOf(visited), range, ...(parts && { parts }) };
  }
}

/** The conditions of which each alone leaves (`a || b`), or which all must hold for what is done (`a && b`). */
function partsOf({ clause, form }: GuardClause): readonly string[] {
  const operator = form === 'leaves' ? '||' : '&&';
  const parts: string[] = [];
  const open = [bare(clause.test)];
  for (let next = open.pop(); next && parts.length < mostParts; next = open.pop()) {
    if (next.kind === 'binary' && next.operator === operator) open.push(bare(next.right), bare(next.left));
    else parts.push(canonical(next));
  }
  return parts;
}

/** Conditions of one clause that are told apart. */
const mostParts = 50;

/** A condition that moved outwards or inwards in its function is still asked. */
function timesAsked(key: string, { symbol }: SymbolAt): number {
  return visitsOf(codeOf(symbol), 'if').filter(({ node }) => guardOf(node).test === key).length;
}

/** Many kinds look at the same conditions. */
const guardOf = remembered((clause: If): GuardClause => ({
  clause,
  test: canonical(clause.test),
  form: leaves(clause.then) ? 'leaves' : 'wraps',
}));

/** Whether a branch always ends the function, the round or the case. */
export function leaves(branch: readonly Statement[]): boolean {
  const last = branch.at(-1);
  return last !== undefined && /^(throw|return|continue|break)$/.test(last.kind);
}

/** What stood behind or in the condition is still done: the same call is made, outside of what the condition held. */
function goesOn({ range }: Safeguard, head: SymbolAt, base: SymbolAt): boolean {
  const clause = clauseAt(codeOf(base.symbol), range.start);
  if (!clause) return false;
  const guarded = leaves(clause.then)
    ? callsIn(codeOf(base.symbol)).filter((call) => call.range.start > clause.range.end)
    : callsIn(clause.then);
  const wanted = new Set(guarded.map((call) => canonical(call)));
  if (callsIn(codeOf(head.symbol)).some((call) => wanted.has(canonical(call)))) return true;
  if (wanted.size > 0 || !leaves(clause.then)) return false;
  const given = new Set(givenBy(base).flatMap(({ value, range: at }) => (value && at.start > clause.range.end ? canonical(value) : [])));
  return givenBy(head).some(({ value }) => value && given.has(canonical(value)));
}

/** What a symbol hands out. */
function givenBy({ symbol }: SymbolAt): readonly Return[] {
  return visitsOf(codeOf(symbol), 'return').map(({ node }) => node);
}

function clauseAt(code: readonly CodeNode[], start: number): If | undefined {
  for (const { node } of walk(code)) if (node.kind === 'if' && (node.range.start === start || node.test.range.start === start)) return node;
  return undefined;
}
