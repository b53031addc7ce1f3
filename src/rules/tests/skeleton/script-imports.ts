import { posix } from 'node:path';
import type { SourceFile } from '../../../code/code-change.ts';
import type { ImportFact } from '../../../code/facts.ts';
import { importedPath, isModuleItself as standsForModule, moduleName, withoutScriptSuffix } from '../../../code/module-name.ts';
import type { Edit } from '../../../finding/draft.ts';
import { stemOf } from '../gaps/near.ts';
import { writingOf } from './script-text.ts';

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
  const imports = (test.facts?.imports ?? []).filter(({ typeOnly, local }) => !typeOnly && local !== '');
  const own = imports.filter(({ source }) => isImportOf(test, source, production));
  const known = own.map((each) => nameThrough(each, exported.exported, name)).find((each) => each !== undefined);
  if (known !== undefined) return { name: known, edits: [] };
  const wanted = isModuleItself(exported.exported) ? moduleName(production.path) : name;
  if (isKnownOtherwise(wanted, exported.exported, test, production)) return { name: wanted, edits: [] };
  if (isTaken(wanted, test)) return undefined;
  const list = wanted === exported.exported ? own.find(isOfList) : undefined;
  if (list) return { name: wanted, edits: [{ file: test, ...withName(wanted, list, test) }] };
  return imported(test, production, exported.exported, { own: wanted, usesRequire, like });
}

/** Whether a test file has it from elsewhere: from what exports it again, by an alias, or as `const total = carts.total`. */
function isKnownOtherwise(wanted: string, exported: string, { facts }: SourceFile, { path }: SourceFile): boolean {
  const found = facts?.imports.find(({ local, typeOnly }) => local === wanted && !typeOnly);
  if (found && isOfList(found)) return found.name === exported;
  if (found) return isModuleItself(exported) && (found.source.startsWith('.') || stemOf(found.source) === stemOf(path));
  return facts?.symbols.some(({ name, kind }) => name === wanted && kind === 'variable') ?? false;
}

function isTaken(name: string, { facts }: SourceFile): boolean {
  return (
    facts?.imports.some(({ local }) => local === name) === true ||
    facts?.symbols.some((symbol) => symbol.name === name && symbol.kind !== 'module') === true
  );
}

/** `import { a } from`, `const { a } = require(…)`. */
function isOfList({ name }: ImportFact): boolean {
  return name !== 'default' && name !== '*';
}

/** One more name in the list of an import. */
function withName(
  name: string,
  { range }: ImportFact,
  { text }: SourceFile,
): Pick<Extract<Edit, { file: SourceFile }>, 'range' | 'newText'> {
  const close = text.lastIndexOf('}', range.end);
  const open = text.lastIndexOf('{', close);
  const inside = text.slice(open + 1, close);
  const last = inside.trimEnd();
  const at = open + 1 + last.length;
  const indent = /\n([ \t]+)\S/.exec(inside)?.[1];
  const before = indent === undefined ? ' ' : `\n${indent}`;
  return { range: { start: at, end: at }, newText: last.endsWith(',') ? `${before}${name},` : `,${before}${name}` };
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

function imported(
  test: SourceFile,
  production: SourceFile,
  exported: string,
  { own: name, usesRequire, like }: Importing,
): Reached | undefined {
  const source = sourceFrom(test.path, production.path, usesRequire, like);
  if (source === undefined) return undefined;
  const { quote, end, space } = writingOf(like);
  const what = isModuleItself(exported) ? name : `{${space}${exported === name ? name : `${exported} as ${name}`}${space}}`;
  const from = `${quote}${source}${quote}`;
  const line = usesRequire ? `const ${what.replace(' as ', ': ')} = require(${from})${end}` : `import ${what} from ${from}${end}`;
  const at = endOfImports(test);
  return { name, edits: [{ file: test, range: { start: at, end: at }, newText: `${line}\n` }] };
}

/** As a test writes its relative imports: with or without a suffix. Undefined where a plain script would have to load TypeScript by a name that only a compiler understands. */
function sourceFrom(test: string, production: string, usesRequire: boolean, like: SourceFile): string | undefined {
  const relative = posix.relative(posix.dirname(test), withoutScriptSuffix(production));
  const path = relative.startsWith('.') ? relative : `./${relative}`;
  const others = (like.facts?.imports ?? []).filter(({ source }) => source.startsWith('.'));
  const written = others.map(({ source }) => /\.[cm]?[jt]sx?$/.exec(source)?.[0]).find((each) => each !== undefined);
  const own = /\.[cm]?[jt]sx?$/.exec(production)?.[0] ?? '';
  // Node asks for the suffix of a module that is imported.
  const asked = others.length === 0 && !usesRequire && own.includes('j') ? own : '';
  const suffix = written === undefined ? asked : written.includes('t') ? own : written;
  return own.includes('t') && suffix.includes('j') && /\.[cm]?jsx?$/.test(test) ? undefined : `${path}${suffix}`;
}

/** After the last line of the top that imports something. */
function endOfImports({ facts, lines, text }: SourceFile): number {
  const startOf = (offset: number): number => lines.lineRange(lines.position(offset).line).start;
  const imports = (facts?.imports ?? []).filter(({ range }) =>
    /^(?:import|const|let|var|export)\b/.test(text.slice(startOf(range.start), range.end)),
  );
  const last = Math.max(-1, ...imports.map(({ range }) => range.end));
  if (last < 0) return 0;
  return Math.min(text.length, lines.lineRange(lines.position(last).line).end);
}
