import type { Call, Expression } from '../../../code/expression.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import { bare, visitsOf } from '../../../code/walk.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';

/**
 * Parts of Spring Security that are switched off: `.csrf().disable()`, `.csrf(csrf -> csrf.disable())`, `.csrf(AbstractHttpConfigurer::disable)`.
 * Each with the call that names the part.
 */
export function disabledParts(
  code: CodeInventory,
  parts: ReadonlySet<string>,
): readonly { readonly sight: Sight<Call>; readonly part: string }[] {
  const chained = code.calls('disable').flatMap((sight) => {
    const receiver = sight.node.receiver && bare(sight.node.receiver);
    const part = receiver?.kind === 'name' ? (heldBy(receiver, sight) ?? receiver) : receiver;
    return part?.kind === 'call' && parts.has(part.name) && part.arguments.length === 0 ? [{ sight, part: part.name }] : [];
  });
  const configured = [...parts].flatMap((part) =>
    code
      .calls(part)
      .filter((sight) => disables(sight.node.arguments[0]))
      .map((sight) => ({ sight, part })),
  );
  return [...chained, ...configured];
}

function disables(expression: Expression | undefined): boolean {
  const value = expression && bare(expression);
  if (value?.kind !== 'function') return false;
  const [only, ...more] = value.body;
  const done = only?.kind === 'return' || only?.kind === 'expression' ? only.value : undefined;
  if (more.length > 0 || done?.kind !== 'call' || done.name !== 'disable') return false;
  // In `headers(headers -> headers.frameOptions().disable())` a part of the part is switched off.
  return done.receiver?.kind === 'name';
}

/** Whether requests are told apart by a token they bring, so that a browser adds nothing by itself. */
export function isStateless({ code }: Sight): boolean {
  return (
    visitsOf(code, 'member', 'name').some(({ node }) => node.name === 'STATELESS') ||
    visitsOf(code, 'call').some(({ node }) => /^(oauth2ResourceServer|bearerTokenResolver)$/.test(node.name))
  );
}
