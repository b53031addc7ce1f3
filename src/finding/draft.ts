import type { Json } from '../base/json.ts';
import type { TextRange } from '../base/text-range.ts';
import type { SourceFile } from '../code/code-change.ts';
import type { SymbolKind } from '../code/facts.ts';

/** A range of one file at one side. */
export interface Place {
  readonly file: SourceFile;
  readonly range: TextRange;
}

/** Another place that helps to understand or to check the finding. */
export interface RelatedPlace extends Place {
  /** What is to be seen there, e.g. `it was here`. */
  readonly caption: string;
  /** `case`: what a test is to show, and none does. */
  readonly role?: 'case';
}

/** One replacement; all offsets refer to the head text before any edit. */
export type Edit =
  | { readonly file: SourceFile; readonly range: TextRange; readonly newText: string }
  /** A new file. It must not exist at head. */
  | { readonly path: string; readonly newText: string };

/** A way to mend a finding. */
export interface FixDraft {
  /** An imperative, e.g. `Add the cause to the exception`. */
  readonly title: string;
  /** `safe`: keeps what the code does but for the finding, may be applied unseen and in bulk. */
  readonly safety: 'safe' | 'unsafe';
  readonly edits: readonly Edit[];
}

/** What a rule yields. Judged by the standard it becomes a finding. */
export interface FindingDraft {
  /** One sentence a reviewer would write: what, about which thing, and why it matters here. */
  readonly message: string;
  /** Where to look: at head wherever it can be; at base only for what is gone. A finding on the whole change has none. */
  readonly place?: Place;
  /** The place holds what must not be repeated, such as a secret: no report shows its text. Message, fixes and properties must be free of it. */
  readonly sensitive?: boolean;
  /**
   * What is found, by content and never by line: the same on both sides, and in every later review, as long as it is the same finding.
   * E.g. the symbol's qualified name, or the folded text of the statement.
   */
  readonly subject: string;
  /** The same without names that a change may give anew, e.g. the test's statements without its title: what is left unmatched by its subject is matched by this. */
  readonly content?: string;
  /** What it is about by name; `element` for a part of an interface file, with its JSON pointer where the name is none. */
  readonly symbol?: { readonly qualifiedName: string; readonly kind: SymbolKind | 'element'; readonly pointer?: string };
  readonly related?: readonly RelatedPlace[];
  /** The best first. */
  readonly fixes?: readonly FixDraft[];
  /** Less than the rule's own, where this case is less sure. */
  readonly confidence?: Confidence;
  /** Less than the rule's own, where this case is less bad. */
  readonly severity?: Severity;
  /** For machines: SARIF's `properties` of the result, e.g. `gap`, `breaking`. */
  readonly properties?: Readonly<Record<string, Json>>;
}

/** What a rule yields where it did not look at a part that it should have: it becomes a notice, since a finding may be missing. */
export interface Unchecked {
  /** Why, without a full stop: it follows a colon. Equal words about one file are told once, whichever rules say them. */
  readonly unchecked: string;
  /** The file, where a rule on the whole change means one; a rule on a file means that file. */
  readonly path?: string;
}

/** How bad, worst first. */
export const severities = ['error', 'warning', 'note'] as const;
export type Severity = (typeof severities)[number];

/** How sure, surest first. */
export const confidences = ['high', 'medium', 'low'] as const;
export type Confidence = (typeof confidences)[number];
