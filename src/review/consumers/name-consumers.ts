import type { CodeChange, SymbolChange } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { symbolsAtBase } from '../../code/symbols-at-base.ts';
import type { FindingDraft, RelatedPlace } from '../../finding/draft.ts';
import type { Drafted } from '../run-rules.ts';
import type { ConsumerSearch } from './consumer-search.ts';
import { usedAs, usesIn, type Used } from './uses.ts';

/** So many places are named beside a finding. */
const mostNamed = 10;

/** Names the places of the repository that still use what the change breaks, beside each finding. */
export async function nameConsumers(found: readonly Drafted[], change: CodeChange, search: ConsumerSearch): Promise<readonly Drafted[]> {
  const broken = new Map(found.flatMap((drafted) => brokenSymbol(drafted.draft, change).map((used) => [drafted, used] as const)));
  if (broken.size === 0 && !found.some(({ draft }) => isWithin(draft, change))) return found;
  const { files, isCut } = await search.filesThatMayUse([...broken.values()], change);
  return found.map((drafted) => {
    const used = broken.get(drafted);
    const uses = used ? files.flatMap((file) => usesIn(file, used).map((range) => ({ file, range, caption: 'still used here' }))) : [];
    const isUsed = uses.length > 0;
    if (!isUsed && !isCut && isWithin(drafted.draft, change)) return { ...drafted, draft: withoutConsumers(drafted.draft) };
    return isUsed ? { ...drafted, draft: withConsumers(drafted.draft, uses, isCut) } : drafted;
  });
}

/** What is private to the repository is used by nobody else, and what of it is used otherwise here was changed together with it. */
function isWithin({ properties, place }: FindingDraft, change: CodeChange): boolean {
  return properties?.['breaking'] === true && place !== undefined && change.exposure(place.file).isWithin === true;
}

function withoutConsumers(draft: FindingDraft): FindingDraft {
  return {
    ...draft,
    message: `${draft.message} But its package is private, and nothing in this repository is seen to use it as it was.`,
    confidence: 'low',
  };
}

function brokenSymbol({ properties, symbol }: FindingDraft, change: CodeChange): Used[] {
  if (properties?.['breaking'] !== true || !symbol || symbol.kind === 'element') return [];
  const before = symbolsAtBase(change).get(symbol.qualifiedName);
  const used = before ? usedAs(before.base, change.exposure(before.base.file).packageName) : undefined;
  if (!used || before?.kind !== 'paired' || isGone(before)) return used ? [used] : [];
  const takes = arity(before.head.symbol);
  // Calls that differ by the types of their arguments cannot be told.
  return takes && arity(before.base.symbol)?.most !== takes.most ? [{ ...used, takes }] : [];
}

/** Under its name, or for those outside. */
function isGone({ base, head }: Extract<SymbolChange, { kind: 'paired' }>): boolean {
  return base.symbol.qualifiedName !== head.symbol.qualifiedName || base.symbol.visibility !== head.symbol.visibility;
}

function arity({ parameters }: SymbolFact): Used['takes'] {
  if (!parameters) return undefined;
  const least = parameters.filter(({ optional, rest }) => !optional && !rest).length;
  return { least, most: parameters.some(({ rest }) => rest) ? Infinity : parameters.length };
}

function withConsumers(draft: FindingDraft, uses: readonly RelatedPlace[], isCut: boolean): FindingDraft {
  const count = `${isCut ? 'at least ' : ''}${uses.length === 1 ? '1 place' : `${uses.length} places`}`;
  const sentence = `${count} of this repository still ${uses.length === 1 ? 'uses' : 'use'} it.`;
  return {
    ...draft,
    message: `${draft.message} ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`,
    related: [...(draft.related ?? []), ...uses.slice(0, mostNamed)],
  };
}
