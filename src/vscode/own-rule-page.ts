import { l10n } from 'vscode';
import type { Review } from '../review/review-result.ts';
import { markdownText } from './prose.ts';
import { confidenceName, severityName } from './wording.ts';

/** The page of a rule that a standard defines itself. What it says is the team's: it is shown as text. */
export function ownRulePage(rule: Review['rules'][number]): string {
  const languages = rule.languages === 'any' ? [] : [rule.languages.join(', ')];
  return [
    `# ${markdownText(rule.title)}`,
    [`\`${rule.id}\``, severityName(rule.severity), confidenceName(rule.confidence), ...languages].join(' · '),
    `## ${l10n.t('Why')}`,
    markdownText(rule.reason),
    `## ${l10n.t('What to do')}`,
    markdownText(rule.remedy),
    ...(rule.definedAt === undefined ? [] : [l10n.t('It is a rule of your own standard: {0}.', `\`${rule.definedAt}\``)]),
    `## ${l10n.t('Allow a finding')}`,
    `\`plumbline-allow ${rule.id} -- …\``,
  ].join('\n\n');
}
