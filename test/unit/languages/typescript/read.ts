import type { FileFacts, SymbolFact } from '../../../../src/code/facts.ts';
import type { Language, ModuleFacts, Touched } from '../../../../src/code/language.ts';
import { javascript, typescript } from '../../../../src/languages/typescript/language.ts';
import { SyntaxParser } from '../../../../src/syntax/parser.ts';
import type { SyntaxTree } from '../../../../src/syntax/tree.ts';
import { locateWasmInPackages } from '../../../../src/syntax/wasm-files.ts';

const parser = new SyntaxParser(locateWasmInPackages(process.cwd()));

/** The facts of a text; the path's suffix tells the language. */
export async function read(text: string, path = 'src/a.ts', touched: Touched = 'all'): Promise<FileFacts> {
  return inTree(text, path, (tree, language) => language.extract(tree, { path, text, touched }));
}

/** What a text is as a module. */
export async function readModule(path: string, text: string): Promise<ModuleFacts> {
  return inTree(text, path, (tree, language) => language.module(tree, { path, text }));
}

async function inTree<Result>(
  text: string,
  path: string,
  ask: (tree: SyntaxTree, language: Language<SyntaxTree>) => Result,
): Promise<Result> {
  const suffix = path.slice(path.lastIndexOf('.'));
  const language = suffix in javascript.grammars ? javascript : typescript;
  const grammar = language.grammars[suffix];
  if (grammar === undefined) throw new Error(`No grammar for ${path}`);
  const { tree, failure } = await parser.parse(grammar, text);
  if (!tree) throw new Error(failure.message);
  const result = ask(tree, language);
  tree.delete();
  return result;
}

/** Every symbol but the module in a line: visibility, modifiers, kind, qualified name, signature. */
export async function symbols(text: string, path?: string): Promise<string[]> {
  return (await read(text, path)).symbols.slice(1).map(line);
}

function line(symbol: SymbolFact): string {
  const typeParameters = symbol.typeParameters.map(
    ({ name, bound, default: fallback }) =>
      `${name}${bound === undefined ? '' : ` extends ${bound}`}${fallback === undefined ? '' : ` = ${fallback}`}`,
  );
  const parameters = symbol.parameters?.map(
    ({ name, type, optional, rest, default: value }) =>
      `${rest ? '...' : ''}${name}${optional ? '?' : ''}${type === undefined ? '' : `: ${type}`}${value === undefined ? '' : ` = ${value}`}`,
  );
  const words = [symbol.visibility, ...symbol.modifiers, symbol.kind].join(' ');
  const supertypes = symbol.supertypes.map(({ relation, type }) => ` ${relation} ${type}`).join('');
  return `${words} ${symbol.qualifiedName}${typeParameters.length > 0 ? `<${typeParameters.join(', ')}>` : ''}${parameters ? `(${parameters.join(', ')})` : ''}${symbol.type === undefined ? '' : `: ${symbol.type}`}${supertypes}`;
}

/** A value without its ranges, for comparison. */
export function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (/^range$|Range$/.test(key) ? [] : [[key, bare(each)]])));
}
