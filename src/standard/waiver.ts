import type { Provenance } from './provenance.ts';

/** Findings that do not count until a day, from outside of the code: why, and who answers for it. */
export interface Waiver {
  /** A rule, a group of rules (`tests/*`), or `*`. */
  readonly rule: string;
  readonly paths?: readonly string[] | undefined;
  /** The qualified name of what a finding is about; what is inside of it is meant, too. */
  readonly symbol?: string | undefined;
  /** One finding, as a report names it. */
  readonly fingerprint?: string | undefined;
  readonly reason: string;
  readonly owner: string;
  /** The last day on which it holds (UTC), as `2026-12-31`. */
  readonly expires: string;
}

/** A waiver, and where it is written. */
export interface PlacedWaiver extends Waiver {
  readonly place: Provenance;
}

/** Whether it is a day of the calendar as `2026-12-31`. */
export function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const time = Date.parse(`${written}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(written);
}

export function isExpired({ expires }: Pick<Waiver, 'expires'>, now: Date): boolean {
  return now.toISOString().slice(0, 10) > expires;
}
