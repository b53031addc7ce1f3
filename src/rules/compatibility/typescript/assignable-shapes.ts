import { groupBy } from '../../../base/group-by.ts';
import { compareFunctions } from './assignable-functions.ts';
import { allOf, anyOf, type Answer, type Comparison } from './comparison.ts';
import type { Shape } from './expand.ts';
import { orUndefined, type TypeMember } from './type.ts';

/** Whether an object of one shape can stand in for one of another: it has all that is asked for. */
export function compareShapes(from: Shape, to: Shape, state: Comparison): Answer {
  const own = groupBy(from.members, ({ name }) => name);
  const answers = [...groupBy(to.members, ({ name }) => name)].map(([name, wanted]): Answer => {
    const found = own.get(name);
    if (found) return compareMembers(found, wanted, { from, to }, state);
    if (wanted.every(({ isOptional }) => isOptional)) return true;
    if (/^\[string\]$/.test(name)) return ofAllNames(wanted, { from, to }, state);
    return from.isComplete && !name.startsWith('[') ? false : undefined;
  });
  return allOf([...answers, to.isComplete ? true : undefined]);
}

/** What stands for every name takes what is written in place where each of its properties fits. */
function ofAllNames(wanted: readonly TypeMember[], shapes: { readonly from: Shape; readonly to: Shape }, state: Comparison): Answer {
  if (!shapes.from.isComplete) return undefined;
  const answer = allOf(
    shapes.from.members.flatMap((own) => wanted.map((each) => compareMember({ ...own, isOptional: false }, each, shapes, state))),
  );
  return answer === true ? true : undefined;
}

/** Members of one name are overloads: each that is wanted has to be there. */
function compareMembers(
  own: readonly TypeMember[],
  wanted: readonly TypeMember[],
  shapes: { readonly from: Shape; readonly to: Shape },
  state: Comparison,
): Answer {
  return allOf(wanted.map((each) => anyOf(own.map((member) => compareMember(member, each, shapes, state)))));
}

function compareMember(
  own: TypeMember,
  wanted: TypeMember,
  { from, to }: { readonly from: Shape; readonly to: Shape },
  state: Comparison,
): Answer {
  if (own.isOptional && !wanted.isOptional) return false;
  const [source, target] = [own.type, wanted.type];
  if (source.kind === 'function' && target.kind === 'function' && (own.isMethod || wanted.isMethod))
    return compareFunctions(
      { signature: source.signature, scope: from.scope },
      { signature: target.signature, scope: to.scope },
      state,
      true,
    );
  return state.compare(
    { type: orUndefined(source, own.isOptional), scope: from.scope },
    { type: orUndefined(target, wanted.isOptional), scope: to.scope },
    state,
  );
}
