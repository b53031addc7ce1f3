import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import { confidences, severities } from '../../finding/draft.ts';
import type { FindingDraft, Place, RelatedPlace } from '../../finding/draft.ts';
import type { Finding, Location, RelatedLocation } from '../../finding/finding.ts';
import type { Settings } from '../settings.ts';
import { fixOf } from './fixes.ts';
import { anchorAtHead, firstChangedLine, locate } from './locations.ts';
import type { ShownFile } from './masks.ts';
import type { Compared } from './states.ts';

/** What a draft is judged against. */
export interface JudgedChange {
  readonly settings: Settings;
  /** All files of the change, sorted. */
  readonly files: readonly ChangedFile[];
  /** The changed file that has a place; undefined for places elsewhere in the tree. */
  fileOf(place: Place): ChangedFile | undefined;
  /** A file without what must not be repeated. */
  shown(file: SourceFile): ShownFile;
}

/** The finding that a draft becomes, but for its suppressions; undefined where the standard has the rule off at its path. */
export function findingOf(compared: Compared, fingerprint: string, change: JudgedChange): Finding | undefined {
  const { rule, draft, state } = compared;
  const { location, related } = placesOf(draft, change);
  const { severity } = change.settings.at(rule.id, draft.place ? location.path : undefined);
  if (severity === 'off') return undefined;
  return {
    rule: rule.id,
    message: draft.message,
    severity: least(severities, severity, draft.severity),
    confidence: least(confidences, rule.confidence, draft.confidence),
    state,
    location,
    ...(draft.symbol && { symbol: draft.symbol }),
    related,
    fixes: state === 'absent' ? [] : (draft.fixes ?? []).map(fixOf),
    suppressions: [],
    fingerprint,
    properties: draft.properties ?? {},
  };
}

/** A draft can only lower what the rule and the standard say. */
function least<Level>(order: readonly Level[], set: Level, drafted: Level | undefined): Level {
  return drafted !== undefined && order.indexOf(drafted) > order.indexOf(set) ? drafted : set;
}

function placesOf(draft: FindingDraft, change: JudgedChange): Pick<Finding, 'location' | 'related'> {
  const related = (draft.related ?? []).map((each) => relatedLocation(each, change));
  const { place } = draft;
  if (!place) return { location: ofWholeChange(related, change), related };
  const changed = place.file.side === 'base' ? change.fileOf(place) : undefined;
  if (!changed?.head) return { location: locate(change.shown(place.file), place.range), related };
  const itWasHere = { ...locate(change.shown(place.file), place.range), caption: 'it was here' };
  return { location: anchorAtHead(place, change.shown(changed.head), changed.change.hunks), related: [itWasHere, ...related] };
}

/** What is about the whole change is shown at the first of the places it names, or else where the change begins. */
function ofWholeChange([first]: readonly RelatedLocation[], change: JudgedChange): Location {
  if (first?.side !== 'head') return firstChangedLine(change.files, (file) => change.shown(file));
  const { path, side, start, end, snippet } = first;
  return { path, side, start, end, snippet };
}

function relatedLocation({ file, range, caption, role }: RelatedPlace, change: JudgedChange): RelatedLocation {
  return { ...locate(change.shown(file), range), caption, ...(role && { role }) };
}
