import { wordPlaces } from '../../base/word-places.ts';
import type { ChangeSet } from '../../change/change-set.ts';
import { announcementOf, isNamedAsBreaking } from '../../code/announcement.ts';
import type { CodeChange, SymbolAt } from '../../code/code-change.ts';
import { deprecationAfter, deprecationAround, deprecationOf, type Deprecation } from '../../code/deprecation.ts';
import { symbolsQualified } from '../../code/indexed-facts.ts';
import { previewMark } from '../../code/preview-mark.ts';
import { symbolsAtBase } from '../../code/symbols-at-base.ts';
import type { FindingDraft, FixDraft } from '../../finding/draft.ts';
import type { Drafted } from '../run-rules.ts';
import { TreeFiles } from '../tree-files.ts';
import { Changelogs } from './changelog-entry.ts';
import { declarationOf } from './declaration.ts';
import { declaredVersionOf } from '../versions/declared-version.ts';
import { withNotice, type GivenNotice } from './notice-date.ts';
import { planOf, type Plan } from './plan.ts';
import { toldNames } from './told-names.ts';

/** Of this many breaks the history of the deprecation is looked up: each takes a look through the file's whole history. */
const mostLookups = 50;

/** Says of every break whether it was planned and told, and lowers those that were. */
export async function planBreaks(
  found: readonly Drafted[],
  change: CodeChange,
  changeSet: Pick<ChangeSet, 'history' | 'trees'>,
  now: Date,
  noticeMonths: number,
): Promise<readonly Drafted[]> {
  const { history } = changeSet;
  const files = new TreeFiles(changeSet, change);
  const changelogs = new Changelogs(files);
  let lookups = 0;
  const planned = async (drafted: Drafted): Promise<Drafted> => {
    const { draft } = drafted;
    const notice = { today: now, months: noticeMonths };
    if (draft.properties?.['breaking'] !== true) return { ...drafted, draft: await dated(draft, files, notice) };
    const deprecation = deprecationBefore(draft, change);
    const isLookedUp = deprecation !== undefined && lookups++ < mostLookups;
    const age = isLookedUp ? await history?.lastChanged(deprecation.file.path, lineOf(deprecation)) : undefined;
    const announcement = announced(draft, change);
    const declaration = await declarationOf(draft, change, files);
    const preview = previewBefore(draft, change);
    const plan = planOf(
      { deprecation, age, preview, announcement, declaration, isUnforeseeable: isUnforeseeable(draft) },
      now,
      noticeMonths,
    );
    const entry = announcement === undefined ? await entryFor(draft, changelogs) : undefined;
    const told = withEntry(withPlan(draft, plan, deprecation), entry);
    return { ...drafted, draft: await dated(told, files, notice) };
  };
  return Promise.all(found.map(planned));
}

/** Fixes that deprecate something say when it may go. */
async function dated(draft: FindingDraft, files: TreeFiles, notice: GivenNotice): Promise<FindingDraft> {
  const { fixes = [], place, properties } = draft;
  const contract = properties?.['contract'];
  if (!place || typeof contract !== 'string' || fixes.every((fix) => withNotice(fix, notice) === fix)) return draft;
  const since = (await declaredVersionOf({ contract, place }, files))?.version;
  return { ...draft, fixes: fixes.map((fix) => withNotice(fix, { ...notice, since })) };
}

/** What tells of a break by its name. */
function announced(draft: FindingDraft, change: CodeChange): string | undefined {
  const names = toldNames(draft);
  return announcementOf(names, change)?.path ?? (isNamedAsBreaking(names, change) ? 'a commit that says that it breaks' : undefined);
}

/** The fix that announces a break by its name. */
async function entryFor(draft: FindingDraft, changelogs: Changelogs): Promise<FixDraft | undefined> {
  const { message, place, properties } = draft;
  const says = /^.*?[^.]\.(?=\s|$)/s.exec(message)?.[0] ?? message;
  const change = properties?.['change'];
  const isGone = typeof change === 'string' && change.endsWith('-removed');
  return place && toldNames(draft).some((name) => wordPlaces(says, name).length > 0)
    ? changelogs.entryFor(place.file.path, says, isGone ? 'removed' : 'changed')
    : undefined;
}

/** By the kinds' own ids: `abstract-member-added`, `peer-dependency-added`, and `runtime-floor-raised` of a manifest. */
function isUnforeseeable({ properties }: FindingDraft): boolean {
  const change = properties?.['change'];
  if (typeof change !== 'string') return false;
  return change.endsWith('-added') || (properties?.['contract'] === 'manifest' && !change.endsWith('-removed'));
}

function withEntry(draft: FindingDraft, entry: FixDraft | undefined): FindingDraft {
  return entry ? { ...draft, fixes: [...(draft.fixes ?? []), entry] } : draft;
}

function withPlan(draft: FindingDraft, { planned, says }: Plan, deprecation: Deprecation | undefined): FindingDraft {
  const severity = planned === 'planned' ? 'note' : planned === 'partly' && draft.severity !== 'note' ? 'warning' : draft.severity;
  return {
    ...draft,
    ...(says !== '' && { message: `${draft.message} ${says}` }),
    ...(severity && { severity }),
    ...(deprecation && { related: [...(draft.related ?? []), { ...deprecation, caption: 'it was deprecated here' }] }),
    properties: { ...draft.properties, planned },
  };
}

/** What base said of the end of the thing that a finding is about. */
function deprecationBefore(draft: FindingDraft, change: CodeChange): Deprecation | undefined {
  const name = draft.symbol?.qualifiedName;
  const told = draft.properties?.['change'];
  const contract = change.contracts.find((each) => each.deprecatedBefore && each.element === name && each.change === told);
  if (contract) {
    if (contract.deprecation) return contract.deprecation;
    const place = contract.before ?? (contract.file.side === 'base' ? contract : undefined);
    return place && (deprecationAround(place.file, place.range) ?? deprecationAfter(place.file, place.range));
  }
  if (name === undefined) return undefined;
  const symbol = shownAtBase(draft, name) ?? symbolsAtBase(change).get(name)?.base;
  return symbol && deprecationOf(symbol);
}

/** What marked the thing, or the type that it comes to, as a preview. */
function previewBefore(draft: FindingDraft, change: CodeChange): string | undefined {
  const name = draft.symbol?.qualifiedName;
  if (name === undefined) return undefined;
  const around = name.slice(0, Math.max(0, name.lastIndexOf('.')));
  const known = symbolsAtBase(change);
  const symbol = shownAtBase(draft, name) ?? known.get(name)?.base ?? known.get(around)?.base;
  return symbol && previewMark(symbol);
}

/** Of overloads, the one whose place at base the finding shows. */
function shownAtBase({ place, related = [] }: FindingDraft, name: string): SymbolAt | undefined {
  for (const { file, range } of [...(place ? [place] : []), ...related]) {
    if (file.side !== 'base') continue;
    const symbol = symbolsQualified(file.facts, name).find(({ nameRange }) => nameRange.start === range.start);
    if (symbol) return { file, symbol };
  }
  return undefined;
}

function lineOf({ file, range }: Deprecation): number {
  return file.lines.position(range.start).line;
}
