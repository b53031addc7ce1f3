import assert from 'node:assert/strict';
import {
  commands,
  languages,
  Position,
  workspace,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type MarkdownString,
  type TextDocument,
} from 'vscode';
import { writeFileSync } from 'node:fs';
import { file, product, startClean, until } from './product.ts';

describe('plumbline.yaml', () => {
  before(async () => {
    await startClean(await product());
  });
  after(async () => {
    await startClean(await product());
  });

  it('completes rules, severities and options', async () => {
    assert.deepEqual(
      (await completionsAt('rules:\n  sec|')).filter((label) => label.startsWith('security/hard')),
      ['security/hardcoded-secret'],
    );
    assert.deepEqual(await completionsAt('rules:\n  security/hardcoded-secret: |'), ['error', 'note', 'off', 'warning']);
    assert.deepEqual(await completionsAt('gate:\n  failOn: |'), ['error', 'never', 'note', 'warning']);
    assert.ok((await completionsAt('rules:\n  versioning/oversized-change:\n    |')).includes('severity'));
    assert.ok((await completionsAt('|')).includes('minimumConfidence'));
  });

  it('marks what is wrong while it is written', async () => {
    const { document } = await documentWith('rules:\n  security/hardcoded-secrets: error\ngate:\n  failOn: often|');
    await until('both are marked', () => problemsIn(document).length === 2);
    assert.deepEqual(problemsIn(document), [
      '2:3-2:36 There is no rule "security/hardcoded-secrets" (did you mean "security/hardcoded-secret"?).',
      '4:11-4:16 "often" is not one of error, warning, note, never.',
    ]);
    await documentWith('gate:\n  failOn: never|');
    await until('nothing is marked', () => problemsIn(document).length === 0);
  });

  it('explains what is written', async () => {
    assert.match(await hoverAt('rules:\n  security/hard|coded-secret: error'), /secret/i);
    assert.match(await hoverAt('minimum|Confidence: high'), /less sure/);
  });
});

async function documentWith(marked: string): Promise<{ document: TextDocument; position: Position }> {
  const before = marked.slice(0, marked.indexOf('|'));
  const uri = file('plumbline.yaml');
  writeFileSync(uri.fsPath, marked.replace('|', ''));
  const document = await languages.setTextDocumentLanguage(await workspace.openTextDocument(uri), 'yaml');
  await commands.executeCommand('workbench.action.files.revert', uri);
  while (document.getText() !== marked.replace('|', '')) await new Promise((resolve) => setTimeout(resolve, 20));
  const lines = before.split('\n');
  return { document, position: new Position(lines.length - 1, lines.at(-1)!.length) };
}

function problemsIn({ uri }: TextDocument): readonly string[] {
  return languages
    .getDiagnostics(uri)
    .map(
      ({ range: { start, end }, message }) => `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1} ${message}`,
    );
}

async function completionsAt(marked: string): Promise<string[]> {
  const { document, position } = await documentWith(marked);
  const { items } = await commands.executeCommand<CompletionList>('vscode.executeCompletionItemProvider', document.uri, position);
  return items
    .filter(isOwn)
    .map(({ label }) => label as string)
    .sort();
}

/** Words of the text are offered by the editor itself. */
function isOwn({ range }: CompletionItem): boolean {
  return range !== undefined;
}

async function hoverAt(marked: string): Promise<string> {
  const { document, position } = await documentWith(marked);
  const hovers = await commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content as MarkdownString).value)).join('\n');
}
