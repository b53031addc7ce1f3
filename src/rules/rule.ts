import type * as z from 'zod/mini';
import type { CodeChange, SourceFile } from '../code/code-change.ts';
import type { LanguageId } from '../code/facts.ts';
import type { Trial } from '../code/trial.ts';
import type { Confidence, FindingDraft, Severity, Unchecked } from '../finding/draft.ts';
import type { RuleId } from '../finding/expectation.ts';

/** What a rule says about itself: its page, its SARIF descriptor and its settings are made from this. */
export interface RuleMetadata {
  /** `expectation/what-is-seen`; reads well after "allow". */
  readonly id: RuleId;
  /** What is seen, in a few words without a full stop. */
  readonly title: string;
  /** Why it matters, for a reader of the page: one paragraph. */
  readonly reason: string;
  /** What to do about it: one paragraph. */
  readonly remedy: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The languages it claims; `any` for rules on texts or on the whole change. */
  readonly languages: readonly LanguageId[] | 'any';
  /** Weaknesses by number, where they fit, e.g. 89. */
  readonly cwe?: readonly number[];
  /** Specifications and guidelines it comes from. */
  readonly sources?: readonly { readonly title: string; readonly url: string }[];
  /** What it does not see, and why. */
  readonly limits?: string;
  /** Rules that say more about the same thing: where one of them finds something on the same lines, this one says nothing. */
  readonly yieldsTo?: readonly RuleId[];
  /** Where a standard defines it, e.g. `plumbline.yaml:12:3`; absent for the rules that come with Plumbline. */
  readonly definedAt?: string;
  /** Run as tests and printed on the page. At least one that finds and one that does not, in each language it claims. */
  readonly examples: readonly Example[];
}

/** A change and the whole set of what the rule finds in it. */
export interface Example {
  /** Completes "when …" or "not when …". */
  readonly name: string;
  /** Path → text. */
  readonly base: Readonly<Record<string, string>>;
  readonly head: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, unknown>>;
  readonly commits?: readonly { readonly subject: string; readonly body: string }[];
  /** Other rules that run along, where the rule is about what they find. Their findings are not listed. */
  readonly alongside?: readonly RuleId[];
  /** Path → text of coverage files of a run of the tests at head. */
  readonly coverage?: Readonly<Record<string, string>>;
  /** What running the tests showed, where the rule is about that. */
  readonly trials?: readonly ExampleTrial[];
  /** `path:line message`, in order, new findings only. The line is the finding's first. */
  readonly finds: readonly string[];
  /** The head files after the first fix of every finding was applied, where there are fixes. */
  readonly fixed?: Readonly<Record<string, string>>;
}

/** The tests of an example were run with one function of it otherwise. */
export interface ExampleTrial {
  /** Its qualified name. */
  readonly of: string;
  readonly tried: 'undone' | 'emptied' | { readonly from: string; readonly to: string };
  readonly outcome: Trial['outcome'];
}

type OptionsSchema = z.ZodMiniObject;

/** A rule that looks at base and head together: what was added, removed, changed. All it finds is new. */
export interface ChangeRule<Schema extends OptionsSchema = OptionsSchema> extends RuleMetadata {
  readonly kind: 'change';
  readonly options: Schema;
  /** What it asks for that is beyond the changed files, and costs time to find: `exposure` (with `internalReason`) or `tests`. Absent: both. */
  readonly needs?: readonly ('exposure' | 'tests' | 'contracts')[];
  check(change: CodeChange, options: z.output<Schema>): Iterable<FindingDraft | Unchecked>;
}

/** A rule that looks at one file of one side at a time. It is run on both sides; what is on one side only is new or absent. */
export interface FileRule<Schema extends OptionsSchema = OptionsSchema> extends RuleMetadata {
  readonly kind: 'file';
  readonly options: Schema;
  check(file: SourceFile, options: z.output<Schema>): Iterable<FindingDraft | Unchecked>;
}

export type Rule = ChangeRule | FileRule;

/** Gives `check` the type of the rule's own options. */
export function defineChangeRule<Schema extends OptionsSchema>(rule: Omit<ChangeRule<Schema>, 'kind'>): Rule {
  return { ...rule, kind: 'change' } as unknown as Rule;
}

/** Gives `check` the type of the rule's own options. */
export function defineFileRule<Schema extends OptionsSchema>(rule: Omit<FileRule<Schema>, 'kind'>): Rule {
  return { ...rule, kind: 'file' } as unknown as Rule;
}
