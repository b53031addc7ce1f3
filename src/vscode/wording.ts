import { l10n } from 'vscode';
import type { Confidence, Severity } from '../finding/draft.ts';
import type { BaselineState, Finding } from '../finding/finding.ts';
import { isCustomRule } from '../finding/expectation.ts';
import type { ChangeSource } from '../change/source.ts';
import { localised, localisedMessage } from './localised.ts';
import type { ApartKind, Grouping } from './tree-nodes.ts';

/** How things are called on the screen. */
export function severityName(severity: Severity): string {
  return { error: l10n.t('Error'), warning: l10n.t('Warning'), note: l10n.t('Note') }[severity];
}

export function severityPlural(severity: Severity): string {
  return { error: l10n.t('Errors'), warning: l10n.t('Warnings'), note: l10n.t('Notes') }[severity];
}

export function confidenceName(confidence: Confidence): string {
  return { high: l10n.t('high confidence'), medium: l10n.t('medium confidence'), low: l10n.t('low confidence') }[confidence];
}

export function stateName(state: BaselineState): string {
  return {
    new: l10n.t('new in this change'),
    updated: l10n.t('changed by this change'),
    unchanged: l10n.t('was there before'),
    absent: l10n.t('mended by this change'),
  }[state];
}

export function apartName(apart: ApartKind): string {
  return {
    suppressed: l10n.t('Allowed'),
    unsure: l10n.t('Less sure'),
    unchanged: l10n.t('There before'),
    absent: l10n.t('Mended by this change'),
  }[apart];
}

export function groupingName(grouping: Grouping): string {
  return { expectation: l10n.t('Expectation'), severity: l10n.t('Severity'), file: l10n.t('File') }[grouping];
}

export function sourceName(source: ChangeSource): string {
  switch (source.kind) {
    case 'working-tree':
      return l10n.t('Working tree');
    case 'staged':
      return l10n.t('Staged changes');
    case 'branch':
      return l10n.t('Branch');
    case 'outgoing':
      return l10n.t('What would be pushed');
    case 'whole-tree':
      return l10n.t('Whole tree');
    case 'range':
      return source.range;
    case 'folders':
      return `${source.base} → ${source.head}`;
  }
}

/** `1 finding`, `12 findings`. */
export function findingCount(count: number): string {
  return count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count);
}

/** A finding as a reviewer would paste it into a conversation. */
export function reviewComment(finding: Finding, remedy: string | undefined): string {
  const { rule, location, fixes } = finding;
  const where = `\`${location.path}:${location.start.line}\``;
  const [fix] = fixes;
  const advice = fix ? l10n.t('Suggested fix: {0}.', localised(fix.title)) : remedy && (isCustomRule(rule) ? remedy : localised(remedy));
  return [`**${localisedMessage(finding)}**`, where, ...(advice === undefined ? [] : [advice]), `(\`${rule}\`)`].join('\n\n');
}
