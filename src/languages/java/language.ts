import type { Language } from '../../code/language.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { javaExposures } from './exposure/exposures.ts';
import { extractJava, readModule } from './extract.ts';
import { internalReason } from './internal.ts';
import { roleOf } from './role.ts';

/** Java up to version 21. */
export const java: Language<SyntaxTree> = {
  id: 'java',
  name: 'Java',
  grammars: { '.java': 'java' },
  testPaths: ['test', 'Test', 'IT'],
  extract: extractJava,
  module: readModule,
  role: roleOf,
  exposures: javaExposures,
  internalReason,
};
