import type { Notice } from '../base/notice.ts';
import type { ChangeSet } from '../change/change-set.ts';
import type { Rule } from '../rules/rule.ts';
import type { CheckQuery } from './check-custom-rules.ts';
import { pinnedFetcher } from './fetch-pinned.ts';
import { loadNamedStandard, loadStandard } from './load.ts';
import { standardNotices } from './notices.ts';
import type { StandardSources } from './references.ts';
import type { Standard } from './standard.ts';

export interface StandardChoice {
  /** A file or a built-in standard to use in place of the repository's own. */
  readonly named?: string | undefined;
  /** Whether standards may be fetched from other repositories: not in a workspace that is not trusted. */
  readonly mayFetch: boolean;
  readonly checkQuery?: CheckQuery;
  readonly signal?: AbortSignal;
}

/**
 * The standard that a change is judged by, and what is worth knowing about the choice.
 * @throws UserError which names everything that is wrong in it
 */
export async function standardFor(
  change: ChangeSet,
  rules: readonly Rule[],
  { named, mayFetch, checkQuery, signal }: StandardChoice,
): Promise<{ readonly standard: Standard; readonly notices: readonly Notice[] }> {
  const sources: StandardSources = {
    root: change.root,
    ...(mayFetch && { fetchPinned: pinnedFetcher(signal) }),
    ...(checkQuery && { checkQuery }),
  };
  if (named !== undefined) return { standard: await loadNamedStandard(named, rules, sources), notices: [] };
  const standard = await loadStandard(change.trees.base, rules, sources);
  return { standard, notices: standardNotices(change, standard) };
}
