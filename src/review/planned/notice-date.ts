import { sunsetOfNextMajor, untilNextMajor } from '../../code/deprecation.ts';
import type { FixDraft } from '../../finding/draft.ts';

/** What a deprecation that is written today says of itself. */
export interface GivenNotice {
  /** The version that has it first, where one is declared. */
  readonly since?: string | undefined;
  readonly today: Date;
  readonly months: number;
}

/** The fix with the version and the day from which on the thing may be gone, in the words that a later review reads. */
export function withNotice(fix: FixDraft, notice: GivenNotice): FixDraft {
  if (!fix.edits.some(({ newText }) => newText.includes(untilNextMajor) || newText.includes(sunsetOfNextMajor))) return fix;
  const dated = (text: string): string => text.replaceAll(untilNextMajor, () => said).replaceAll(sunsetOfNextMajor, () => dayAfter(notice));
  const said = `${sinceVersion(notice.since)}to be removed after ${dayAfter(notice)}`;
  return { ...fix, edits: fix.edits.map((edit) => ({ ...edit, newText: dated(edit.newText) })) };
}

/** `1.3.0-SNAPSHOT` becomes 1.3.0. */
function sinceVersion(version: string | undefined): string {
  const found = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})/.exec(version ?? '')?.[1];
  return found === undefined ? '' : `since ${found}, `;
}

function dayAfter({ today, months }: GivenNotice): string {
  const day = new Date(today);
  day.setUTCMonth(day.getUTCMonth() + months);
  return day.toISOString().slice(0, 10);
}
