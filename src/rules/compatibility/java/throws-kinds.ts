import type { JavaSide } from './java-side.ts';
import { isChecked } from './exceptions.ts';
import { has, shown, typeAt, type JavaPair } from './java-pair.ts';
import type { JavaType } from './java-type.ts';
import type { JavaDifference } from './kinds.ts';
import { isOverridable } from './openness.ts';
import { isSubtype } from './subtyping.ts';

interface Thrown {
  readonly text: string;
  readonly type: JavaType;
  readonly isCertain: boolean;
}

/** Which exceptions callers have to handle, and overriding methods may throw. */
export function throwsKinds(pair: JavaPair): readonly JavaDifference[] {
  const { sides } = pair;
  if (isProgram(pair)) return [];
  const [old, now] = [checkedAt('base', pair), checkedAt('head', pair)];
  // What only comes from another package is a change of the type.
  const isAmong = ({ type }: Thrown, others: readonly Thrown[]): boolean => others.some((each) => each.type.name === type.name);
  const added = now.filter((each) => !isAmong(each, old) && !old.some(({ type }) => isSubtype(each.type, type, sides.head) === true));
  const removed = old.filter((each) => !isAmong(each, now) && !isKept(each, now, pair));
  return [
    ...some(added, 'method-now-throws-checked-exception', 'throws', 'now', 'callers no longer compile until they handle it'),
    ...some(
      added.length === 0 ? removed : removed.filter(({ isCertain }) => isCertain),
      'method-no-longer-throws-checked-exception',
      'no longer throws',
      '',
      'callers that catch it no longer compile',
    ),
  ];
}

/** What starts a program is called by none but the one that starts it. */
function isProgram({ base, head }: JavaPair): boolean {
  const { name, parameters = [] } = head.symbol;
  return (
    name === 'main' && parameters.length === 1 && /^(?:java\.lang\.)?String\b/.test(parameters[0]?.type ?? '') && has(base.symbol, 'static')
  );
}

function checkedAt(side: 'base' | 'head', pair: JavaPair): readonly Thrown[] {
  return pair[side].symbol.throws.flatMap((text) => {
    const type = typeAt(side, text, pair);
    const isOne = type.bounds ? isVariableChecked(type, side, pair) : isCheckedAnywhere(type, pair.sides);
    return isOne === false ? [] : [{ text: shown(text), type, isCertain: isOne === true }];
  });
}

/** A new variable stands for what each caller has it stand for, which may be nothing to handle. One that is gone is missed by those who had it stand for something. */
function isVariableChecked({ bounds }: JavaType, side: 'base' | 'head', { sides }: JavaPair): boolean | undefined {
  const [limit] = side === 'base' ? (bounds?.() ?? []) : [];
  return limit ? isCheckedAnywhere(limit, sides) : false;
}

/** What the change does not declare at one side it may declare at the other. */
function isCheckedAnywhere(type: JavaType, sides: { readonly base: JavaSide; readonly head: JavaSide }): boolean | undefined {
  return isChecked(type, sides.head) ?? isChecked(type, sides.base);
}

/** Overriding methods may throw it as long as a supertype stands there; to callers a subtype is enough to catch. */
function isKept({ type }: Thrown, now: readonly Thrown[], pair: JavaPair): boolean {
  const { base, head, owner, sides } = pair;
  if (now.some((each) => isSubtype(type, each.type, sides.head) !== false)) return true;
  if (!has(head.symbol, 'static') && isOverridable(base.symbol, owner.base, sides.base)) return false;
  return type.name === 'Exception' || type.name === 'Throwable' || now.some((each) => isSubtype(each.type, type, sides.head) !== false);
}

function some(list: readonly Thrown[], id: JavaDifference['id'], before: string, after: string, whom: string): readonly JavaDifference[] {
  if (list.length === 0) return [];
  const names = list.map(({ text }) => `\`${text}\``).join(', ');
  const what = `${before} ${names} ${after}`.trim();
  return [{ id, what, whom, ...(!list.some(({ isCertain }) => isCertain) && { confidence: 'medium' as const }) }];
}
