import { l10n, MarkdownString } from 'vscode';
import { isCustomRule } from '../finding/expectation.ts';
import type { Finding } from '../finding/finding.ts';
import type { RuleMetadata } from '../rules/rule.ts';
import { localised, localisedMessage } from './localised.ts';
import { markdownText } from './prose.ts';
import { confidenceName, severityName, stateName } from './wording.ts';

const marks = { error: '$(error)', warning: '$(warning)', note: '$(info)' } as const;

/** What a finding says, why it matters, what it rests on and what to do. Texts of the repository are shown as text. */
export function findingTooltip(finding: Finding, rule: Omit<RuleMetadata, 'examples'> | undefined): MarkdownString {
  const ofRule = isCustomRule(finding.rule) ? (text: string) => text : localised;
  const standing = [severityName(finding.severity), confidenceName(finding.confidence), stateName(finding.state)].join(' · ');
  const paragraphs = [
    `**${markdownText(localisedMessage(finding))}**`,
    `${marks[finding.severity]} ${standing}`,
    ...finding.suppressions.map(({ reason, owner, expires }) =>
      said(expires === undefined ? l10n.t('Allowed') : l10n.t('Waived until {0} by {1}', expires, owner ?? ''), reason),
    ),
    ...(rule ? [said(l10n.t('Why'), ofRule(rule.reason))] : []),
    ...evidence(finding),
    ...(rule ? [said(l10n.t('What to do'), ofRule(rule.remedy))] : []),
    ...finding.fixes.map(({ title, safety }) =>
      said(safety === 'safe' ? l10n.t('Fix') : l10n.t('Fix (look before you apply it)'), localised(title)),
    ),
    `[${finding.rule}](${explainLink(finding.rule)})`,
  ];
  const markdown = new MarkdownString(paragraphs.join('\n\n'), true);
  markdown.isTrusted = { enabledCommands: ['plumbline.explainRule'] };
  return markdown;
}

function evidence({ symbol, related }: Finding): readonly string[] {
  return [
    ...(symbol ? [said(l10n.t('In'), `\`${symbol.qualifiedName}\``)] : []),
    ...related.map(({ caption, path, start }) => said(l10n.t('Evidence'), `${localised(caption)}: \`${path}:${start.line}\``)),
  ];
}

function said(heading: string, text: string): string {
  return `**${heading}:** ${markdownText(text)}`;
}

/** The link that opens a rule's page. */
export function explainLink(rule: string): string {
  return `command:plumbline.explainRule?${encodeURIComponent(JSON.stringify([rule]))}`;
}
