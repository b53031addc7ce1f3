import type { Commit } from '../../change/change-set.ts';
import { asBreaking } from '../../code/announcement.ts';
import { versionAfter } from '../../code/version.ts';
import type { FindingDraft, FixDraft } from '../../finding/draft.ts';
import { changesetText, newChangesetPath, type ChangesetEntry, type Changesets } from './changesets.ts';
import type { DeclaredVersion } from './declared-version.ts';
import type { Need } from './need.ts';

/** So many things are named in a sentence, and so many places beside it. */
const mostNamed = { names: 3, places: 10 };

/** The version that the change raises does not go as far as it needs. */
export function versionTooLow(declared: DeclaredVersion, before: string, needs: readonly Need[]): readonly FindingDraft[] {
  return understated(needs, (worst, reason) => {
    const { file, range, version } = declared;
    const fix = raise(declared, before, worst);
    const promise = worst === 'major' ? 'that nothing breaks' : 'that nothing is new';
    return {
      message: `The change needs a ${worst} version, as it ${reason}; but ${file.path} goes from ${before} to ${version}, which promises ${promise}.`,
      place: { file, range },
      subject: `version ${worst}`,
      ...(fix && { fixes: [fix] }),
      properties: { needs: worst, declared: version, before },
    };
  });
}

/** The version stays although it is raised here with what asks for it. */
export function versionLeft(declared: DeclaredVersion, needs: readonly Need[]): readonly FindingDraft[] {
  return understated(needs, (worst, reason) => {
    const { file, range, version } = declared;
    const fix = raise(declared, version, worst);
    return {
      message: `The change needs a ${worst} version, as it ${reason}; but ${file.path} still says ${version}, and versions are raised here with the change itself.`,
      place: { file, range },
      subject: `version ${worst}`,
      ...(fix && { fixes: [fix] }),
      properties: { needs: worst, declared: version, before: version },
    };
  });
}

function raise({ file, range, version }: DeclaredVersion, before: string, step: Need['step']): FixDraft | undefined {
  const next = versionAfter(before, step, version);
  return next === undefined
    ? undefined
    : { title: `Raise the version to ${next}`, safety: 'unsafe', edits: [{ file, range, newText: next }] };
}

/** The changeset of the change says less than it does. */
export function changesetTooLow(entry: ChangesetEntry, version: string, needs: readonly Need[]): readonly FindingDraft[] {
  return understated(needs, (worst, reason) => {
    const { file, range, packageName } = entry;
    const step = stepFor(worst, version);
    return {
      message: `The change needs a ${worst} version of ${packageName}, as it ${reason}; but its changeset says \`${entry.step}\`.`,
      place: { file, range },
      subject: `changeset ${packageName} ${worst}`,
      fixes: [{ title: `Say \`${step}\` in the changeset`, safety: 'unsafe', edits: [{ file, range, newText: step }] }],
      properties: { needs: worst, declared: entry.step },
    };
  });
}

/** The repository announces changes by changesets, but this one by none. */
export function noChangeset(declared: DeclaredVersion, changesets: Changesets, needs: readonly Need[]): readonly FindingDraft[] {
  return understated(needs, (worst, reason) => {
    const [first] = needs;
    const packageName = declared.packageName ?? '';
    const step = stepFor(worst, declared.version);
    const says = needs.slice(0, mostNamed.places).map((need) => need.says);
    const path = newChangesetPath(`${first?.name ?? ''} ${worst}`, changesets);
    return {
      message: `The change needs a ${worst} version of ${packageName}, as it ${reason}; but no changeset says so.`,
      ...(first && { place: first.place }),
      subject: `changeset ${packageName} ${worst}`,
      fixes: [
        {
          title: `Write a changeset with \`${step}\``,
          safety: 'unsafe',
          edits: [{ path, newText: changesetText(packageName, step, says, changesets) }],
        },
      ],
      properties: { needs: worst },
    };
  });
}

/** Before 1.0.0 each step stands for the next larger one. */
function stepFor(needed: Need['step'], version: string): 'major' | 'minor' | 'patch' {
  if (!version.startsWith('0.')) return needed;
  return needed === 'major' ? 'minor' : 'patch';
}

/** Neither a commit nor the title of the change says that it breaks something; the right line is told, for the person to take. */
export function commitsSilent(
  needs: readonly Need[],
  title: string | undefined,
  commits: readonly Pick<Commit, 'subject'>[],
): readonly FindingDraft[] {
  const right = rightTitle(title === undefined ? commits.map(({ subject }) => subject) : [title]);
  const said = right === undefined ? '' : `; \`${right}\` says it`;
  return understated(needs, (_, reason) => ({
    message: `The change ${reason}, but ${title === undefined ? 'no commit of it says so' : 'neither its title nor a commit of it says so'}: without \`!\` after its type or a \`BREAKING CHANGE:\` footer it is released as if nothing broke${said}.`,
    ...(needs[0] && { place: needs[0].place }),
    subject: 'commits major',
    properties: { needs: 'major', ...(right !== undefined && { title: right }) },
  }));
}

/** What is new is released as a patch, because all that is said of it is that something was mended. */
export function newAsFix(needs: readonly Need[], subject: string): readonly FindingDraft[] {
  const right = subject.replace(/^\w+/, 'feat');
  return understated(needs, (_, reason) => ({
    message: `The change ${reason}, but says only that it mends something, and is released as a patch; \`${right}\` says it.`,
    ...(needs[0] && { place: needs[0].place }),
    subject: 'commits minor',
    // A class is often given a method to mend another one, and no more is meant by it.
    ...(needs.every(({ name }) => name.includes('.')) && { confidence: 'low' as const }),
    properties: { needs: 'minor', title: right },
  }));
}

/** Of the first that may well break something: not one on tests, documentation or the build. */
function rightTitle(subjects: readonly string[]): string | undefined {
  const ofCode = subjects.filter((subject) => !/^(?:test|docs?|style|ci|build|chore)\b/i.test(subject));
  for (const subject of [...ofCode, ...subjects]) {
    const right = asBreaking(subject);
    if (right !== undefined) return right;
  }
  return undefined;
}

/** One finding on the worst of what is needed, with the places that need it. */
function understated(needs: readonly Need[], draft: (worst: Need['step'], reason: string) => FindingDraft): readonly FindingDraft[] {
  const worst = needs.some(({ step }) => step === 'major') ? 'major' : 'minor';
  const those = needs.filter(({ step }) => step === worst);
  if (those.length === 0) return [];
  const caption = worst === 'major' ? 'this breaks' : 'this is new';
  return [
    {
      ...draft(worst, reasonOf(worst, those)),
      ...(worst === 'minor' && { severity: 'note' as const }),
      related: those.slice(0, mostNamed.places).map(({ place }) => ({ ...place, caption })),
    },
  ];
}

function reasonOf(worst: Need['step'], needs: readonly Need[]): string {
  const names = [...new Set(needs.map(({ name }) => name))];
  const named = names.slice(0, mostNamed.names).map((name) => `\`${name}\``);
  const others = names.length - named.length;
  const list = others > 0 ? `${named.join(', ')} and ${others} ${others === 1 ? 'other' : 'others'}` : joined(named);
  return worst === 'major' ? `breaks who uses ${list}` : `adds ${list} to what consumers use`;
}

function joined(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
