import type { Json } from '../base/json.ts';
import type { Position } from '../base/text-range.ts';
import type { Side } from '../change/change-set.ts';
import type { SymbolKind } from '../code/facts.ts';
import type { Confidence, Severity } from './draft.ts';
import type { RuleId } from './expectation.ts';

/** SARIF's `baselineState`. `new` is what the change brings; `absent` is what it mended. */
export type BaselineState = 'new' | 'unchanged' | 'updated' | 'absent';

/** A place as people read it. Plain data: the file may be gone when it is shown. */
export interface Location {
  /** Relative to the repository root, forward slashes. */
  readonly path: string;
  /** `base` where the place exists only there. */
  readonly side: Side;
  readonly start: Position;
  readonly end: Position;
  /** The lines around it, for code frames: from `start.line - 2` at the earliest, 8 lines at most, each cut at 240 units. */
  readonly snippet: { readonly firstLine: number; readonly lines: readonly string[] };
}

export interface RelatedLocation extends Location {
  readonly caption: string;
  /** `case`: what a test is to show, and none does. */
  readonly role?: 'case';
}

/** One replacement at head, or (`create`) a new file with `start` and `end` at 1:1. */
export interface FixEdit {
  readonly path: string;
  readonly create: boolean;
  readonly start: Position;
  readonly end: Position;
  readonly newText: string;
}

export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly FixEdit[];
}

/** Why a finding does not count. It is kept and shown apart. */
export interface Suppression {
  readonly kind: 'in-source' | 'waiver' | 'baseline';
  readonly reason: string;
  readonly location?: Location;
  /** Who answers for a waiver. */
  readonly owner?: string;
  /** The last day on which a waiver holds. */
  readonly expires?: string;
}

/** A judged draft: everything a host or a report needs to show it. Plain data. */
export interface Finding {
  readonly rule: RuleId;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly state: BaselineState;
  /**
   * At head wherever it can be. What is gone points at the changed line nearest to where it was, with `it was here` as first related location;
   * a finding on the whole change points at the first changed line.
   */
  readonly location: Location;
  readonly symbol?: { readonly qualifiedName: string; readonly kind: SymbolKind | 'element'; readonly pointer?: string };
  readonly related: readonly RelatedLocation[];
  readonly fixes: readonly Fix[];
  readonly suppressions: readonly Suppression[];
  /** Hexadecimal, stable across lines, files' renames and machines. */
  readonly fingerprint: string;
  readonly properties: Readonly<Record<string, Json>>;
}
