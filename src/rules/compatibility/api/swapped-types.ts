import { groupBy } from '../../../base/group-by.ts';
import type { FindingDraft } from '../../../finding/draft.ts';
import { isBreaking, type ApiChange, type Swap } from './api-change.ts';
import { breakProperties, displayName } from './contract.ts';

/** From so many declarations on, it is told of the type and no more of each declaration. */
const fewest = 3;
/** So many declarations are named beside it. */
const mostNamed = 10;

/** What differs in some declarations, by declaration: apart from those that only follow one type to another package. */
interface Parted {
  readonly swapped: readonly (readonly [Swap, readonly ApiChange[]])[];
  readonly others: readonly (readonly ApiChange[])[];
}

/** A library that moves to another package is in every signature: one cause, however many declarations. */
export function partSwapped(declarations: readonly (readonly ApiChange[])[]): Parted {
  const groups = groupBy(declarations, (changes) => keyOf(changes));
  const swapped = [...groups].flatMap(([key, of]): Parted['swapped'][number][] => {
    const swap = of[0]?.[0]?.difference.swap;
    return key !== undefined && swap && of.length >= fewest ? [[swap, of.flatMap((changes) => changes.slice(0, 1))]] : [];
  });
  const told = new Set(swapped.map(([{ from, to }]) => `${from} ${to}`));
  return { swapped, others: declarations.filter((changes) => !told.has(keyOf(changes) ?? '')) };
}

/** The same for declarations of which nothing else is to be told. */
function keyOf(changes: readonly ApiChange[]): string | undefined {
  const keys = new Set(changes.map(({ difference: { swap } }) => swap && `${swap.from} ${swap.to}`));
  return keys.size === 1 ? [...keys][0] : undefined;
}

/** @param changes one of each declaration */
export function swapDraft({ from, to }: Swap, changes: readonly ApiChange[]): FindingDraft | undefined {
  const [first] = changes;
  if (!first) return undefined;
  const { head, base, difference } = first;
  const related = changes
    .slice(1, mostNamed + 1)
    .map(({ head: { file, symbol } }) => ({ file, range: symbol.nameRange, caption: 'the same here' }));
  return {
    message: `\`${to}\` stands for \`${from}\` in ${changes.length} public declarations, the first of them \`${displayName(base ?? head)}\`: callers neither compile nor link until they follow.`,
    place: { file: head.file, range: head.symbol.nameRange },
    subject: `${from} ${to}`,
    related,
    properties: { ...breakProperties(difference.id, changes.some(isBreaking), base ?? head), declarations: changes.length },
  };
}
