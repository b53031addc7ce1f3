import type { Notice } from '../../base/notice.ts';
import type { SourceFile } from '../../code/code-change.ts';

/** That not all schemas of a document were compared. */
export function tooComplex({ path }: SourceFile): Notice {
  return {
    id: 'contract-too-complex',
    message: `\`${path}\` has schemas that are nested too deeply or used in too many ways, so that not all were compared.`,
    remedy: 'Compare the document by hand, or split its schemas.',
    path,
    incomplete: true,
  };
}
