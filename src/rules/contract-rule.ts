import * as z from 'zod/mini';
import type { CodeChange } from '../code/code-change.ts';
import type { ContractChange, ContractKindId } from '../code/contract-change.ts';
import type { FindingDraft } from '../finding/draft.ts';
import { defineChangeRule, type Rule, type RuleMetadata } from './rule.ts';

type Described = Pick<RuleMetadata, 'id' | 'title' | 'reason' | 'remedy' | 'sources' | 'limits' | 'examples'>;

/**
 * The rule for one kind of interface file: what breaks a consumer is an error, what may break one a warning, the rest is silent.
 * @param isItsOwn which changes it takes, where a kind has several rules
 */
export function contractRule(contract: ContractKindId, described: Described, isItsOwn: (change: string) => boolean = () => true): Rule {
  return defineChangeRule({
    ...described,
    severity: 'error',
    confidence: 'high',
    languages: 'any',
    needs: ['contracts'],
    options: z.object({}),
    *check(change: CodeChange) {
      for (const each of change.contracts) {
        if (each.contract === contract && each.impact !== 'compatible' && isItsOwn(each.change)) yield contractDraft(each);
      }
    },
  });
}

/** What a difference of a contract is told as. */
export function contractDraft(each: ContractChange): FindingDraft {
  const { file, range, before, also = [], fix } = each;
  const related = [...(before ? [{ ...before, caption: 'before' }] : []), ...also.map((at) => ({ ...at, caption: 'the same here' }))];
  return {
    message: each.message,
    place: { file, range },
    subject: `${each.change} ${each.element}`,
    symbol: { qualifiedName: each.element, kind: 'element', ...(each.pointer !== undefined && { pointer: each.pointer }) },
    ...((each.impact === 'risky' || each.unlikely) && { severity: 'warning' as const }),
    ...(related.length > 0 && { related }),
    ...(fix && { fixes: [{ title: fix.title, safety: 'unsafe' as const, edits: fix.edits.map((edit) => ({ file, ...edit })) }] }),
    properties: {
      contract: each.contract,
      change: each.change,
      breaking: each.impact === 'breaking',
      planned: each.deprecatedBefore ? 'partly' : 'none',
    },
  };
}
