import { LineCounter, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document, Node, Pair } from 'yaml';
import { isNestedTooDeeply } from '../base/yaml-nesting.ts';
import type { Problem } from './problem.ts';
import type { Provenance } from './provenance.ts';

/** Keys and indexes that lead to a value, e.g. `['overrides', 0, 'paths']`. */
export type ValuePath = readonly (string | number)[];

/** A YAML text as plain data, with the place of everything in it. */
export interface LocatedYaml {
  readonly value: unknown;
  /** Where a key is written (an item, in a list); the nearest place around it where it is not written. */
  placeOf(path: ValuePath): Provenance;
  /** Where the value at a path is written; its key, where there is nothing behind it. */
  placeOfValue(path: ValuePath): Provenance;
  /** Where a character of the text at a path is written; where the text begins, if that cannot be said. */
  placeInText(path: ValuePath, index: number): Provenance;
}

/** UTF-16 units. Standards are written by hand. */
const maximumLength = 64 * 1024;
/** Aliases may multiply a small text to gigabytes. */
const maximumAliases = 100;

/** Levels. The parser recurses, and a stack that runs out inside of it can end the whole process. */
const maximumDepth = 50;

/** Reads a YAML text that may be hostile. Never throws: gives the data, or what is wrong. */
export function readYaml(source: string, text: string): LocatedYaml | readonly Problem[] {
  if (text.length > maximumLength) return [{ source, message: `The file is larger than ${maximumLength / 1024} KB.` }];
  if (isNestedTooDeeply(text, maximumDepth))
    return [{ source, message: `The file is nested too deeply (at most ${maximumDepth} levels).` }];
  const lines = new LineCounter();
  const placeAt = (offset: number): Provenance => toProvenance(source, lines, offset);
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const problems = [...document.errors, ...document.warnings].map((error) => ({
      ...placeAt(error.pos[0]),
      message: `Not valid YAML: ${error.message}`,
    }));
    if (problems.length > 0) return problems;
    const value: unknown = document.toJS({ maxAliasCount: maximumAliases });
    return {
      value: value ?? {},
      placeOf: (path) => placeAt(offsetOf(document, path)),
      placeOfValue: (path) => placeAt(offsetOfValue(document, path)),
      placeInText: (path, index) => placeAt(offsetInText(document, text, path, index)),
    };
  } catch (error) {
    return [{ source, message: `The file cannot be read: ${reasonOf(error)}.` }];
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ReferenceError) return `its aliases unfold to too much (at most ${maximumAliases})`;
  return error instanceof Error ? error.message : String(error);
}

function toProvenance(source: string, lines: LineCounter, offset: number): Provenance {
  const { line, col } = lines.linePos(offset);
  return { source, line: Math.max(line, 1), column: Math.max(col, 1) };
}

function offsetOf(document: Document.Parsed, path: ValuePath): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    const pair = pairOf(node, step);
    const next: unknown = pair ? pair.value : itemOf(node, step);
    offset = startOf(pair?.key) ?? startOf(next) ?? offset;
    node = isAlias(next) ? next.resolve(document) : next;
    if (node === undefined) break;
  }
  return offset;
}

function offsetOfValue(document: Document.Parsed, path: ValuePath): number {
  const node = document.getIn(path, true);
  const isWritten = isNode(node) && !(isScalar(node) && node.value === null && node.source === '');
  return (isWritten ? startOf(node) : undefined) ?? offsetOf(document, path);
}

function offsetInText(document: Document.Parsed, text: string, path: ValuePath, index: number): number {
  const node = document.getIn(path, true);
  if (!isScalar(node) || !node.range || typeof node.value !== 'string') return offsetOf(document, path);
  const [start, end] = node.range;
  if (node.type === 'BLOCK_LITERAL') return offsetInBlock(text, start, node.value.slice(0, index));
  if (text.slice(start, end).includes('\n')) return start;
  return Math.min(end, start + index + (node.type === 'PLAIN' ? 0 : 1));
}

/** @param start of the block's header @param before the text before the character, without indentation */
function offsetInBlock(text: string, start: number, before: string): number {
  let line = text.indexOf('\n', start) + 1;
  const indentation = /^(?: *\r?\n)*( *)/.exec(text.slice(line))?.[1]?.length ?? 0;
  const rows = before.split('\n');
  for (let row = 1; row < rows.length; row++) line = text.indexOf('\n', line) + 1;
  return line + indentation + (rows.at(-1)?.length ?? 0);
}

function pairOf(node: unknown, key: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));
}

function itemOf(node: unknown, index: string | number): unknown {
  return isSeq(node) && typeof index === 'number' ? node.items[index] : undefined;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
