/** How far a version goes: what breaks asks for a major one, what is new for a minor one. */
export type VersionStep = 'major' | 'minor' | 'patch';

/** A version by its numbers: `1.12.0-SNAPSHOT` is [1, 12, 0] with the rest `-SNAPSHOT`. */
interface Version {
  readonly numbers: readonly number[];
  readonly rest: string;
}

/** Undefined for what is no version, for a single number and for a date, which promise nothing. */
function parseVersion(text: string): Version | undefined {
  const found = /^v?(\d{1,9}(?:\.\d{1,9}){1,3})([-.+]?[A-Za-z][\w.+-]{0,60}|[-+][\w.+-]{1,60})?$/.exec(text.trim());
  const numbers = found?.[1]?.split('.').map(Number);
  return !numbers || (numbers[0] ?? 0) >= 1900 ? undefined : { numbers, rest: found?.[2] ?? '' };
}

export function isVersion(text: string): boolean {
  return parseVersion(text) !== undefined;
}

/** Whether a version is one before its release: `2.0.0-beta.1`, `1.3.0-SNAPSHOT`, `6.0.0.M2`. */
function isBeforeRelease({ rest }: Version): boolean {
  return /^[-.]?(?:\d|snapshot|m\d|rc|cr|alpha|beta|pre|next|canary|dev|milestone|ea|exp)/i.test(rest);
}

/** Whether a version is one before a major release, up to which everything may change: `2.0.0-beta.1`, `7.0.0-SNAPSHOT`. */
export function isBeforeMajor(text: string): boolean {
  const version = parseVersion(text);
  return version !== undefined && isBeforeRelease(version) && lastRaised(version) === 0 && (version.numbers[0] ?? 0) > 0;
}

/**
 * What the way from one version to another allows, in the terms of Semantic Versioning: before 1.0.0 a minor version may break.
 * Undefined where nothing can be said: it is the same version, an older one, or one of the two is no version.
 */
export function allowedStep(before: string, after: string): VersionStep | undefined {
  const [old, now] = [parseVersion(before), parseVersion(after)];
  if (!old || !now) return undefined;
  const at = firstDifference(old.numbers, now.numbers);
  if (at === undefined || (now.numbers[at] ?? 0) < (old.numbers[at] ?? 0)) return undefined;
  // What was not released yet may still change as far as it was to go.
  return stepAt(isBeforeRelease(old) ? Math.min(at, lastRaised(old)) : at, old);
}

/** What raising the number at a position means: before 1.0.0 everything is one place to the right. */
function stepAt(at: number, { numbers: [major = 0, minor = 0] }: Version): VersionStep {
  if (at === 0 || (major === 0 && (at === 1 || minor === 0))) return 'major';
  return at === 1 || major === 0 ? 'minor' : 'patch';
}

/** The position of the number that the release, which a version comes before, raises. */
function lastRaised({ numbers: [, minor = 0, patch = 0] }: Version): number {
  return patch > 0 ? 2 : minor > 0 ? 1 : 0;
}

function firstDifference(a: readonly number[], b: readonly number[]): number | undefined {
  const positions = Array.from({ length: Math.max(a.length, b.length) }, (_, index) => index);
  return positions.find((index) => (a[index] ?? 0) !== (b[index] ?? 0));
}

/** The version that a release with this step after `before` has, written as `like` is; undefined where one of them is no version. */
export function versionAfter(before: string, step: VersionStep, like = before): string | undefined {
  const [old, model] = [parseVersion(before), parseVersion(like)];
  if (!old || !model) return undefined;
  const wanted = step === 'major' ? 0 : step === 'minor' ? 1 : 2;
  // Before 1.0.0 everything is one place to the right.
  const at = Math.min(old.numbers[0] === 0 ? wanted + 1 : wanted, 2);
  const places = Array.from({ length: Math.max(old.numbers.length, at + 1) }, (_, index) => old.numbers[index] ?? 0);
  const numbers = places.map((number, index) => (index < at ? number : index === at ? number + 1 : 0));
  return `${like.trim().startsWith('v') ? 'v' : ''}${numbers.join('.')}${model.rest}`;
}

const order: readonly VersionStep[] = ['patch', 'minor', 'major'];

export function isLess(a: VersionStep, b: VersionStep): boolean {
  return order.indexOf(a) < order.indexOf(b);
}
