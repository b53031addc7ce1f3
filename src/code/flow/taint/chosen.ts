import type { TextRange } from '../../../base/text-range.ts';
import type { Expression } from '../../expression.ts';
import { bare } from '../../walk.ts';
import type { Follower } from './follower.ts';
import { anyMember } from './members.ts';
import type { State } from './state.ts';
import { stepped, type Taint, type Value } from './value.ts';

/** The origin of an object that has no other names than those that were put into it. */
export const bareObject = '@bare';

/** What data takes out of an object that is not data itself; undefined where it does not. Lists have nothing but what is put into them. */
export function chosenMember(object: Value, index: Value, range: TextRange): Value | undefined {
  if (index.constant !== undefined || !index.taint || object.taint || object.size !== undefined || object.origin === bareObject)
    return undefined;
  return { ...anyMember(object), chosen: stepped(index.taint, range, 'chooses a property here') };
}

/** Whether what is written to is held, or reached from what is held, by a local name. */
export function isOwnObject(object: Expression, state: State): boolean {
  let at = bare(object);
  while (at.kind === 'member' || at.kind === 'index') at = bare(at.object);
  return at.kind === 'name' && state.has(at.name) && !/^(?:req|res|request|response|ctx|reply|session)$/.test(at.name);
}

/** Reports that what is written to, or called, was chosen by data. */
export function reportChosen(follower: Follower, form: 'set' | 'call', taint: Taint, range: TextRange): void {
  follower.notes.report({ form, name: '[chosen]', values: [{ taint }], ranges: [range], range });
}
