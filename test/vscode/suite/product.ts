import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { extensions, languages, Uri, window, workspace, type Diagnostic, type TextDocument } from 'vscode';
import type { ExtensionParts } from '../../../src/vscode/extension.ts';
import type { DoneState, ReviewState } from '../../../src/vscode/review-state.ts';
import type { TreeNode } from '../../../src/vscode/tree-nodes.ts';

/** The folder that is open, with the repository under review. */
export const folder = (workspace.workspaceFolders ?? [])[0]!.uri.fsPath;

/** The extension under test, active. */
export async function product(): Promise<ExtensionParts> {
  const extension = extensions.all.find(({ packageJSON }) => (packageJSON as { name?: string }).name === 'plumbline');
  assert.ok(extension, 'The extension is not there');
  const parts = (await extension.activate()) as ExtensionParts | undefined;
  assert.ok(parts, 'The extension was not activated for tests');
  return parts;
}

/** Puts the working tree back to what is committed, closes the editors and forgets the review. */
export async function startClean({ runs }: ExtensionParts): Promise<void> {
  for (const document of workspace.textDocuments) if (document.isDirty && document.uri.scheme === 'file') await revert(document);
  for (const group of window.tabGroups.all) await window.tabGroups.close(group);
  git('reset', '--quiet', '--hard', 'feature');
  git('clean', '--quiet', '-fd');
  runs.clear();
}

async function revert(document: TextDocument): Promise<void> {
  await document.save();
}

export function git(...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=Plumbline', '-c', 'user.email=tests@plumbline.invalid', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

export function file(path: string): Uri {
  return Uri.joinPath(Uri.file(folder), path);
}

export function done(state: ReviewState): DoneState {
  assert.ok(state.kind === 'done', JSON.stringify(state));
  return state;
}

/** The rows of the view as text, indented, without those below findings. */
export function rows({ tree }: ExtensionParts): string[] {
  const below = (nodes: readonly TreeNode[], indent: string): string[] =>
    nodes.flatMap((node) => {
      const { label, description } = tree.getTreeItem(node);
      const children = node.kind === 'finding' ? [] : below(tree.getChildren(node), `${indent}  `);
      return [`${indent}${label as string} | ${description as string}`, ...children];
    });
  return below(tree.getChildren(), '');
}

/** Plumbline's diagnostics of a file, as `line:column severity rule`. */
export function problems(uri: Uri): string[] {
  return own(uri).map(
    ({ range, severity, code }) => `${range.start.line + 1}:${range.start.character + 1} ${severity} ${(code as { value: string }).value}`,
  );
}

export function own(uri: Uri): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source }) => source === 'Plumbline');
}

/** Waits until a condition holds, 10 s at most. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 10_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
