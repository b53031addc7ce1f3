import { ThemeColor, ThemeIcon } from 'vscode';
import type { Severity } from '../finding/draft.ts';
import type { ApartKind } from './tree-nodes.ts';

const bySeverity: Readonly<Record<Severity, ThemeIcon>> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  note: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
};

const byApart: Readonly<Record<ApartKind, ThemeIcon>> = {
  suppressed: new ThemeIcon('circle-slash', new ThemeColor('disabledForeground')),
  unsure: new ThemeIcon('question', new ThemeColor('disabledForeground')),
  unchanged: new ThemeIcon('history', new ThemeColor('disabledForeground')),
  absent: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
};

export function severityIcon(severity: Severity): ThemeIcon {
  return bySeverity[severity];
}

export function apartIcon(apart: ApartKind): ThemeIcon {
  return byApart[apart];
}
