import { commands, ExtensionMode, Uri, window, type ExtensionContext } from 'vscode';
import { CodeActions } from './code-actions.ts';
import { commandHandlers } from './command-handlers.ts';
import { FindingCommands } from './finding-commands.ts';
import { FindingPlaces } from './finding-places.ts';
import { FindingsTree } from './findings-tree.ts';
import { FindingsView } from './findings-view.ts';
import { HeadWatch } from './head-watch.ts';
import { LazyEngine } from './lazy-engine.ts';
import { logState } from './log-state.ts';
import { ReportDocument } from './open-report.ts';
import { Problems } from './problems.ts';
import { ReviewRuns } from './review-runs.ts';
import { registerRevisionDocuments } from './reviewed-documents.ts';
import { updateOnSave } from './save-updates.ts';
import { registerStandardFile } from './standard-file.ts';
import { StandardMistakes } from './standard-mistakes.ts';
import { StatusBar } from './status-bar.ts';
import { TestCommands } from './test-commands.ts';

/** What the extension's own tests look at; nothing is given to other extensions. */
export interface ExtensionParts {
  readonly runs: ReviewRuns;
  readonly engine: LazyEngine;
  readonly tree: FindingsTree;
  readonly problems: Problems;
  readonly testCommands: TestCommands;
}

/** Wires the parts together. */
export function activate(context: ExtensionContext): ExtensionParts | undefined {
  const log = window.createOutputChannel('Plumbline', { log: true });
  const engine = new LazyEngine(async () => {
    const { EngineClient } = await import('./engine-client.ts');
    const data = { cache: Uri.joinPath(context.globalStorageUri, 'facts').fsPath };
    return new EngineClient(Uri.joinPath(context.extensionUri, 'dist', 'engine.js').fsPath, data, (line) => {
      log.info(line);
    });
  });
  const runs = new ReviewRuns(engine);
  const places = new FindingPlaces(engine);
  const tree = new FindingsTree(runs, context.workspaceState);
  const view = new FindingsView(runs, tree);
  const problems = new Problems(runs, places);
  const statusBar = new StatusBar(runs);
  const report = new ReportDocument(runs, (context.extension.packageJSON as { version: string }).version);
  const headWatch = new HeadWatch(runs);
  const findings = new FindingCommands(runs, places, view);
  const pages = Uri.joinPath(context.extensionUri, 'media', 'rules');
  const testCommands = new TestCommands(context.workspaceState);
  const handlers = commandHandlers({ runs, view, findings, report, log, testCommands, pages });

  const show = (): void => {
    logState(runs.state, log);
    for (const part of [view, statusBar, report, headWatch]) part.refresh();
    void problems.refresh();
  };
  context.subscriptions.push(
    ...[log, view, problems, statusBar, report, headWatch, runs.onChange(show)],
    ...Object.entries(handlers).map(([name, handler]) => commands.registerCommand(`plumbline.${name}`, handler)),
    registerRevisionDocuments(async (side, path) => (runs.state.kind === 'done' ? places.reviewedText(runs.state, side, path) : undefined)),
    new CodeActions(runs, places).register(),
    updateOnSave(runs),
    registerStandardFile(Uri.joinPath(context.extensionUri, 'media')),
    new StandardMistakes(engine),
    {
      dispose: () => {
        runs.clear();
        void engine.stop();
      },
    },
  );
  return context.extensionMode === ExtensionMode.Test ? { runs, engine, tree, problems, testCommands } : undefined;
}
