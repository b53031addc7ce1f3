import type { Language } from '../../code/language.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { readExposures } from './exposure/exposures.ts';
import { extractFacts, readModule } from './extract.ts';
import { internalReasonOf } from './internal.ts';
import { roleOf } from './role.ts';

/** TypeScript, with and without JSX, and declaration files. */
export const typescript: Language<SyntaxTree> = {
  id: 'typescript',
  name: 'TypeScript',
  grammars: { '.ts': 'typescript', '.mts': 'typescript', '.cts': 'typescript', '.tsx': 'tsx' },
  testPaths: ['test', 'Test', 'spec', 'Spec', 'e2e', 'cypress', '.cy'],
  extract: (tree, request) => extractFacts(tree, 'typescript', request),
  module: readModule,
  role: roleOf,
  exposures: (files, tree, _side, read) => readExposures(files, tree, read),
  internalReason: internalReasonOf,
};

/** JavaScript, with and without JSX: the same as TypeScript, with types from documentation comments. */
export const javascript: Language<SyntaxTree> = {
  ...typescript,
  id: 'javascript',
  name: 'JavaScript',
  grammars: { '.js': 'javascript', '.mjs': 'javascript', '.cjs': 'javascript', '.jsx': 'javascript' },
  extract: (tree, request) => extractFacts(tree, 'javascript', request),
};
