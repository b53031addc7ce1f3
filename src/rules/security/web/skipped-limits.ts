import type { SymbolAt } from '../../../code/code-change.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import type { Safeguard, SafeguardKind } from '../../safeguards/safeguard.ts';

const skips = /^(?:SkipThrottle|SkipRateLimit|NoRateLimit|DisableRateLimit|ThrottlerSkip)$/;
const answers = /^(?:Controller|Resolver|Get|Post|Put|Patch|Delete|All|Query|Mutation|RestController|\w{3,10}Mapping)$/;

/** What answers requests is limited as long as it does not say that it is left out: `@SkipThrottle()`. */
export const notSkipped: SafeguardKind = {
  find: (at) => {
    const names = at.symbol.annotations.map(({ name }) => simpleTypeName(name));
    return names.some((name) => answers.test(name)) ? [limitOf(at)] : [];
  },
  exposed: () => false,
};

function limitOf({ symbol }: SymbolAt): Safeguard {
  const skipped = symbol.annotations.find(({ name }) => skips.test(simpleTypeName(name)));
  return {
    family: 'the limit on how often it may be called, which holds for all',
    key: 'skipped',
    scope: '',
    range: skipped?.range ?? symbol.nameRange,
    level: skipped ? 0 : 1,
    scale: 'skipped',
  };
}
