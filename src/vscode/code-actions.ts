import {
  CodeAction,
  CodeActionKind,
  l10n,
  languages,
  type CodeActionContext,
  type CodeActionProvider,
  type Diagnostic,
  type Disposable,
  type Range,
  type TextDocument,
} from 'vscode';
import type { Finding, Fix } from '../finding/finding.ts';
import { isCounted } from '../review/counts.ts';
import { hasComments } from './comment-syntax.ts';
import { combineFixes } from './combine-fixes.ts';
import { rightTitleOf } from './copy-title.ts';
import { placedFindings, type FindingPlaces } from './finding-places.ts';
import { fixEdit, workspaceEdit } from './fix-edit.ts';
import { problemSource } from './problems.ts';
import { localised, localisedMessage } from './localised.ts';
import { plainText } from './prose.ts';
import { reviewedPath } from './reviewed-documents.ts';
import type { ReviewRuns } from './review-runs.ts';
import { isInWorkingTree, type DoneState } from './review-state.ts';

const fixAllKind = CodeActionKind.SourceFixAll.append('plumbline');

/** Quick fixes for the findings at the caret, and all safe fixes of the file at once. */
export class CodeActions implements CodeActionProvider {
  readonly #runs: ReviewRuns;
  readonly #places: FindingPlaces;

  constructor(runs: ReviewRuns, places: FindingPlaces) {
    this.#runs = runs;
    this.#places = places;
  }

  register(): Disposable {
    const selector = [{ scheme: 'file' }, { scheme: 'plumbline' }];
    return languages.registerCodeActionsProvider(selector, this, { providedCodeActionKinds: [CodeActionKind.QuickFix, fixAllKind] });
  }

  async provideCodeActions(document: TextDocument, range: Range, context: CodeActionContext): Promise<CodeAction[]> {
    const { state } = this.#runs;
    const path = state.kind === 'done' ? reviewedPath(state, document) : undefined;
    if (state.kind !== 'done' || path === undefined) return [];
    const counted = state.answer.review.findings.filter((finding) => isCounted(finding, state.answer.review));
    const inFile = await placedFindings(this.#places, state, path, counted);
    if (context.only && fixAllKind.contains(context.only))
      return this.#fixAll(
        state,
        inFile.map(({ finding }) => finding),
        undefined,
      );
    const here = inFile.filter((placed) => isMeant(placed.range, range)).map(({ finding }) => finding);
    const actions = await Promise.all(
      here.map((finding) =>
        this.#actions(
          state,
          finding,
          context,
          inFile.map((placed) => placed.finding),
        ),
      ),
    );
    return actions.flat();
  }

  async #actions(state: DoneState, finding: Finding, context: CodeActionContext, inFile: readonly Finding[]): Promise<CodeAction[]> {
    const own = context.diagnostics.filter((diagnostic) => isOf(diagnostic, finding));
    const sameRule = inFile.filter(({ rule }) => rule === finding.rule);
    const actions = isInWorkingTree(state.question)
      ? [
          ...(await Promise.all(finding.fixes.map((fix) => this.#fix(state, fix)))).flat(),
          ...(sameRule.length > 1 ? await this.#fixAll(state, sameRule, finding.rule) : []),
          ...(hasComments(finding.location.path) ? [allow(finding)] : []),
          waive(finding),
          explain(finding),
        ]
      : [explain(finding)];
    if (rightTitleOf(finding) !== undefined) actions.unshift(copyTitle(finding));
    for (const action of actions) action.diagnostics = own;
    return actions;
  }

  async #fix(state: DoneState, fix: Fix): Promise<CodeAction[]> {
    const edit = await fixEdit(this.#places, state, fix);
    if (!edit) return [];
    const action = new CodeAction(localised(fix.title), CodeActionKind.QuickFix);
    action.edit = edit;
    action.isPreferred = fix.safety === 'safe';
    return [action];
  }

  /** @param rule undefined for the whole file on request */
  async #fixAll(state: DoneState, findings: readonly Finding[], rule: string | undefined): Promise<CodeAction[]> {
    const { edits } = combineFixes(safeFixes(findings));
    const edit = edits.length === 0 ? undefined : await workspaceEdit(this.#places, state, edits, undefined);
    if (!edit) return [];
    const title =
      rule === undefined ? l10n.t('Fix all safe findings in this file') : l10n.t('Fix all safe findings of {0} in this file', rule);
    const action = new CodeAction(title, rule === undefined ? fixAllKind : CodeActionKind.QuickFix);
    action.edit = edit;
    return [action];
  }
}

/** A caret means all that is on its line, a selection what it touches. */
function isMeant(found: Range, asked: Range): boolean {
  if (!asked.isEmpty) return found.intersection(asked) !== undefined;
  return found.start.line <= asked.start.line && asked.start.line <= found.end.line;
}

/** The first safe fix of each finding. */
export function safeFixes(findings: readonly Finding[]): readonly Fix[] {
  return findings.flatMap(({ fixes }) => fixes.find(({ safety }) => safety === 'safe') ?? []);
}

function allow(finding: Finding): CodeAction {
  const action = new CodeAction(l10n.t('Allow {0} with reason…', finding.rule), CodeActionKind.QuickFix);
  action.command = { command: 'plumbline.allowFinding', title: action.title, arguments: [finding] };
  return action;
}

function copyTitle(finding: Finding): CodeAction {
  const action = new CodeAction(l10n.t('Copy the title “{0}”', rightTitleOf(finding) ?? ''), CodeActionKind.QuickFix);
  action.command = { command: 'plumbline.copyTitle', title: action.title, arguments: [finding] };
  return action;
}

function waive(finding: Finding): CodeAction {
  const action = new CodeAction(l10n.t('Waive {0} until a day…', finding.rule), CodeActionKind.QuickFix);
  action.command = { command: 'plumbline.waiveFinding', title: action.title, arguments: [finding] };
  return action;
}

function explain({ rule }: Finding): CodeAction {
  const action = new CodeAction(l10n.t('Explain {0}', rule), CodeActionKind.QuickFix);
  action.command = { command: 'plumbline.explainRule', title: action.title, arguments: [rule] };
  return action;
}

function isOf({ source, code, message }: Diagnostic, finding: Finding): boolean {
  return (
    source === problemSource && typeof code === 'object' && code.value === finding.rule && message === plainText(localisedMessage(finding))
  );
}
