import type { SourceFile } from '../code/code-change.ts';
import type { DocumentNode, ScalarNode } from '../code/document-node.ts';
import type { DocumentRead } from './read-document.ts';

const line = /^([ \t]*)([^\s#!;:=[][^\s:=]{0,500})([ \t]{0,40}[:= \t][ \t]{0,200})(.*)$/u;

/** Reads `name = value` lines: one object whose names are not split. A value that goes on in the next line is read as far as its first. */
export function readProperties(file: SourceFile): DocumentRead {
  const members = new Map<string, DocumentNode>();
  let offset = 0;
  for (const text of file.text.split('\n')) {
    const found = line.exec(text.replace(/\r$/, ''));
    if (found) members.set(found[2] ?? '', valueOf(found, offset, file));
    offset += text.length + 1;
  }
  return { roots: [{ kind: 'object', file, range: { start: 0, end: file.text.length }, members }] };
}

function valueOf([, white = '', name = '', between = '', value = '']: RegExpExecArray, offset: number, file: SourceFile): ScalarNode {
  const key = { start: offset + white.length, end: offset + white.length + name.length };
  const start = key.end + between.length;
  const trimmed = value.trimEnd();
  return { kind: 'scalar', file, key, range: { start, end: start + trimmed.length }, value: trimmed };
}
