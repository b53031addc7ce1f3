import { FileSystemError, Range, workspace, type Uri } from 'vscode';
import type { Side } from '../change/change-set.ts';
import type { Finding, Location } from '../finding/finding.ts';
import type { Engine } from './engine-client.ts';
import { documentUri, openDocument } from './reviewed-documents.ts';
import { isInWorkingTree, type DoneState } from './review-state.ts';
import { TextDrift, type Span } from '../change/text-drift.ts';

/** Where findings are in the documents as they are now, edits since the review included. */
export class FindingPlaces {
  readonly #engine: Engine;
  #texts: { readonly generation: number; readonly byPath: Map<string, Promise<string | undefined>> } = { generation: 0, byPath: new Map() };

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** How a head text has drifted since it was reviewed; undefined where the file is gone. */
  async drift(state: DoneState, path: string): Promise<TextDrift | undefined> {
    const uri = documentUri(state, 'head', path);
    const [reviewed, current] = await Promise.all([this.reviewedText(state, 'head', path), currentText(state, uri)]);
    return reviewed === undefined || current === undefined ? undefined : new TextDrift(reviewed, current);
  }

  /** Where a location is now; undefined where its lines were edited, or the file is gone. */
  async range(state: DoneState, location: Location): Promise<Range | undefined> {
    if (location.side === 'base') return editorRange(location);
    const span = (await this.drift(state, location.path))?.span(location);
    return span && editorRange(span);
  }

  /** The text that was reviewed. */
  reviewedText(state: DoneState, side: Side, path: string): Promise<string | undefined> {
    if (this.#texts.generation !== state.generation) this.#texts = { generation: state.generation, byPath: new Map() };
    const { byPath } = this.#texts;
    const key = `${side}:${path}`;
    const text = byPath.get(key) ?? this.#engine.text({ side, path }).catch(() => undefined);
    byPath.set(key, text);
    return text;
  }
}

/** The findings in a file's head text, the drifted ones left out, each with its range now. */
export async function placedFindings(
  places: FindingPlaces,
  state: DoneState,
  path: string,
  findings: readonly Finding[],
): Promise<readonly { readonly finding: Finding; readonly range: Range }[]> {
  const drift = await places.drift(state, path);
  if (!drift) return [];
  return findings.flatMap((finding) => {
    const span = finding.location.path === path && finding.location.side === 'head' ? drift.span(finding.location) : undefined;
    return span ? [{ finding, range: editorRange(span) }] : [];
  });
}

/** The editor counts from 0. */
export function editorRange({ start, end }: Span): Range {
  return new Range(start.line - 1, start.column - 1, end.line - 1, end.column - 1);
}

/** The text of a document, open or on disk; undefined where there is none. */
async function currentText(state: DoneState, uri: Uri): Promise<string | undefined> {
  const document = openDocument(uri);
  if (document) return document.getText();
  if (!isInWorkingTree(state.question)) return (await workspace.openTextDocument(uri)).getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof FileSystemError) return undefined;
    throw error;
  }
}
