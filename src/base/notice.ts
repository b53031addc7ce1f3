/** Something the review could not do, or did otherwise than asked. Never dropped, never a finding. */
export interface Notice {
  /** Stable kebab-case name of the kind of notice, e.g. `file-too-large`. */
  readonly id: string;
  /** What happened, in a sentence. */
  readonly message: string;
  /** What the person can do about it, in a sentence. */
  readonly remedy?: string;
  /** The file it is about, relative to the repository root with forward slashes. */
  readonly path?: string;
  /** Whether findings may be missing because of it: the review is then *incomplete*. */
  readonly incomplete: boolean;
}
