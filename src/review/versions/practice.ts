import type { Commit, History } from '../../change/change-set.ts';
import { isAnnouncing, isConventional } from '../../code/announcement.ts';

/** So many commits say whether a repository writes them in a convention, or raises versions with the change itself. */
const looked = { commits: 40, versions: 5 };

/** Whether the commits of a repository follow Conventional Commits: nearly all of those before the change do, or all of the change where nothing is known of before. */
export async function writesConventionalCommits(
  commits: readonly Pick<Commit, 'subject'>[],
  history: History | undefined,
): Promise<boolean> {
  const subjects = (await history?.subjects(looked.commits)) ?? [];
  const judged = (subjects.length >= 10 ? subjects : commits.map(({ subject }) => subject)).filter((subject) => !isMerge(subject));
  const conventional = judged.filter(isConventional).length;
  return judged.length > 0 && conventional >= judged.length * (subjects.length >= 10 ? 0.8 : 1);
}

function isMerge(subject: string): boolean {
  return /^(?:Merge|Revert|Initial commit)\b/.test(subject);
}

/**
 * Whether versions are raised here together with what asks for it, and not by commits of their own when a release is made.
 * @param line of the version at base, from 1
 */
export async function raisesVersionsWithChanges(path: string, line: number, history: History | undefined): Promise<boolean> {
  const commits = (await history?.changesOfLine(path, line, looked.versions)) ?? [];
  // The first of all brought the file.
  const raising = commits.length < looked.versions ? commits.slice(0, -1) : commits;
  const ordinary = raising.filter(({ subject, paths }) => !isRelease(subject) && paths.some((each) => each !== path && !isOfRelease(each)));
  return ordinary.length >= 2 && ordinary.length > raising.length / 2;
}

function isRelease(subject: string): boolean {
  return /\breleas|\bversion|\bbump|\bpublish|\bsnapshot|\bprepare\b|^[\w\s(:)/@-]{0,40}v?\d{1,4}\.\d{1,4}/i.test(subject);
}

/** Files that a release changes by itself. */
function isOfRelease(path: string): boolean {
  return (
    isAnnouncing(path) ||
    /(?:^|\/)(?:package\.json|[\w-]*lock[\w-]*\.(?:json|ya?ml)|yarn\.lock|pom\.xml|gradle\.properties|build\.gradle(?:\.kts)?|Chart\.yaml|lerna\.json)$|\.(?:md|adoc|txt|rst)$|(?:^|\/)(?:dist|docs?|website)\/|(?:^|\/)\.[^/]+$|version\.[cm]?[jt]s$/i.test(
      path,
    )
  );
}
