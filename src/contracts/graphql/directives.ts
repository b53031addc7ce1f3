import { paired, report, type Comparison } from './comparison.ts';
import { compareInputs, directiveArgument } from './inputs.ts';
import type { Directive } from './model.ts';

/** Compares what operations and other schemas may write as directives. */
export function compareDirectives(comparison: Comparison): void {
  const { removed, added, both } = paired([...comparison.base.directives.values()], [...comparison.head.directives.values()]);
  for (const each of removed) {
    if (comparison.mayHold(each.name)) continue;
    const message = `The directive \`@${each.name}\` was removed: operations and schemas that use it are rejected.`;
    report(comparison, each, undefined, { change: 'directive-removed', impact: 'breaking', message });
  }
  for (const each of added)
    report(comparison, undefined, each, {
      change: 'directive-added',
      impact: 'compatible',
      message: `The directive \`@${each.name}\` was added.`,
    });
  for (const [before, after] of both) compareDirective(comparison, before, after);
}

function compareDirective(comparison: Comparison, before: Directive, after: Directive): void {
  compareInputs(comparison, before.args, after.args, directiveArgument, after);
  const gone = before.locations.filter((location) => !after.locations.includes(location));
  if (gone.length > 0) {
    const message = `\`@${before.name}\` may stand on \`${after.locations.join(' | ')}\`, was \`${before.locations.join(' | ')}\`: those who put it on ${gone.map((each) => `\`${each}\``).join(', ')} are rejected.`;
    report(comparison, before, after, { change: 'directive-location-removed', impact: 'breaking', message });
  } else if (after.locations.length > before.locations.length) {
    report(comparison, before, after, {
      change: 'directive-location-added',
      impact: 'compatible',
      message: `\`@${before.name}\` may stand in more places.`,
    });
  }
  if (before.repeatable === after.repeatable) return;
  const message = after.repeatable
    ? `\`@${before.name}\` may be repeated.`
    : `\`@${before.name}\` may no longer be repeated: those who write it twice in one place are rejected.`;
  report(comparison, before, after, {
    change: after.repeatable ? 'directive-repeatable-added' : 'directive-repeatable-removed',
    impact: after.repeatable ? 'compatible' : 'breaking',
    message,
  });
}
