import { remembered } from '../../../base/remembered.ts';
import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import type { FindingDraft } from '../../../finding/draft.ts';
import { codeIn, reference } from '../../code-in-file.ts';
import { covers, patternsOf } from './covering-guards.ts';
import { isForEveryone } from './open-paths.ts';
import { requestRulesIn, type RequestRule } from './request-rules.ts';

/** A request rule that is new and opens a part of what another one of the same configuration guards. */
export function* openedInGuarded(change: CodeChange): Generator<FindingDraft> {
  for (const { base, head } of change.files) {
    if (head?.role !== 'production') continue;
    const before = new Set((base ? rulesIn(base) : []).map(({ rule }) => rule.matcher));
    const rules = rulesIn(head);
    for (const { rule, symbol } of rules) {
      const wider =
        !rule.open || before.has(rule.matcher) || isPreflight(rule)
          ? undefined
          : guardAround(
              rule,
              rules.filter((each) => each.symbol === symbol).map((each) => each.rule),
            );
      if (!wider) continue;
      yield {
        message: `\`${rule.matcher}\` is new and open to everyone, in the midst of \`${wider.matcher}\`, which needs \`${wider.access}\`.`,
        place: { file: head, range: rule.range },
        subject: `${rule.matcher} within ${wider.matcher}`,
        symbol: reference(symbol),
        related: [{ file: head, range: wider.range, caption: 'what is around it is checked' }],
        fixes: [{ title: 'Ask for the same', safety: 'unsafe', edits: [{ file: head, range: rule.range, newText: wider.access }] }],
        confidence: 'medium',
        properties: { category: 'missing-auth' },
      };
    }
  }
}

/** What browsers ask before a request of another site brings no user along. */
function isPreflight({ matcher }: RequestRule): boolean {
  return /\bOPTIONS\b/.test(matcher);
}

const rulesIn = remembered((file: SourceFile): readonly { readonly rule: RequestRule; readonly symbol: SymbolFact }[] =>
  codeIn(file).flatMap(({ symbol, code }) => requestRulesIn(code, file).map((rule) => ({ rule, symbol }))),
);

function guardAround({ matcher }: RequestRule, rules: readonly RequestRule[]): RequestRule | undefined {
  const paths = patternsOf(matcher).filter((path) => !isForEveryone({ path: path.replace(/\/\*+$/, ''), symbol: { name: '' } }));
  if (paths.length === 0) return undefined;
  return rules.find(
    (other) =>
      !other.open &&
      other.matcher !== matcher &&
      patternsOf(other.matcher).some(
        (pattern) => !pattern.startsWith('/**') && pattern !== '**' && paths.every((path) => covers(pattern, path)),
      ),
  );
}
