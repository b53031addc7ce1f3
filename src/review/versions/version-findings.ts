import type { ChangeSet } from '../../change/change-set.ts';
import { groupBy } from '../../base/group-by.ts';
import { isOnlyMended, saysThatItBreaks } from '../../code/announcement.ts';
import type { CodeChange } from '../../code/code-change.ts';
import { allowedStep, isBeforeMajor, isLess, isVersion } from '../../code/version.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import type { Finding } from '../../finding/finding.ts';
import type { Rule } from '../../rules/rule.ts';
import type { Drafted } from '../run-rules.ts';
import type { Settings } from '../settings.ts';
import { TreeFiles } from '../tree-files.ts';
import { readChangesets, type Changesets } from './changesets.ts';
import { declaredVersionOf, versionBefore, type DeclaredVersion } from './declared-version.ts';
import { needsOf, type Need } from './need.ts';
import { raisesVersionsWithChanges, writesConventionalCommits } from './practice.ts';
import { changesetTooLow, commitsSilent, newAsFix, noChangeset, versionLeft, versionTooLow } from './understated.ts';

const id = 'versioning/understated-change';

interface Judged {
  readonly change: CodeChange;
  readonly findings: readonly Finding[];
  readonly rules: readonly Rule[];
  readonly settings: Settings;
}

/** Where a change declares a version, or a kind of change, that what was found does not fit in. */
export async function understatedChanges({ change, findings, rules, settings }: Judged, changeSet: ChangeSet): Promise<readonly Drafted[]> {
  const rule = rules.find((each) => each.id === id);
  const needs = rule && settings.isOn(id) ? needsOf(change, findings, settings) : [];
  if (!rule || needs.length === 0) return [];
  const files = new TreeFiles(changeSet, change);
  const declarations = new Declarations(change, changeSet, files, await readChangesets(files));
  const drafts: FindingDraft[] = [];
  const open: Need[] = [];
  for (const [declared, those] of await byVersion(needs, files)) {
    const said = declared && (await declarations.judge(declared, those));
    if (said) drafts.push(...said);
    else open.push(...those);
  }
  drafts.push(...(await declarations.judgeCommits(open)));
  return drafts.map((draft) => ({ rule, draft }));
}

/** The needs of each version that is declared somewhere, and of none. */
async function byVersion(needs: readonly Need[], files: TreeFiles): Promise<ReadonlyMap<DeclaredVersion | undefined, readonly Need[]>> {
  const known = new Map<string, DeclaredVersion>();
  const found: (readonly [DeclaredVersion | undefined, Need])[] = [];
  for (const need of needs) {
    const declared = await declaredVersionOf(need, files);
    const key = declared && `${declared.file.path} ${declared.range.start}`;
    if (declared && key !== undefined && !known.has(key)) known.set(key, declared);
    found.push([key === undefined ? undefined : known.get(key), need]);
  }
  const grouped = groupBy(found, ([declared]) => declared);
  return new Map([...grouped].map(([declared, pairs]) => [declared, pairs.map(([, need]) => need)]));
}

/** What a change and its repository say about versions. */
class Declarations {
  readonly #change: CodeChange;
  readonly #changeSet: ChangeSet;
  readonly #files: TreeFiles;
  readonly #changesets: Changesets | undefined;

  constructor(change: CodeChange, changeSet: ChangeSet, files: TreeFiles, changesets: Changesets | undefined) {
    this.#change = change;
    this.#changeSet = changeSet;
    this.#files = files;
    this.#changesets = changesets;
  }

  /** What is wrong with how a version is declared; undefined where it is not declared before the release. */
  async judge(declared: DeclaredVersion, needs: readonly Need[]): Promise<readonly FindingDraft[] | undefined> {
    const basePath = this.#change.files.find(({ head }) => head?.path === declared.file.path)?.base?.path;
    const before = await versionBefore(declared, basePath ?? declared.file.path, this.#files);
    // What is new has no consumers yet.
    if (before === undefined || !isVersion(before)) return [];
    if (before !== declared.version) {
      const allowed = allowedStep(before, declared.version);
      return allowed === undefined ? [] : versionTooLow(declared, before, tooMuch(needs, allowed));
    }
    if (isBeforeMajor(before)) return [];
    if (this.#changesets && declared.packageName !== undefined) return this.#judgeChangesets(declared, before, this.#changesets, needs);
    return this.#judgeLeft(declared, needs);
  }

  #judgeChangesets(declared: DeclaredVersion, version: string, changesets: Changesets, needs: readonly Need[]): readonly FindingDraft[] {
    const entries = changesets.entries.filter(({ packageName }) => packageName === declared.packageName);
    // Before 1.0.0 each step stands for the next larger one.
    const isEarly = version.startsWith('0.');
    const exceeding = needs.filter(({ step }) => {
      const needed = isEarly ? (step === 'major' ? 'minor' : 'patch') : step;
      return !entries.some((entry) => !isLess(entry.step, needed));
    });
    const own = entries.find(({ file }) => this.#change.files.some(({ head }) => head?.path === file.path));
    if (exceeding.length === 0) return [];
    return own ? changesetTooLow(own, version, exceeding) : noChangeset(declared, changesets, exceeding);
  }

  /** A version that stays as it is says something only where others did not leave it so; what is new can wait for the release. */
  async #judgeLeft(declared: DeclaredVersion, needs: readonly Need[]): Promise<readonly FindingDraft[] | undefined> {
    const breaking = needs.filter(({ step }) => step === 'major');
    const { file, range } = declared;
    // A development version is not the one that consumers have.
    if (breaking.length === 0 || /snapshot|dev/i.test(declared.version)) return undefined;
    const path = this.#change.files.find(({ head }) => head?.path === file.path)?.base?.path ?? file.path;
    const base = (await this.#files.read('base', [path])).get(path);
    const line = base && lineOf(declared.version, base.text, range.start, file.text);
    if (line === undefined || !(await raisesVersionsWithChanges(path, line, this.#changeSet.history))) return undefined;
    return versionLeft(declared, breaking);
  }

  async judgeCommits(needs: readonly Need[]): Promise<readonly FindingDraft[]> {
    const { commits, title } = this.#change;
    const messages = [...commits, ...(title === undefined ? [] : [{ subject: title }])];
    const breaking = needs.filter(({ step }) => step === 'major');
    const added = needs.filter(({ step, contract }) => step === 'minor' && contract !== 'java');
    const subjects = title === undefined ? commits.map(({ subject }) => subject) : [title];
    const isSilentOnNew = added.length > 0 && isOnlyMended(subjects);
    if ((breaking.length === 0 && !isSilentOnNew) || messages.length === 0 || saysThatItBreaks(this.#change)) return [];
    if (!(await writesConventionalCommits(messages, this.#changeSet.history))) return [];
    return breaking.length > 0 ? commitsSilent(breaking, title, commits) : newAsFix(added, subjects[0] ?? '');
  }
}

function tooMuch(needs: readonly Need[], allowed: Need['step'] | 'patch'): readonly Need[] {
  return needs.filter(({ step }) => isLess(allowed, step));
}

/** The line, from 1, of a version that stands in both texts; in an unchanged file it is the same place. */
function lineOf(version: string, baseText: string, headOffset: number, headText: string): number | undefined {
  const before = headText.slice(headText.lastIndexOf('\n', headOffset) + 1, headOffset);
  const at = baseText.indexOf(`${before}${version}`);
  return at === -1 ? undefined : baseText.slice(0, at).split('\n').length;
}
