import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, type Command } from 'vscode';
import { basename, dirname } from 'node:path';
import type {
  ApartNode,
  ExpectationNode,
  FileNode,
  FindingNode,
  NoticeNode,
  NoticesNode,
  RelatedNode,
  SeverityNode,
  TreeNode,
} from './tree-nodes.ts';
import { rightTitleOf } from './copy-title.ts';
import { apartIcon, severityIcon } from './icons.ts';
import { localised, localisedMessage } from './localised.ts';
import { findingsIn } from './tree-model.ts';
import { markdownText, plainText, rowText } from './prose.ts';
import { apartName, findingCount, severityName, severityPlural } from './wording.ts';

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

/** A row's look, and what a click on it does. The tooltip of a finding is made when it is asked for. */
export function treeItem(node: TreeNode, isLarge: boolean): TreeItem {
  switch (node.kind) {
    case 'expectation':
      return expectationItem(node);
    case 'severity':
      return severityItem(node);
    case 'file':
      return fileItem(node, isLarge);
    case 'finding':
      return findingItem(node);
    case 'related':
      return relatedItem(node);
    case 'apart':
      return apartItem(node);
    case 'notices':
      return noticesItem(node);
    case 'notice':
      return noticeItem(node);
  }
}

function expectationItem({ expectation, worst, count, children }: ExpectationNode): TreeItem {
  const [title, promise] = [localised(expectation.title), localised(expectation.promise)];
  const item = row(title, Expanded, severityIcon(worst), String(count));
  item.tooltip = promise;
  item.contextValue = withFixes('group', children);
  item.accessibilityInformation = { label: `${title}, ${findingCount(count)}. ${promise}` };
  return item;
}

function severityItem({ severity, count, children }: SeverityNode): TreeItem {
  const item = row(severityPlural(severity), Expanded, severityIcon(severity), String(count));
  item.contextValue = withFixes('group', children);
  item.accessibilityInformation = { label: `${severityPlural(severity)}, ${findingCount(count)}` };
  return item;
}

function fileItem({ path, count, children }: FileNode, isLarge: boolean): TreeItem {
  const folder = dirname(path);
  const item = row(basename(path), isLarge ? Collapsed : Expanded, ThemeIcon.File, folder === '.' ? String(count) : `${count} · ${folder}`);
  // The path alone chooses the icon; a real file's URI would bring the colours of other features with it.
  item.resourceUri = Uri.from({ scheme: 'plumbline-row', path: `/${path}` });
  item.tooltip = path;
  item.contextValue = withFixes('file', children);
  item.accessibilityInformation = { label: `${path}, ${findingCount(count)}` };
  return item;
}

function findingItem(node: FindingNode): TreeItem {
  const { finding, apart, children } = node;
  const { line } = finding.location.start;
  const icon = apart === undefined ? severityIcon(finding.severity) : apartIcon(apart);
  const item = row(rowText(localisedMessage(finding), finding.location.path), children.length > 0 ? Collapsed : None, icon, String(line));
  item.command = openCommand(node);
  item.contextValue = [
    'finding',
    ...(finding.fixes.length > 0 ? ['fixable'] : []),
    ...(apart === undefined ? ['counted'] : []),
    ...(rightTitleOf(finding) === undefined ? [] : ['titled']),
  ].join(' ');
  const fixable = finding.fixes.length > 0 ? ` ${l10n.t('A fix is available.')}` : '';
  item.accessibilityInformation = {
    label: `${severityName(finding.severity)}: ${plainText(localisedMessage(finding))} ${l10n.t('Line {0}.', line)}${fixable}`,
  };
  return item;
}

function relatedItem(node: RelatedNode): TreeItem {
  const { path, role, start } = node.location;
  const caption = localised(node.location.caption);
  const isCase = role === 'case';
  const item = row(plainText(caption), None, new ThemeIcon(isCase ? 'beaker' : 'references'), `${basename(path)}:${start.line}`);
  item.tooltip = isCase ? l10n.t('No test shows this yet: {0}:{1}', path, start.line) : `${path}:${start.line}`;
  if (isCase) item.accessibilityInformation = { label: l10n.t('No test shows this yet: {0} Line {1}.', plainText(caption), start.line) };
  item.command = openCommand(node);
  item.contextValue = 'related';
  return item;
}

function apartItem({ apart, count }: ApartNode): TreeItem {
  const item = row(apartName(apart), Collapsed, apartIcon(apart), String(count));
  item.contextValue = 'apart';
  item.accessibilityInformation = { label: `${apartName(apart)}, ${findingCount(count)}` };
  return item;
}

function noticesItem({ incomplete, count }: NoticesNode): TreeItem {
  const icon = incomplete ? severityIcon('warning') : new ThemeIcon('bell', new ThemeColor('problemsInfoIcon.foreground'));
  const item = row(l10n.t('Notices'), Collapsed, icon, incomplete ? `${count} · ${l10n.t('the review is incomplete')}` : String(count));
  item.tooltip = l10n.t('What the review could not do, or did otherwise than asked.');
  item.contextValue = 'notices';
  return item;
}

function noticeItem({ notice }: NoticeNode): TreeItem {
  const item = row(
    plainText(localised(notice.message)),
    None,
    notice.incomplete ? severityIcon('warning') : severityIcon('note'),
    notice.path ?? '',
  );
  item.tooltip = new MarkdownString([localised(notice.message), localised(notice.remedy ?? '')].map(markdownText).join('\n\n'));
  item.contextValue = 'notice';
  item.accessibilityInformation = {
    label: [localised(notice.message), localised(notice.remedy ?? ''), notice.path ?? ''].join(' ').trim(),
  };
  return item;
}

/** Marks rows under which there is something that can be fixed in bulk. */
function withFixes(kind: string, children: readonly TreeNode[]): string {
  const fixable = findingsIn(children).some(
    ({ apart, finding }) => apart === undefined && finding.fixes.some(({ safety }) => safety === 'safe'),
  );
  return [kind, ...(fixable ? ['safe'] : [])].join(' ');
}

function row(label: string, collapsible: TreeItemCollapsibleState, icon: ThemeIcon, description: string): TreeItem {
  const item = new TreeItem(label, collapsible);
  item.iconPath = icon;
  item.description = description;
  return item;
}

function openCommand(node: FindingNode | RelatedNode): Command {
  return { command: 'plumbline.openFinding', title: l10n.t('Open in the diff'), arguments: [node] };
}
