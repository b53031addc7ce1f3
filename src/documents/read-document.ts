import { isNestedTooDeeply } from '../base/yaml-nesting.ts';
import type { SourceFile } from '../code/code-change.ts';
import type { DocumentError, DocumentFormat, DocumentNode, SourceDocument } from '../code/document-node.ts';

/** What a reader makes of a text: its roots, and what is wrong with it. It may throw: what is thrown is what is wrong. */
export interface DocumentRead {
  readonly roots: readonly DocumentNode[];
  readonly broken?: string | undefined;
}

export type ReadFormat = (file: SourceFile) => DocumentRead;

/** Longer texts (UTF-16 units) are not read: the parsers would take seconds. */
const longest: Readonly<Record<DocumentFormat, number>> = {
  json: 40_000_000,
  yaml: 6_000_000,
  xml: 6_000_000,
  hcl: 6_000_000,
  properties: 6_000_000,
  dockerfile: 500_000,
  toml: 1_200_000,
};

/** Levels; none that people write come near. */
const deepest = 300;

/** Reads a document. Never throws: what is broken, too large or too deep is its error. */
export function readDocument(file: SourceFile, format: DocumentFormat, read: ReadFormat): SourceDocument {
  const { length } = file.text;
  if (length > longest[format]) return failed(format, 'too-large', `it has more than ${longest[format]} characters`);
  if (mayNest(format) && isNestedTooDeeply(file.text, deepest)) return failed(format, 'too-deep', 'it is nested too deeply');
  try {
    const { roots, broken } = read(file);
    return { format, roots, ...(broken !== undefined && { error: { kind: 'broken', reason: broken } }) };
  } catch (error) {
    if (error instanceof RangeError) return failed(format, 'too-deep', 'it is nested too deeply');
    return failed(format, 'broken', error instanceof Error ? error.message : String(error));
  }
}

function mayNest(format: DocumentFormat): boolean {
  return format === 'json' || format === 'yaml' || format === 'hcl' || format === 'toml';
}

function failed(format: DocumentFormat, kind: DocumentError['kind'], reason: string): SourceDocument {
  return { format, roots: [], error: { kind, reason } };
}
