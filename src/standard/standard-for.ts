import { UserError } from '../base/errors.ts';
import type { Notice } from '../base/notice.ts';
import type { ChangeSet, Side } from '../change/change-set.ts';
import type { Rule } from '../rules/rule.ts';
import type { CheckQuery } from './check-custom-rules.ts';
import { readBaseline } from './baseline.ts';
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
  /** The side that is believed: the base, unless there is none, as in a review of a whole tree. */
  readonly side?: Side;
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
  { named, mayFetch, side = 'base', checkQuery, signal }: StandardChoice,
): Promise<{ readonly standard: Standard; readonly notices: readonly Notice[] }> {
  const sources: StandardSources = {
    root: change.root,
    ...(mayFetch && { fetchPinned: pinnedFetcher(signal) }),
    ...(checkQuery && { checkQuery }),
  };
  const baseline = await readBaseline(change.trees[side]);
  if (named !== undefined) return { standard: { ...(await loadNamedStandard(named, rules, sources)), baseline }, notices: [] };
  const standard = { ...(await loadStandard(change.trees[side], rules, sources)), baseline };
  const notices = side === 'head' ? [] : standardNotices(change, standard);
  return { standard, notices: notices.length === 0 ? [] : [...notices, ...(await mistakesAtHead(change, rules, sources))] };
}

/** Every later change is judged by the standard as it is changed: what is wrong in it is told now, though this change is not judged by it. */
async function mistakesAtHead(change: ChangeSet, rules: readonly Rule[], sources: StandardSources): Promise<readonly Notice[]> {
  try {
    await loadStandard(change.trees.head, rules, sources);
    await readBaseline(change.trees.head);
    return [];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const message = `The standard as it is changed cannot be used: ${error.message}`;
    return [{ id: 'standard-has-mistakes', message, remedy: `${error.hint} No later change can be reviewed with it.`, incomplete: false }];
  }
}
