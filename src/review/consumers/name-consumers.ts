import type { CodeChange, SourceFile, SymbolChange } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { symbolsAtBase } from '../../code/symbols-at-base.ts';
import type { FindingDraft, RelatedPlace } from '../../finding/draft.ts';
import type { Drafted } from '../run-rules.ts';
import type { ConsumerSearch, UsedIn } from './consumer-search.ts';
import { mentionsOfElement, mentionsOfSymbol, type Mention } from './mention.ts';
import { mentionedIn } from './text-consumers.ts';
import { usedAs, usesIn, type Used } from './uses.ts';

/** So many places are named beside a finding. */
const mostNamed = 10;

/** Names the places of the repository that still use what the change breaks, beside each finding. */
export async function nameConsumers(found: readonly Drafted[], change: CodeChange, search: ConsumerSearch): Promise<readonly Drafted[]> {
  const broken = new Map(found.flatMap((drafted) => brokenSymbol(drafted.draft, change).map((used) => [drafted, used] as const)));
  const mentions = new Map(found.map((drafted) => [drafted, mentionsOf(drafted.draft, broken.get(drafted))] as const));
  if (broken.size === 0 && [...mentions.values()].flat().length === 0 && !found.some(({ draft }) => isWithin(draft, change))) return found;
  const { files, isCut } = await search.filesThatMayUse([...broken.values()], change);
  const otherwise = await search.asUsedOtherwise(new Set(broken.values()), files, change);
  const texts = await search.textsThatMention([...mentions.values()].flat(), change);
  return found.map((drafted) => {
    const { draft } = drafted;
    const used = broken.get(drafted);
    const uses = used ? usesOf(used, files, otherwise.places.get(used) ?? []) : [];
    const mentioned = mentionedIn(texts.files, mentions.get(drafted) ?? [], draft.place?.file.path);
    const places = [...uses, ...mentioned.places];
    const isMore = isCut || otherwise.isCut || texts.isCut || mentioned.isCut;
    if ((places.length === 0 || used?.isKept) && !isMore && isWithin(draft, change)) return { ...drafted, draft: withoutConsumers(draft) };
    return places.length > 0 ? { ...drafted, draft: withConsumers(draft, places, isMore, used?.isKept) } : drafted;
  });
}

/** Of what is there still and takes as much, every use is one: but not in files of the change, which may have followed it. */
function usesOf(used: Used, files: readonly SourceFile[], others: readonly UsedIn[]): readonly RelatedPlace[] {
  const caption = used.isKept ? 'used here' : 'still used here';
  const all = [...files.map((file) => ({ file, used })), ...others];
  const places = all.flatMap((each) => {
    if (used.isKept && each.file.touched.length > 0) return [];
    return usesIn(each.file, each.used).map((range) => ({ file: each.file, range, caption }));
  });
  const known = new Set<string>();
  return places.filter(({ file, range }) => !known.has(`${file.path}:${range.start}`) && known.add(`${file.path}:${range.start}`));
}

/** What texts without facts say of it; of what is only changed they may say what holds still. */
function mentionsOf(draft: FindingDraft, used: Used | undefined): readonly Mention[] {
  const { breaking, contract, change } = draft.properties ?? {};
  const isSilentlyGone = contract === 'configuration' && typeof change === 'string' && change.endsWith('-removed');
  if (breaking !== true && !isSilentlyGone) return [];
  if (used) return used.isKept || used.takes ? [] : mentionsOfSymbol(used);
  return mentionsOfElement(draft);
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
  if (!used || before?.kind !== 'paired') return used ? [used] : [];
  // Beside it, it is seen as before.
  if (isGone(before)) return before.head.symbol.visibility === 'package' ? [{ ...used, isSeenBeside: true }] : [used];
  const takes = arity(before.head.symbol);
  // Calls that differ by the types of their arguments cannot be told.
  return takes && !hasSameArity(before, takes) ? [{ ...used, takes }] : [{ ...used, isKept: true }];
}

function hasSameArity({ base }: Extract<SymbolChange, { kind: 'paired' }>, takes: NonNullable<Used['takes']>): boolean {
  const before = arity(base.symbol);
  return before?.most === takes.most && before.least === takes.least;
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

function withConsumers(draft: FindingDraft, uses: readonly RelatedPlace[], isCut: boolean, isKept = false): FindingDraft {
  const count = `${isCut ? 'at least ' : ''}${uses.length === 1 ? '1 place' : `${uses.length} places`}`;
  const described = uses.filter(({ caption }) => caption === 'still described here').length;
  const [one, several] =
    described === 0 ? ['uses', 'use'] : described === uses.length ? ['describes', 'describe'] : ['', 'use or describe'];
  const sentence = `${count} of this repository${isKept ? '' : ' still'} ${uses.length === 1 ? one : several} it.`;
  return {
    ...draft,
    message: `${draft.message} ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`,
    related: [...(draft.related ?? []), ...uses.slice(0, mostNamed)],
  };
}
