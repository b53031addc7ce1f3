import { l10n, MarkdownString } from 'vscode';
import type { RuleMetadata } from '../rules/rule.ts';
import type { Finding } from '../finding/finding.ts';
import { confidenceName, severityName, stateName } from './wording.ts';

type Descriptor = Omit<RuleMetadata, 'examples'>;

/** What a finding says, why it matters, what it rests on and what to do. Texts of the repository are shown as text. */
export function findingTooltip(finding: Finding, rule: Descriptor | undefined): MarkdownString {
  const markdown = new MarkdownString(undefined, true);
  markdown.isTrusted = { enabledCommands: ['plumbline.explainRule'] };
  paragraph(markdown, undefined, finding.message);
  const standing = [severityName(finding.severity), confidenceName(finding.confidence), stateName(finding.state)].join(' · ');
  markdown.appendMarkdown(`${severityMark(finding)} `).appendText(standing).appendMarkdown('\n\n');
  for (const { reason } of finding.suppressions) paragraph(markdown, l10n.t('Allowed'), reason);
  if (rule) paragraph(markdown, l10n.t('Why'), rule.reason);
  if (finding.symbol) paragraph(markdown, l10n.t('What'), finding.symbol.qualifiedName);
  for (const place of finding.related) paragraph(markdown, l10n.t('Evidence'), `${place.caption} (${place.path}:${place.start.line})`);
  if (rule) paragraph(markdown, l10n.t('What to do'), rule.remedy);
  for (const fix of finding.fixes) paragraph(markdown, fix.safety === 'safe' ? l10n.t('Fix') : l10n.t('Fix, to be looked at'), fix.title);
  return markdown.appendMarkdown(`---\n\n[${finding.rule}](${explainLink(finding.rule)})`);
}

function paragraph(markdown: MarkdownString, heading: string | undefined, text: string): void {
  if (heading === undefined) markdown.appendMarkdown('**').appendText(text).appendMarkdown('**\n\n');
  else markdown.appendMarkdown(`**${heading}:** `).appendText(text).appendMarkdown('\n\n');
}

function severityMark({ severity }: Finding): string {
  return { error: '$(error)', warning: '$(warning)', note: '$(info)' }[severity];
}

/** The link that opens a rule's page. */
export function explainLink(rule: string): string {
  return `command:plumbline.explainRule?${encodeURIComponent(JSON.stringify([rule]))}`;
}
