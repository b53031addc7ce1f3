import { remembered } from '../../../base/remembered.ts';
import type { TextRange } from '../../../base/text-range.ts';
import type { SourceFile } from '../../../code/code-change.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { foldedText, visitsOf, type CodeNode } from '../../../code/walk.ts';

/** What a security configuration asks of the requests that a matcher meets. */
export interface RequestRule {
  /** E.g. `requestMatchers("/admin/**")`. */
  readonly matcher: string;
  /** E.g. `hasRole("ADMIN")`. */
  readonly access: string;
  readonly open: boolean;
  readonly range: TextRange;
}

const matchers =
  /^(requestMatchers|antMatchers|mvcMatchers|regexMatchers|pathMatchers|anyRequest|anyExchange|dispatcherTypeMatchers|intercept)$/;
const accesses =
  /^(authenticated|fullyAuthenticated|hasRole|hasAnyRole|hasAuthority|hasAnyAuthority|access|denyAll|permitAll|anonymous|rememberMe|hasIpAddress)$/;

/** The rules of a Spring Security configuration, each matcher by its own text. */
export const requestRulesIn = remembered((code: readonly CodeNode[], file: SourceFile): readonly RequestRule[] =>
  visitsOf(code, 'call').flatMap(({ node: call }) => {
    const matcher = call.receiver?.kind === 'call' ? call.receiver : undefined;
    if (!accesses.test(call.name) || !matcher || !matchers.test(matcher.name)) return [];
    const range = { start: call.nameRange.start, end: call.range.end };
    return patternsOf(matcher, file).map((pattern) => ({
      matcher: pattern,
      access: foldedText(file.text, range),
      open: call.name === 'permitAll' || call.name === 'anonymous',
      range,
    }));
  }),
);

/** A matcher with several patterns is a rule for each of them. */
function patternsOf(matcher: Call, file: SourceFile): readonly string[] {
  const texts = matcher.arguments.map((argument: Expression) => foldedText(file.text, argument.range));
  const method = /^(HttpMethod\.)?(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(texts[0] ?? '') ? texts[0] : undefined;
  if (texts.length === 0) return [`${matcher.name}()`];
  const patterns = method ? texts.slice(1) : texts;
  return (patterns.length > 0 ? patterns : ['']).map((pattern) => `${matcher.name}(${[method, pattern].filter(Boolean).join(', ')})`);
}
