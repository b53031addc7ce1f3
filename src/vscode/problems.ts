import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
  languages,
  Location as EditorLocation,
  Uri,
  workspace,
  type Disposable,
  type Range,
} from 'vscode';
import type { Severity } from '../finding/draft.ts';
import type { Finding } from '../finding/finding.ts';
import { isCounted } from '../review/counts.ts';
import { editorRange, placedFindings, type FindingPlaces } from './finding-places.ts';
import { explainLink } from './finding-tooltip.ts';
import { localised, localisedMessage } from './localised.ts';
import { plainText } from './prose.ts';
import { documentUri, reviewedPath } from './reviewed-documents.ts';
import type { ReviewRuns } from './review-runs.ts';
import type { DoneState } from './review-state.ts';

export const problemSource = 'Plumbline';
const typingPauseMs = 150;

/** Shows the findings that count in the Problems panel, at their places as they are while the person types. */
export class Problems implements Disposable {
  readonly #runs: ReviewRuns;
  readonly #places: FindingPlaces;
  readonly #collection = languages.createDiagnosticCollection('plumbline');
  readonly #typing: Disposable;
  readonly #pauses = new Map<string, NodeJS.Timeout>();

  constructor(runs: ReviewRuns, places: FindingPlaces) {
    this.#runs = runs;
    this.#places = places;
    this.#typing = workspace.onDidChangeTextDocument(({ document }) => {
      const { state } = runs;
      const path = state.kind === 'done' ? reviewedPath(state, document) : undefined;
      if (path !== undefined) this.#moveAfterPause(path);
    });
  }

  /** Shows the review as it is now. Ends when all of it is shown, or when a newer one took its place. */
  async refresh(): Promise<void> {
    const { state } = this.#runs;
    if (state.kind !== 'done') {
      this.#collection.clear();
      return;
    }
    const paths = new Set(countedAtHead(state).map(({ location }) => location.path));
    const shown = await Promise.all(
      [...paths].map(async (path) => [documentUri(state, 'head', path), await this.#diagnostics(state, path)] as const),
    );
    if (this.#runs.state !== state) return;
    this.#collection.clear();
    for (const [uri, diagnostics] of shown) this.#collection.set(uri, diagnostics);
  }

  dispose(): void {
    for (const pause of this.#pauses.values()) clearTimeout(pause);
    this.#typing.dispose();
    this.#collection.dispose();
  }

  #moveAfterPause(path: string): void {
    clearTimeout(this.#pauses.get(path));
    this.#pauses.set(
      path,
      setTimeout(() => void this.#move(path), typingPauseMs),
    );
  }

  async #move(path: string): Promise<void> {
    const { state } = this.#runs;
    if (state.kind !== 'done') return;
    const diagnostics = await this.#diagnostics(state, path);
    if (this.#runs.state === state) this.#collection.set(documentUri(state, 'head', path), diagnostics);
  }

  async #diagnostics(state: DoneState, path: string): Promise<Diagnostic[]> {
    const findings = countedAtHead(state).filter(({ location }) => location.path === path);
    const placed = findings.length === 0 ? [] : await placedFindings(this.#places, state, path, findings);
    return placed.map(({ finding, range }) => diagnostic(state, finding, range));
  }
}

function countedAtHead({ answer: { review } }: DoneState): readonly Finding[] {
  return review.findings.filter((finding) => finding.location.side === 'head' && isCounted(finding, review));
}

const levels: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  note: DiagnosticSeverity.Information,
};

/** What is found can be struck out where it is known to be dead. */
const tags: Readonly<Record<string, readonly DiagnosticTag[]>> = {
  'readability/commented-out-code': [DiagnosticTag.Unnecessary],
};

function diagnostic(state: DoneState, finding: Finding, range: Range): Diagnostic {
  const result = new Diagnostic(range, plainText(localisedMessage(finding)), levels[finding.severity]);
  result.source = problemSource;
  result.code = { value: finding.rule, target: Uri.parse(explainLink(finding.rule), true) };
  result.tags = [...(tags[finding.rule] ?? [])];
  result.relatedInformation = finding.related.map(
    (place) =>
      new DiagnosticRelatedInformation(
        new EditorLocation(documentUri(state, place.side, place.path), editorRange(place)),
        plainText(localised(place.caption)),
      ),
  );
  return result;
}
