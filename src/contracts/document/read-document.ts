import type { Notice } from '../../base/notice.ts';
import { isNestedTooDeeply } from '../../base/yaml-nesting.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { DocumentNode } from './document-node.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';

/** Longer texts (UTF-16 units) are not read: the parsers would take seconds. */
export const longestDocument = { json: 40_000_000, yaml: 6_000_000 };

/** Levels; none that people write come near. */
const deepest = 300;

export type DocumentRead = { readonly root: DocumentNode } | { readonly notice: Notice };

/** Reads a JSON or YAML document. Never throws: what is broken, too large or too deep is a notice. */
export function readDocument(file: SourceFile): DocumentRead {
  const format = looksLikeJson(file) ? 'json' : 'yaml';
  if (file.text.length > longestDocument[format]) return { notice: notRead(file, 'contract-too-large', 'is too large to be compared') };
  if (isNestedTooDeeply(file.text, deepest)) return { notice: notRead(file, 'contract-broken', 'is nested too deeply to be compared') };
  try {
    const root = format === 'json' ? readJson(file) : readYaml(file);
    return typeof root === 'string'
      ? { notice: notRead(file, 'contract-broken', `cannot be read (${root}) and is not compared`) }
      : { root };
  } catch (error) {
    const reason = error instanceof RangeError ? 'it is nested too deeply' : error instanceof Error ? error.message : String(error);
    return { notice: notRead(file, 'contract-broken', `cannot be read (${reason}) and is not compared`) };
  }
}

function looksLikeJson({ path, text }: SourceFile): boolean {
  return path.endsWith('.json') || /^\s{0,100}\{/.test(text);
}

function notRead(file: SourceFile, id: string, what: string): Notice {
  return {
    id,
    message: `\`${file.path}\` at ${file.side} ${what}.`,
    remedy: 'Correct the document, or compare it by hand.',
    path: file.path,
    incomplete: true,
  };
}
