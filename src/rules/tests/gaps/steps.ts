import type { SymbolFact } from '../../../code/facts.ts';
import type { Atom } from './atoms.ts';
import { namesGivenIn } from './local-names.ts';

/** Longer values and more of them are not put together. */
const most = { length: 300, values: 20 };

/** Without values that were worked out in two steps before: `list = []; list = list.concat(more)` is `list = [].concat(more)`. */
export function withoutStepsLeftOut(added: readonly Atom[], gone: readonly Atom[], base: SymbolFact | undefined): readonly Atom[] {
  const values = gone.filter(({ kind, key }) => kind === 'value' && key.length <= most.length).slice(0, most.values);
  if (!base || added.length === 0 || values.length < 2) return added;
  const together = new Set(namesGivenIn(base).flatMap((name) => inOneStep(name, values)));
  return added.filter(({ kind, key }) => kind !== 'value' || !together.has(key));
}

/** What a second step gives with what a first one gave the name, where it asks for that once. */
function inOneStep(name: string, values: readonly Atom[]): readonly string[] {
  const mention = new RegExp(`(?<![\\w$.])${name.replace(/\W/g, '\\$&')}(?![\\w$])`, 'g');
  const asking = values.filter(({ key }) => key.match(mention)?.length === 1);
  return asking.flatMap((second) => values.flatMap((first) => (first === second ? [] : [second.key.replace(mention, () => first.key)])));
}
