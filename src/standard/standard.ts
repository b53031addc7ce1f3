import type { Provenance } from './provenance.ts';
import type { Confidence, Severity } from '../finding/draft.ts';
import type { RuleId } from '../finding/expectation.ts';
import type { PlacedWaiver } from './waiver.ts';

export interface RuleSetting {
  readonly severity: Severity | 'off';
  /** Complete and checked: the rule's defaults filled in. */
  readonly options: Readonly<Record<string, unknown>>;
}

/** From which severity on a new finding fails the gate. */
export type FailOn = Severity | 'never';

/** A named, versioned choice of rules, severities and gates: the layers of `extends` merged, every setting checked. Plain data. */
export interface Standard {
  readonly name: string;
  /** Every rule that exists, by id. */
  readonly rules: ReadonlyMap<RuleId, RuleSetting>;
  /** In order, later ones win: other settings for some paths (globs relative to the root). */
  readonly overrides: readonly { readonly paths: readonly string[]; readonly rules: ReadonlyMap<RuleId, Partial<RuleSetting>> }[];
  /** Globs of files that are not reviewed. */
  readonly ignore: readonly string[];
  /** Paths and globs of reports on what tests executed, beside the usual ones. */
  readonly coverage: readonly string[];
  /** Findings that are less sure are kept but not shown, and do not count. */
  readonly minimumConfidence: Confidence;
  /** How many months before a break its deprecation must have been published for the break to be planned. */
  readonly noticeMonths: number;
  readonly gate: { readonly failOn: FailOn };
  /** What may pass until a day; those of all layers. */
  readonly waivers: readonly PlacedWaiver[];
  /** The fingerprints of what was there when the team began. */
  readonly baseline: ReadonlySet<string>;
  /** Setting (`rules.security/hardcoded-secret.severity`, `gate.failOn`) → where its value comes from. */
  readonly provenance: ReadonlyMap<string, Provenance>;
}
