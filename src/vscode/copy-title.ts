import { env, l10n, window } from 'vscode';
import type { Finding } from '../finding/finding.ts';

/** The title that says what the change does; undefined where a finding is about something else. */
export function rightTitleOf({ properties }: Finding): string | undefined {
  const title = properties['title'];
  return typeof title === 'string' ? title : undefined;
}

/** A title stands in no file: it is copied, for the commit or the pull request. */
export async function copyRightTitle(finding: Finding): Promise<void> {
  const title = rightTitleOf(finding);
  if (title === undefined) return;
  await env.clipboard.writeText(title);
  window.setStatusBarMessage(l10n.t('Copied: {0}', title), 5000);
}
