import type { Uri } from 'vscode';
import { type LogOutputChannel } from 'vscode';
import { runDeepCheck, setTestCommand } from './deep-check-commands.ts';
import { explainRule } from './explain-rule.ts';
import { chooseFilter, chooseGrouping } from './filter-menu.ts';
import type { FindingCommands } from './finding-commands.ts';
import type { FindingsView } from './findings-view.ts';
import type { ReportDocument } from './open-report.ts';
import { askRange, currentBranch, review } from './review-commands.ts';
import type { ReviewRuns } from './review-runs.ts';
import { showMenu } from './status-menu.ts';
import type { TestCommands } from './test-commands.ts';
import { copyTestCommand, showTestPlan } from './test-plan-commands.ts';
import { wholeTree } from './tree-model.ts';

export interface CommandParts {
  readonly runs: ReviewRuns;
  readonly view: FindingsView;
  readonly findings: FindingCommands;
  readonly report: ReportDocument;
  readonly log: LogOutputChannel;
  readonly testCommands: TestCommands;
  /** The folder with the rules' pages. */
  readonly pages: Uri;
}

/** Every command by its name after `plumbline.`. */
export function commandHandlers({ runs, view, findings, report, log, testCommands, pages }: CommandParts) {
  return {
    reviewBranch: () => review(runs, currentBranch),
    checkBeforePush: () => review(runs, () => ({ kind: 'outgoing' })),
    reviewStaged: () => review(runs, () => ({ kind: 'staged' })),
    reviewWorkingTree: () => review(runs, () => ({ kind: 'working-tree' })),
    reviewRange: () => review(runs, askRange),
    runDeepCheck: () => runDeepCheck(runs, testCommands),
    setTestCommand: () => setTestCommand(runs, testCommands),
    reviewAgain: () => runs.repeat(),
    cancel: () => {
      runs.cancel();
    },
    clear: () => {
      runs.clear();
    },
    filter: () => chooseFilter(view),
    clearFilter: () => view.setFilter(wholeTree),
    groupBy: () => chooseGrouping(view),
    openFinding: findings.open.bind(findings),
    nextFinding: () => findings.step(1),
    previousFinding: () => findings.step(-1),
    applyFix: findings.fix.bind(findings),
    fixAllSafe: findings.fixAllSafe.bind(findings),
    allowFinding: findings.allow.bind(findings),
    waiveFinding: findings.waive.bind(findings),
    copyTitle: findings.copyTitle.bind(findings),
    copyFinding: findings.copy.bind(findings),
    explainRule: (target?: Parameters<FindingCommands['ruleOf']>[0]) => explainRule(pages, report, findings.ruleOf(target)),
    openReport: () => report.open('report'),
    showTestPlan: () => showTestPlan(runs.state, report),
    copyTestCommand: () => copyTestCommand(runs.state),
    showMenu: () => showMenu(runs),
    showLog: () => {
      log.show();
    },
  };
}
