import { suggestion } from '../base/nearest.ts';
import { expectations } from '../finding/expectation.ts';
import type { Problem } from './problem.ts';
import type { Standard } from './standard.ts';
import type { PlacedWaiver } from './waiver.ts';

/** What is wrong with waivers when all layers of a standard are put together. */
export function checkWaivers({ waivers, rules }: Standard): readonly Problem[] {
  const groups = ['*', ...expectations.map(({ id }) => `${id}/*`)];
  const known = new Set<string>([...groups, ...rules.keys()]);
  return waivers.flatMap((waiver) => {
    if (!known.has(waiver.rule))
      return [
        {
          ...waiver.place,
          message: `The waiver names the rule "${waiver.rule}", which does not exist${suggestion(waiver.rule, [...known])}.`,
        },
      ];
    return isUnbounded(waiver)
      ? [{ ...waiver.place, message: `A waiver of "${waiver.rule}" needs "paths", "symbol" or "fingerprint".` }]
      : [];
  });
}

function isUnbounded({ rule, paths, symbol, fingerprint }: PlacedWaiver): boolean {
  return rule.endsWith('*') && paths === undefined && symbol === undefined && fingerprint === undefined;
}
