import { remembered } from '../../../base/remembered.ts';
import type { CodeChange, SourceFile } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import type { FindingDraft } from '../../../finding/draft.ts';
import type { TextRange } from '../../../base/text-range.ts';
import { stringsIn, visitsOf } from '../../../code/walk.ts';
import { codeIn, reference } from '../../code-in-file.ts';
import { covers, patternsOf } from './covering-guards.ts';
import { isForEveryone } from './open-paths.ts';
import { requestRulesIn, type RequestRule } from './request-rules.ts';

/** A request rule that is new and opens a part of what another one of the same configuration guards. */
export function* openedInGuarded(change: CodeChange): Generator<FindingDraft> {
  for (const { base, head } of change.files) {
    if (head?.role !== 'production') continue;
    const old = base ? rulesIn(base) : [];
    const before = new Set(old.map(({ rule }) => rule.matcher));
    const rules = rulesIn(head);
    for (const { rule, symbol } of rules) {
      const wider =
        !rule.open || before.has(rule.matcher) || isPreflight(rule)
          ? undefined
          : guardAround(
              rule,
              rules.filter((each) => each.symbol === symbol).map((each) => each.rule),
              old.map((each) => each.rule),
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

/** A rule for the rest of the requests is around a path only where it was there before, so that the path was guarded by it. */
function guardAround({ matcher }: RequestRule, rules: readonly RequestRule[], old: readonly RequestRule[]): RequestRule | undefined {
  const paths = patternsOf(matcher).filter(
    (path) => !assets.test(path) && !isForEveryone({ path: path.replace(/\/\*+$/, ''), symbol: { name: '' } }),
  );
  if (paths.length === 0) return undefined;
  const isAround = (other: RequestRule, pattern: string): boolean =>
    !other.open && other.matcher !== matcher && paths.every((path) => covers(pattern, path));
  return (
    rules.find((other) => patternsOf(other.matcher).some((pattern) => !isForAll(pattern) && isAround(other, pattern))) ??
    rules.find((other) =>
      patternsOf(other.matcher).some(
        (pattern) => isForAll(pattern) && isAround(other, pattern) && old.some((each) => !each.open && each.matcher === other.matcher),
      ),
    )
  );
}

function isForAll(pattern: string): boolean {
  return pattern.startsWith('/**') || pattern === '**';
}

const matchers: ReadonlySet<string> = new Set(['requestMatchers', 'antMatchers', 'mvcMatchers']);
const assets =
  /\.\w{1,5}$|(?:css|js|images?|img|fonts?|assets|static|resources|webjars|public|favicon|h2|swagger|api-docs|docs)(?:[/*.-]|$)/i;

/** `web.ignoring().requestMatchers("/css/**", "/internal/**")`: a path that no filter looks at any more. */
export function* ignoredAnew(change: CodeChange): Generator<FindingDraft> {
  for (const { base, head } of change.files) {
    if (!base || head?.role !== 'production') continue;
    const before = new Set(ignoredIn(base).map(({ path }) => path));
    for (const { path, range, symbol } of ignoredIn(head)) {
      if (before.has(path) || assets.test(path) || isForEveryone({ path: path.replace(/\/\*+$/, ''), symbol: { name: '' } })) continue;
      yield {
        message: `\`${path}\` is ignored by Spring Security now: whoever calls it is neither asked who he is nor protected by any filter.`,
        place: { file: head, range },
        subject: `ignored ${path}`,
        symbol: reference(symbol),
        confidence: 'medium',
        properties: { category: 'missing-auth' },
      };
    }
  }
}

interface IgnoredPath {
  readonly path: string;
  readonly range: TextRange;
  readonly symbol: SymbolFact;
}

const ignoredIn = remembered((file: SourceFile): readonly IgnoredPath[] =>
  codeIn(file).flatMap(({ symbol, code }) =>
    visitsOf(code, 'call').flatMap(({ node: { name, receiver, arguments: given } }) =>
      matchers.has(name) && receiver?.kind === 'call' && receiver.name === 'ignoring'
        ? stringsIn(given).map(({ value, range }) => ({ path: value, range, symbol }))
        : [],
    ),
  ),
);
