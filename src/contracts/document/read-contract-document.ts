import type { Notice } from '../../base/notice.ts';
import { remembered } from '../../base/remembered.ts';
import type { SourceFile } from '../../code/code-change.ts';
import type { SourceDocument } from '../../code/document-node.ts';
import { readDocument } from '../../documents/read-document.ts';
import { readJson } from '../../documents/read-json.ts';
import { readYaml } from '../../documents/read-yaml.ts';

/** Reads a JSON or YAML document, whatever its file is called. */
export const readContractDocument = remembered((file: SourceFile): SourceDocument => {
  const isJson = file.path.endsWith('.json') || /^\s{0,100}\{/.test(file.text);
  const format = isJson ? 'json' : 'yaml';
  // Files of a change are read once for all who ask.
  if (file.document?.format === format) return file.document;
  return isJson ? readDocument(file, 'json', readJson) : readDocument(file, 'yaml', readYaml);
});

/** Why a document is not compared. */
export function documentProblem(file: SourceFile, { error }: SourceDocument): Notice {
  const what = {
    'too-large': 'is too large to be compared',
    'too-deep': 'is nested too deeply to be compared',
    broken: `cannot be read (${error?.reason ?? 'it is empty'}) and is not compared`,
  }[error?.kind ?? 'broken'];
  return {
    id: error?.kind === 'too-large' ? 'contract-too-large' : 'contract-broken',
    message: `\`${file.path}\` at ${file.side} ${what}.`,
    remedy: 'Correct the document, or compare it by hand.',
    path: file.path,
    incomplete: true,
  };
}

/** That a document of the base is not compared; of that at head it is said when it is read. */
export function baseProblem(file: SourceFile): readonly Notice[] {
  return file.document?.error ? [documentProblem(file, file.document)] : [];
}
