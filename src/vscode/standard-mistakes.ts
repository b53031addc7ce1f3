import { basename, dirname } from 'node:path';
import { Diagnostic, DiagnosticSeverity, languages, Position, Range, workspace, type Disposable, type TextDocument } from 'vscode';
import type { Problem } from '../standard/problem.ts';
import type { StandardCheck } from './engine-client.ts';
import { localised } from './localised.ts';
import { problemSource } from './problems.ts';

const standardFileName = 'plumbline.yaml';
const typingPauseMs = 300;

/** Marks what is wrong in each open `plumbline.yaml` while the person types. */
export class StandardMistakes implements Disposable {
  readonly #engine: StandardCheck;
  readonly #collection = languages.createDiagnosticCollection('plumbline-standard');
  readonly #pauses = new Map<string, NodeJS.Timeout>();
  readonly #listeners: readonly Disposable[];

  constructor(engine: StandardCheck) {
    this.#engine = engine;
    this.#listeners = [
      workspace.onDidOpenTextDocument((document) => {
        this.#checkAfter(0, document);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        this.#checkAfter(typingPauseMs, document);
      }),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#collection.delete(uri);
      }),
    ];
    for (const document of workspace.textDocuments) this.#checkAfter(0, document);
  }

  dispose(): void {
    for (const listener of this.#listeners) listener.dispose();
    for (const pause of this.#pauses.values()) clearTimeout(pause);
    this.#collection.dispose();
  }

  #checkAfter(pauseMs: number, document: TextDocument): void {
    const { uri } = document;
    if (uri.scheme !== 'file' || basename(uri.fsPath) !== standardFileName) return;
    clearTimeout(this.#pauses.get(uri.toString()));
    const check = setTimeout(() => {
      this.#pauses.delete(uri.toString());
      void this.#check(document);
    }, pauseMs);
    this.#pauses.set(uri.toString(), check);
  }

  async #check(document: TextDocument): Promise<void> {
    const { version } = document;
    // An engine that ended says so in the log, and the next key starts another.
    const mistakes = await this.#engine.mistakes({ folder: dirname(document.uri.fsPath), text: document.getText() }).catch(() => undefined);
    if (mistakes === undefined || document.isClosed || document.version !== version) return;
    this.#collection.set(
      document.uri,
      mistakes.map((mistake) => diagnostic(mistake, document)),
    );
  }
}

/** Marked from where the mistake begins to the end of what the line says. */
function diagnostic({ message, line = 1, column = 1 }: Problem, document: TextDocument): Diagnostic {
  const start = document.validatePosition(new Position(line - 1, column - 1));
  const { text } = document.lineAt(start.line);
  const said = text
    .slice(start.character)
    .replace(/(?<!\s)\s+#.*/, '')
    .trimEnd();
  const marked = new Diagnostic(new Range(start, start.translate(0, said.length)), localised(message), DiagnosticSeverity.Error);
  marked.source = problemSource;
  return marked;
}
