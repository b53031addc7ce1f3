import { posix } from 'node:path';
import type { SourceFile } from '../../../code/code-change.ts';
import type { ImportFact } from '../../../code/facts.ts';
import { importedPath, isModuleItself as standsForModule, moduleName, withoutScriptSuffix } from '../../../code/module-name.ts';
import type { Edit } from '../../../finding/draft.ts';

/** How a test can call what a file exports, and what has to be added for it. */
export interface Reached {
  /** `total`, `carts.total`. */
  readonly name: string;
  readonly edits: readonly Edit[];
}

/** How a test file gets at an export of a production file, with imports as those of another; undefined where it is not exported. */
export function reachExport(
  test: SourceFile,
  production: SourceFile,
  name: string,
  usesRequire: boolean,
  like = test,
): Reached | undefined {
  const exported = production.facts?.exports.find((each) => each.source === undefined && (each.name === name || each.exported === name));
  if (!exported) return undefined;
  const imports = (test.facts?.imports ?? []).filter(({ source, typeOnly }) => !typeOnly && isImportOf(test, source, production));
  const known = imports.map((each) => nameThrough(each, exported.exported, name)).find((each) => each !== undefined);
  return known === undefined ? imported(test, production, exported.exported, { own: name, usesRequire, like }) : { name: known, edits: [] };
}

/** `module.exports = total` and `export = total`, too. */
function isModuleItself(exported: string): boolean {
  return exported === 'export=' || standsForModule(exported);
}

function nameThrough({ name, local }: ImportFact, exported: string, own: string): string | undefined {
  if (local === '') return undefined;
  if (name === exported || (name === 'default' && isModuleItself(exported))) return local;
  if (name === '*') return isModuleItself(exported) ? local : `${local}.${own}`;
  return undefined;
}

function isImportOf({ path }: SourceFile, source: string, production: SourceFile): boolean {
  return importedPath(path, source) === withoutScriptSuffix(production.path);
}

interface Importing {
  readonly own: string;
  readonly usesRequire: boolean;
  readonly like: SourceFile;
}

function imported(test: SourceFile, production: SourceFile, exported: string, { own, usesRequire, like }: Importing): Reached {
  const source = sourceFrom(test.path, production.path, usesRequire, like);
  const isWhole = isModuleItself(exported);
  const name = isWhole ? moduleName(production.path) : own;
  const what = isWhole ? name : exported === name ? `{ ${name} }` : `{ ${exported} as ${name} }`;
  const line = usesRequire ? `const ${what.replace(' as ', ': ')} = require(${source});` : `import ${what} from ${source};`;
  const at = endOfImports(test, usesRequire);
  return { name, edits: [{ file: test, range: { start: at, end: at }, newText: `${line}\n` }] };
}

/** As a test writes its relative imports: with or without a suffix, in the same quotes. */
function sourceFrom(test: string, production: string, usesRequire: boolean, like: SourceFile): string {
  const relative = posix.relative(posix.dirname(test), withoutScriptSuffix(production));
  const path = relative.startsWith('.') ? relative : `./${relative}`;
  const others = (like.facts?.imports ?? []).filter(({ source }) => source.startsWith('.'));
  const written = others.map(({ source }) => /\.[cm]?[jt]sx?$/.exec(source)?.[0]).find((each) => each !== undefined);
  // Node asks for the suffix of a module that is imported.
  const asked = others.length === 0 && !usesRequire ? (/\.[cm]?jsx?$/.exec(production)?.[0] ?? '') : '';
  const quote = like.text.includes('from "') || like.text.includes('require("') ? '"' : "'";
  return `${quote}${path}${written ?? asked}${quote}`;
}

/** After the last line that imports something. */
function endOfImports({ facts, lines, text }: SourceFile, usesRequire: boolean): number {
  const imports = (facts?.imports ?? []).filter(({ local, range }) => local !== '' || !usesRequire || range.start === 0);
  const last = Math.max(-1, ...imports.map(({ range }) => range.end));
  if (last < 0) return 0;
  return Math.min(text.length, lines.lineRange(lines.position(last).line).end);
}
