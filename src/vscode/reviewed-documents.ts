import { Uri, workspace, type Disposable, type TextDocument, type TextDocumentContentProvider } from 'vscode';
import { relative, sep } from 'node:path';
import type { Side } from '../change/change-set.ts';
import type { DoneState } from './review-state.ts';
import { isInWorkingTree } from './review-state.ts';

/** The scheme of read-only texts of a revision that was reviewed. */
export const revisionScheme = 'plumbline';

/** Where the text of a changed file at one side can be opened. */
export function documentUri(state: DoneState, side: Side, path: string): Uri {
  if (side === 'head' && isInWorkingTree(state.question)) return Uri.joinPath(Uri.file(state.answer.root), path);
  return Uri.from({ scheme: revisionScheme, path: `/${path}`, query: `${side}&${state.run}` });
}

/** The path of a document within the reviewed change, or undefined where it is no head text of it. */
export function reviewedPath(state: DoneState, { uri }: Pick<TextDocument, 'uri'>): string | undefined {
  if (uri.scheme === revisionScheme) return uri.query === `head&${state.run}` ? uri.path.slice(1) : undefined;
  if (uri.scheme !== 'file' || !isInWorkingTree(state.question)) return undefined;
  const path = relative(state.answer.root, uri.fsPath);
  return path.startsWith('..') ? undefined : path.split(sep).join('/');
}

/** The document that is open at a place, if it is. */
export function openDocument(uri: Uri): TextDocument | undefined {
  const name = uri.toString();
  return workspace.textDocuments.find((document) => document.uri.toString() === name);
}

/** Shows the texts of the reviewed revisions to the editor. */
export function registerRevisionDocuments(textOf: (side: Side, path: string) => Promise<string | undefined>): Disposable {
  const provider: TextDocumentContentProvider = {
    provideTextDocumentContent: ({ path, query }) => textOf(query.startsWith('base') ? 'base' : 'head', path.slice(1)),
  };
  return workspace.registerTextDocumentContentProvider(revisionScheme, provider);
}
