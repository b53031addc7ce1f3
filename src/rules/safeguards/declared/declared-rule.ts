import * as z from 'zod/mini';
import type { FindingDraft } from '../../../finding/draft.ts';
import { defineChangeRule, type Rule, type RuleMetadata } from '../../rule.ts';
import { declaredLosses, type DeclaredLoss } from './declared-losses.ts';
import type { DeclaredKind } from './declared-safeguard.ts';

/** A rule that finds what files that are not code declare no more. */
export function declaredRule({ kinds, ...metadata }: RuleMetadata & { readonly kinds: readonly DeclaredKind[] }): Rule {
  return defineChangeRule({
    ...metadata,
    needs: [],
    options: z.object({}),
    *check(change) {
      for (const loss of declaredLosses(change, kinds)) yield lossDraft(loss);
    },
  });
}

function lossDraft({ base, head, lost, now, range }: DeclaredLoss): FindingDraft {
  const told = now ?? lost;
  const name = head.path.slice(head.path.lastIndexOf('/') + 1);
  const became =
    now && lost?.key === now.key ? `\`${lost.text}\` became \`${now.text}\`` : now ? `\`${now.text}\`` : `\`${lost?.text ?? ''}\` is gone`;
  return {
    message: `\`${name}\` gives up ${told?.what ?? ''}: ${became}.`,
    place: { file: head, range },
    subject: `${told?.family ?? ''} ${told?.key ?? ''}`,
    ...(lost && { related: [{ file: base, range: lost.range, caption: 'it was here' }] }),
    ...(told?.severity && { severity: told.severity }),
    properties: { category: told?.category ?? 'misconfig' },
  };
}
