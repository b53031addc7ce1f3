import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Reads a `.wasm` file by its name: its bytes, or the module compiled from them,
 * which worker threads can share instead of compiling each their own.
 */
export type LoadWasm = (file: string) => Promise<Uint8Array | WebAssembly.Module>;

/** The parser's own code. */
export const coreWasm = 'web-tree-sitter.wasm';

/** The file of a grammar, e.g. `java` → `tree-sitter-java.wasm`. */
export function grammarWasm(grammar: string): string {
  return `tree-sitter-${grammar}.wasm`;
}

/** Package of every `.wasm` file that is not in the package of its own name. */
const packages: Readonly<Record<string, string>> = {
  'tree-sitter-tsx.wasm': 'tree-sitter-typescript',
};

/** Reads from the built product: the core beside the bundle, grammars in `grammars/`. */
export function locateWasm(distDirectory: string): LoadWasm {
  return (file) => readFile(file === coreWasm ? join(distDirectory, file) : join(distDirectory, 'grammars', file));
}

/** Reads from the packages of a checkout: for development and tests. */
export function locateWasmInPackages(projectDirectory: string): LoadWasm {
  return (file) => readFile(join(projectDirectory, 'node_modules', packages[file] ?? file.replace(/\.wasm$/, ''), file));
}
