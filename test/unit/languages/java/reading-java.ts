import assert from 'node:assert/strict';
import type { FileFacts, SymbolFact } from '../../../../src/code/facts.ts';
import type { ModuleFacts, Touched } from '../../../../src/code/language.ts';
import { java } from '../../../../src/languages/java/language.ts';
import { SyntaxParser } from '../../../../src/syntax/parser.ts';
import { locateWasmInPackages } from '../../../../src/syntax/wasm-files.ts';

const parser = new SyntaxParser(locateWasmInPackages(process.cwd()));

/** The facts of a Java text, with every body unless told otherwise. */
export async function factsOf(
  text: string,
  { path = 'src/main/java/a/A.java', touched = 'all' }: { path?: string; touched?: Touched } = {},
): Promise<FileFacts> {
  const { tree } = await parser.parse('java', text);
  assert.ok(tree);
  const facts = java.extract(tree, { path, text, touched });
  tree.delete();
  return facts;
}

/** What a Java text is as a module. */
export async function moduleOf(path: string, text: string): Promise<ModuleFacts> {
  const { tree } = await parser.parse('java', text);
  assert.ok(tree);
  const module = java.module(tree, { path, text });
  tree.delete();
  return module;
}

/** One symbol by its qualified name; the first of several. */
export function symbolIn(facts: FileFacts, qualifiedName: string): SymbolFact {
  const symbol = facts.symbols.find((each) => each.qualifiedName === qualifiedName);
  assert.ok(symbol, `${qualifiedName} is not among ${facts.symbols.map((each) => each.qualifiedName).join(', ')}`);
  return symbol;
}

/** A value without its ranges, for comparing shapes. */
export function shape(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (/^(?:range|nameRange|bodyRange)$/.test(key) ? undefined : inner)));
}

/** One line a symbol: what callers see of it. */
export function outline(facts: FileFacts): string[] {
  return facts.symbols.slice(1).map((symbol) => {
    const parameters = symbol.parameters?.map(({ name, type, rest }) => `${type ?? '?'}${rest ? '...' : ''} ${name}`).join(', ');
    const words = [symbol.visibility, ...symbol.modifiers, symbol.kind, symbol.qualifiedName];
    return `${words.join(' ')}${parameters === undefined ? '' : `(${parameters})`}${symbol.type === undefined ? '' : `: ${symbol.type}`}`;
  });
}
