import type { TextRange } from '../../../base/text-range.ts';
import type { Expression, ObjectLiteral } from '../../../code/expression.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { isComplete, optionOf, truthOf } from '../../pattern/values.ts';

/** A cookie that others can read, and what to add. */
export interface WeakCookie {
  readonly at: Scope;
  readonly range: TextRange;
  /** The cookie, for the message: `` `sid` ``, `The session cookie`. */
  readonly cookie: string;
  readonly missing: readonly Flag[];
  readonly edits: readonly { readonly range: TextRange; readonly newText: string }[];
  /** Less than the rule's own. */
  readonly severity?: 'note';
}

export type Flag = 'secure' | 'httpOnly';

/** What a flag that is off lets happen. */
export const consequence: Readonly<Record<Flag, string>> = {
  secure: 'it is sent over plain HTTP, too (`secure` is off)',
  httpOnly: 'scripts on the page can read it (`httpOnly` is off)',
};

/** The flags that options leave off: written as `false`, and where `asked` also those that are not there. */
export function flagsOff(
  options: ObjectLiteral | undefined,
  asked: readonly Flag[],
  scope: Scope,
): { readonly missing: readonly Flag[]; readonly edits: WeakCookie['edits'] } {
  const missing: Flag[] = [];
  const edits: { range: TextRange; newText: string }[] = [];
  for (const flag of ['secure', 'httpOnly'] as const) {
    const value = optionOf(options, flag, scope);
    if (value) {
      if (truthOf(value, scope) !== false) continue;
      missing.push(flag);
      if (value.kind === 'false') edits.push({ range: value.range, newText: 'true' });
    } else if (asked.includes(flag) && (!options || isComplete(options))) {
      missing.push(flag);
      const last = options?.properties.at(-1);
      if (last) edits.push({ range: { start: last.range.end, end: last.range.end }, newText: `, ${flag}: true` });
    }
  }
  return { missing, edits };
}

const worthStealing = /sess|sid$|^sid|token|auth|jwt|login|remember|passw|secret|credential|user_?id/i;

/** Whether a cookie’s name says that it stands for a person. */
export function isWorthStealing(name: string): boolean {
  return worthStealing.test(name) && !/csrf|xsrf/i.test(name);
}

/** The name of a cookie where it is written. */
export function shownName(name: string | undefined, expression: Expression | undefined, text: string): string {
  const shown = name ?? (expression ? text.slice(expression.range.start, Math.min(expression.range.end, expression.range.start + 40)) : '');
  return shown === '' ? 'The cookie' : `Cookie \`${shown}\``;
}
