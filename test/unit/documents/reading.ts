import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/base/line-index.ts';
import type { SourceFile } from '../../../src/code/code-change.ts';
import type { DocumentNode, SourceDocument } from '../../../src/code/document-node.ts';
import { DocumentReader } from '../../../src/documents/document-reader.ts';

export function textFile(path: string, text: string): SourceFile {
  return { side: 'head', path, text, lines: new LineIndex(text), role: 'configuration', touched: [], secrets: [] };
}

export async function readText(path: string, text: string): Promise<SourceDocument | undefined> {
  const reader = new DocumentReader();
  await reader.prepare(path);
  return reader.read(textFile(path, text));
}

/** The only root of a text. */
export async function rootOf(path: string, text: string): Promise<DocumentNode> {
  const document = await readText(path, text);
  assert.equal(document?.error, undefined);
  const [root] = document?.roots ?? [];
  assert.ok(root);
  return root;
}

/** A node without its places, as JSON would have it. */
export function plain(node: DocumentNode | undefined): unknown {
  if (!node) return undefined;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(plain);
  return Object.fromEntries([...node.members].map(([name, value]) => [name, plain(value)]));
}

/** What stands in the text where a node is said to be. */
export function written(node: DocumentNode | undefined): string | undefined {
  return node?.file.text.slice(node.range.start, node.range.end);
}
