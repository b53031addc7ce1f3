import type { Place } from './place.ts';
import type { TextRange } from '../../base/text-range.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { Cursor } from './cursor.ts';
import { readEnum } from './parse-enum.ts';
import { readExtend, readMessage } from './parse-message.ts';
import { readService } from './parse-service.ts';
import type { ProtoField, ProtoFile, ProtoType } from './model.ts';
import { addOption, readOption } from './options.ts';
import { tokensOf } from './tokens.ts';

/** A file while it is read. */
interface Draft {
  syntax: string;
  syntaxRange: TextRange;
  package: string;
  packageRange: TextRange;
  readonly source: SourceFile;
  readonly imports: string[];
  readonly options: Map<string, string>;
  readonly optionRanges: Map<string, TextRange>;
  readonly types: ProtoType[];
  readonly extensions: ProtoField[];
}

const nowhere: TextRange = { start: 0, end: 0 };

/** Reads a file of any syntax or edition, with the position of everything. Throws ProtoSyntaxError. */
export function parseProto(source: SourceFile): ProtoFile {
  const cursor = new Cursor(tokensOf(source.text), source.text.length);
  const file: Draft = {
    source,
    syntax: 'proto2',
    syntaxRange: nowhere,
    package: '',
    packageRange: nowhere,
    imports: [],
    options: new Map(),
    optionRanges: new Map(),
    types: [],
    extensions: [],
  };
  while (!cursor.atEnd) readTopLevel(cursor, file);
  return file;
}

function readTopLevel(cursor: Cursor, file: Draft): void {
  const start = cursor.start;
  if (cursor.accepts(';')) return;
  if (cursor.accepts('syntax') || cursor.accepts('edition')) {
    cursor.take('=');
    file.syntax = cursor.takeString();
    cursor.take(';');
    file.syntaxRange = cursor.since(start);
  } else if (cursor.accepts('package')) {
    file.package = cursor.takeName();
    cursor.take(';');
    file.packageRange = cursor.since(start);
  } else if (cursor.accepts('import')) {
    if (cursor.peek()?.kind === 'word') cursor.next();
    file.imports.push(cursor.takeString());
    cursor.take(';');
  } else if (cursor.accepts('option')) {
    const name = readOption(cursor, (key, value) => {
      addOption(file.options, key, value);
    });
    cursor.take(';');
    file.optionRanges.set(name, cursor.since(start));
  } else readDeclaration(cursor, file);
}

function readDeclaration(cursor: Cursor, file: Draft): void {
  const prefix = file.package === '' ? '' : `${file.package}.`;
  const place: Place = { file, parent: file, prefix, types: file.types, extensions: file.extensions, depth: 0 };
  if (!cursor.accepts('export')) cursor.accepts('local');
  if (cursor.sees('message')) readMessage(cursor, place);
  else if (cursor.sees('enum')) readEnum(cursor, place);
  else if (cursor.sees('service')) readService(cursor, place);
  else if (cursor.sees('extend')) readExtend(cursor, place);
  else throw cursor.error(`\`${cursor.peek()?.text ?? ''}\` begins no declaration`);
}
