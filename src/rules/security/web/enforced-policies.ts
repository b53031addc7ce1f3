import type { Expression } from '../../../code/expression.ts';
import { codeOf, visitsOf, walk } from '../../../code/walk.ts';
import type { Safeguard, SafeguardKind } from '../../safeguards/safeguard.ts';
import { scopeOf } from '../../safeguards/scopes.ts';

/** A policy that browsers only report on keeps nothing out. */
export const enforcedPolicies: SafeguardKind = {
  find: (at) =>
    visitsOf(codeOf(at.symbol), 'call', 'object').flatMap((visited): readonly Safeguard[] => {
      const policies: readonly Expression[] =
        visited.node.kind === 'call'
          ? visited.node.name === 'contentSecurityPolicy'
            ? visited.node.arguments.slice(0, 1)
            : []
          : visited.node.properties.filter(({ key }) => key === 'contentSecurityPolicy').map(({ value }) => value);
      return policies.flatMap((each) => {
        if (each.kind !== 'object' && each.kind !== 'function') return [];
        const only = reportOnlyIn(each);
        return [
          {
            family: 'the policy that browsers hold to',
            key: 'csp',
            scope: scopeOf(visited),
            range: only?.range ?? each.range,
            level: only ? 0 : 1,
            scale: 'csp',
          },
        ];
      });
    }),
  exposed: () => false,
};

function reportOnlyIn(policy: Expression): { readonly range: Safeguard['range'] } | undefined {
  for (const { node } of walk([policy])) {
    if (node.kind === 'call' && node.name === 'reportOnly') return { range: { start: node.nameRange.start, end: node.range.end } };
    const option =
      node.kind === 'object' ? node.properties.find(({ key, value }) => key === 'reportOnly' && value.kind === 'true') : undefined;
    if (option) return option;
  }
  return undefined;
}
