import type { FileFacts } from '../../code/facts.ts';
import type { ModuleFacts, Touched } from '../../code/language.ts';
import { syntaxErrors } from '../../syntax/errors.ts';
import type { SyntaxTree } from '../../syntax/tree.ts';
import { commentsOf } from './comments.ts';
import { readNamed } from '../named-by-touched.ts';
import type { Declaring } from './declarations/declaring.ts';
import { readingOf } from './body/lower.ts';
import { exportsOf, importsOf, moduleSymbol } from './declarations/module-facts.ts';
import { testsOf } from './tests/tests.ts';
import { declareMembers } from './declarations/types.ts';

/** Reads what a file imports, and what a module exports. */
export function readModule(tree: SyntaxTree, { path, text }: { readonly path: string; readonly text: string }): ModuleFacts {
  const reading = readingOf(text);
  const nodes = tree.rootNode.namedChildren;
  const { qualifiedName } = moduleSymbol({ reading, touched: [] }, path, nodes);
  return { name: qualifiedName, imports: importsOf(reading, nodes), exports: exportsOf(reading, nodes) };
}

export function extractJava(
  tree: SyntaxTree,
  request: { readonly path: string; readonly text: string; readonly touched: Touched },
): FileFacts {
  const { path, text, touched } = request;
  const reading = readingOf(text);
  const declaring: Declaring = { reading, touched, symbols: [], unread: [] };
  const nodes = tree.rootNode.namedChildren;
  const module = moduleSymbol(declaring, path, nodes);
  declaring.symbols.push(module);
  const inPackage = nodes.some((node) => node.type === 'package_declaration');
  declareMembers(declaring, nodes, {
    scope: { parent: 0, name: module.name, qualifiedName: inPackage ? module.qualifiedName : '', kind: 'module', visibility: 'public' },
    depth: 0,
  });
  const imports = importsOf(reading, nodes);
  const { symbols, unread } = declaring;
  readNamed(symbols, unread);
  return {
    path,
    language: 'java',
    symbols,
    imports,
    exports: exportsOf(reading, nodes),
    comments: commentsOf(tree, text, touched, symbols),
    tests: testsOf(symbols, imports, { path, text }),
    errors: [...syntaxErrors(tree), ...reading.tooDeep].sort((a, b) => a.start - b.start || a.end - b.end),
  };
}
