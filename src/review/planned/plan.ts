import type { LineAge } from '../../change/change-set.ts';
import type { Deprecation } from '../../code/deprecation.ts';

/** What speaks for a break having been planned and told. */
export interface Evidence {
  readonly deprecation?: Deprecation | undefined;
  /** When the deprecation was written, where the history tells. */
  readonly age?: LineAge | undefined;
  /** What marked the thing as one that may change: `@Experimental`. */
  readonly preview?: string | undefined;
  /** The path of what announces the break by name. */
  readonly announcement?: string | undefined;
  /** What says of the change that it breaks something, as the beginning of a sentence. */
  readonly declaration?: string | undefined;
  /** What breaks is new, such as one more member to implement, or can carry no deprecation, such as the least version of a runtime. */
  readonly isUnforeseeable?: boolean;
}

export interface Plan {
  readonly planned: 'none' | 'partly' | 'planned';
  /** What there is and what is missing, as sentences; empty where there is nothing. */
  readonly says: string;
}

/**
 * A break is planned where it was deprecated long enough ago and is announced by name; where there was nothing to deprecate,
 * the change has to say that it breaks something. What is marked as a preview is told of by its mark.
 * @param noticeMonths how long before a break its deprecation must have been published
 */
export function planOf(evidence: Evidence, now: Date, noticeMonths: number): Plan {
  const { deprecation, announcement, declaration, preview } = evidence;
  if (!deprecation && preview === undefined && announcement === undefined && declaration === undefined)
    return { planned: 'none', says: '' };
  const missing = [
    ...(preview !== undefined && !deprecation
      ? []
      : evidence.isUnforeseeable && !deprecation
        ? missingDeclaration(evidence)
        : missingNotice(evidence, now, noticeMonths)),
    ...(isAnnounced(evidence) ? [] : ['no changelog entry names it']),
  ];
  const marked = preview === undefined ? '' : `it is marked as one that may change (\`${preview}\`)`;
  const there = [marked, deprecatedSince(evidence, now), announcement === undefined ? '' : `${announcement} announces it`].filter(Boolean);
  const isTold = announcement === undefined && declaration !== undefined && (there.length === 0 || isOfVersion(declaration));
  const sentences = [[...there, ...(isTold ? [declaration] : [])].join(', and '), missing.join(', and ')].filter(Boolean);
  return { planned: missing.length === 0 ? 'planned' : 'partly', says: `${sentences.map(capitalised).join('; but ')}.` };
}

/** By name, by a version that allows it, or by the day that the contract itself named. */
function isAnnounced({ announcement, declaration, deprecation }: Evidence): boolean {
  return announcement !== undefined || isOfVersion(declaration) || deprecation?.removal !== undefined;
}

function isOfVersion(declaration: string | undefined): boolean {
  return declaration?.startsWith('the version ') === true;
}

function missingDeclaration({ declaration }: Evidence): string[] {
  return declaration === undefined ? ['no version says that it breaks something'] : [];
}

function missingNotice({ deprecation, age }: Evidence, now: Date, noticeMonths: number): string[] {
  if (!deprecation) return ['it was not deprecated before'];
  if (deprecation.removal !== undefined && !isPast(deprecation.removal, now)) return [`it was to stay until ${deprecation.removal}`];
  if (!age) return deprecation.removal === undefined ? ['it is not known for how long'] : [];
  if (age.changed <= monthsBefore(now, noticeMonths).getTime()) return [];
  // The day it was to go was told beforehand, at a time that is not known.
  if (age.isBeginning && deprecation.removal !== undefined) return [];
  return [age.isBeginning ? 'the history here does not reach back far enough' : `${months(noticeMonths)} of notice are asked for`];
}

function isPast(day: string, now: Date): boolean {
  return day <= now.toISOString().slice(0, 10);
}

function deprecatedSince({ deprecation, age }: Evidence, now: Date): string {
  if (!deprecation) return '';
  const version = deprecation.since === undefined ? '' : ` (version ${deprecation.since})`;
  const since = age && !age.isBeginning ? ` since ${new Date(age.changed).toISOString().slice(0, 10)}` : '';
  const { removal } = deprecation;
  const until = removal === undefined || !isPast(removal, now) ? '' : `, to go from ${removal}`;
  return `it is deprecated${since}${version}${until}`;
}

function monthsBefore(now: Date, count: number): Date {
  const before = new Date(now);
  before.setUTCMonth(before.getUTCMonth() - count);
  return before;
}

function months(count: number): string {
  return count === 1 ? '1 month' : `${count} months`;
}

function capitalised(text: string, index: number): string {
  const isPath = /[/.]/.test(text.slice(0, Math.max(0, text.search(/\s/))));
  return index === 0 && !isPath ? `${text.charAt(0).toUpperCase()}${text.slice(1)}` : text;
}
