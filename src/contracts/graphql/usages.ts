import { report, type Comparison } from './comparison.ts';
import type { Element } from './model.ts';

interface UsageEffect {
  readonly impact: 'breaking' | 'risky' | 'compatible';
  readonly effect: string;
}

/** Directives whose meaning is known wherever they stand, when they come to something that was there before. */
const whenAdded: Readonly<Record<string, UsageEffect>> = {
  deprecated: { impact: 'compatible', effect: 'clients are warned that it is to go.' },
  oneOf: { impact: 'breaking', effect: 'exactly one of its parts may be set, so operations with several or none are rejected.' },
  inaccessible: { impact: 'breaking', effect: 'it is hidden from the schema that clients see, so operations that use it are rejected.' },
  authenticated: { impact: 'risky', effect: 'clients that are not signed in no longer get it.' },
  requiresScopes: { impact: 'risky', effect: 'clients without the scopes no longer get it.' },
  policy: { impact: 'risky', effect: 'clients that do not meet the policy no longer get it.' },
};

/** Compares the directives on an element. What others mean, only the server's code knows; they change nothing that is sent or received by themselves. */
export function compareUsages(comparison: Comparison, base: Element, head: Element): void {
  const names = new Set(base.usages.map(({ name }) => name));
  for (const usage of head.usages) {
    const known = names.has(usage.name) ? undefined : whenAdded[usage.name];
    if (!known) continue;
    const message = `\`${base.coordinate}\` has \`@${usage.name}\` now: ${known.effect}`;
    report(comparison, base, head, {
      change: usage.name === 'deprecated' ? 'deprecation-added' : 'directive-usage-added',
      impact: known.impact,
      message,
      at: usage,
    });
  }
}
