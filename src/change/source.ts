/** What the person wants reviewed. The revisions are the person's own words, not yet checked. */
export type ChangeSource =
  /** Working tree, with untracked files, against HEAD. */
  | { readonly kind: 'working-tree' }
  /** The index against HEAD. */
  | { readonly kind: 'staged' }
  /** `head` (HEAD) against its merge base with `base` (the upstream, or else the default branch). */
  | { readonly kind: 'branch'; readonly base?: string; readonly head?: string }
  /** `A..B` as git reads it, except that base is always the merge base. */
  | { readonly kind: 'range'; readonly range: string }
  /** What `git push` would send: HEAD against what the push target already has. */
  | { readonly kind: 'outgoing' }
  /** Everything that `head` (HEAD) has, as if all of it was new. */
  | { readonly kind: 'whole-tree'; readonly head?: string }
  /** Two folders without git. */
  | { readonly kind: 'folders'; readonly base: string; readonly head: string };
