import { window, workspace, type Uri } from 'vscode';

/** The folder to review: the only one, that of the active editor, or the one the person picks; undefined where there is none. */
export async function chooseFolder(): Promise<Uri | undefined> {
  const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
  if (folders.length < 2) return folders[0]?.uri;
  const active = window.activeTextEditor && workspace.getWorkspaceFolder(window.activeTextEditor.document.uri);
  return (active ?? (await window.showWorkspaceFolderPick()))?.uri;
}
