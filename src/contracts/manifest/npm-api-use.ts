import { posix } from 'node:path';
import { uncommented, type ApiUse, type SearchedTree } from './api-use.ts';

/** Where sources of packages begin; what is built from them is not in the tree. */
const entries = ['index.d.ts', 'index.ts', 'src/index.ts', 'src/index.tsx', 'source/index.ts', 'lib/index.ts', 'src/main.ts', 'src/mod.ts'];
const mostFiles = 150;
const longest = 300_000;

/** What a file hands on to consumers: all that it exports, or these names. */
type Names = ReadonlySet<string> | 'all';

/** The first place where a package hands on a dependency, or has a type of it in a signature that it exports. Found from its entry by its re-exports. */
export async function npmApiUse(dependency: string, folder: string, { side, read }: SearchedTree): Promise<ApiUse | undefined> {
  let wave = new Map<string, Names>(entries.map((entry) => [posix.join(folder, entry), 'all']));
  const seen = new Set<string>();
  while (wave.size > 0 && seen.size < mostFiles) {
    const texts = await read(side, [...wave.keys()]);
    const next = new Map<string, Names>();
    for (const [path, whole] of texts) {
      seen.add(path);
      const text = uncommented(whole.slice(0, longest));
      const use = handedOn(text, dependency) ?? inSignature(text, dependency, wave.get(path) ?? 'all');
      if (use !== undefined) return { name: use, path };
      for (const [file, names] of reexports(text, path)) if (!seen.has(file)) next.set(file, next.has(file) ? 'all' : names);
    }
    wave = next;
  }
  return undefined;
}

/** Of a package, or of a file in it. */
function isOf(source: string, dependency: string): boolean {
  return source === dependency || source.startsWith(`${dependency}/`);
}

const statement =
  /^[ \t]*(import|export)\s+(type\s+)?(\*(?:\s+as\s+\w+)?|[\w$]+|(?:[\w$]+\s*,\s*)?\{[^{}]{0,5000}\})\s+from\s+["']([^"'\n]{1,200})["']/gm;

function handedOn(text: string, dependency: string): string | undefined {
  for (const { 1: verb, 3: what = '', 4: source = '' } of text.matchAll(statement)) {
    if (verb !== 'export' || !isOf(source, dependency)) continue;
    return what.startsWith('*') ? dependency : (localNames(what)[0]?.exported ?? dependency);
  }
  return undefined;
}

function* reexports(text: string, path: string): Generator<readonly [string, Names]> {
  for (const { 1: verb, 3: what = '', 4: source = '' } of text.matchAll(statement)) {
    if (verb !== 'export' || !source.startsWith('.')) continue;
    const names: Names = what.startsWith('*') ? 'all' : new Set(localNames(what).map(({ name }) => name));
    const stem = posix.join(posix.dirname(path), source).replace(/\.(?:d\.ts|[cm]?[jt]sx?)$/, '');
    for (const end of ['.ts', '.tsx', '.mts', '.d.ts', '/index.ts']) yield [`${stem}${end}`, names];
  }
}

/** `{ a as b, type C }` is a as b, and C as C; a single name is itself, and `* as x` is x. */
function localNames(what: string): readonly { readonly name: string; readonly exported: string }[] {
  return what
    .replaceAll(/[{}]/g, ',')
    .split(',')
    .map((each) => each.trim().replace(/^type\s+/, ''))
    .filter((each) => each !== '')
    .map((each) => {
      const [name = '', exported = name] = each.split(/(?<!\s)\s+as\s+/);
      return { name, exported };
    });
}

/** What is declared with `export`, up to where its body begins; the members of an interface and what a type stands for are all seen. */
const declaration =
  /^export\s+(?:default\s+)?(?:declare\s+)?(?:abstract\s+)?(?:(?:async\s+)?(function)\*?|(class)|(interface)|(type)|(?:const|let|var))\s+([\w$]+)/gm;

function inSignature(text: string, dependency: string, names: Names): string | undefined {
  const imported = [...text.matchAll(statement)].flatMap(({ 1: verb, 3: what = '', 4: source = '' }) =>
    verb === 'import' && isOf(source, dependency) ? localNames(what).map(({ exported }) => exported.replace(/^\*\s*/, '')) : [],
  );
  if (imported.length === 0) return undefined;
  for (const found of text.matchAll(declaration)) {
    const name = found[5] ?? '';
    if (names !== 'all' && !names.has(name) && !names.has('default')) continue;
    const signature = signatureAt(text, found);
    if (imported.some((each) => typePosition(each).test(signature))) return name;
  }
  return undefined;
}

/** Behind a colon, a bracket of generics, `extends`, `implements`, or a sign between types. */
function typePosition(name: string): RegExp {
  const escaped = name.replaceAll('$', '\\$');
  return new RegExp(`(?::|<|=>|[|&,]|\\b(?:extends|implements|keyof|typeof)\\s|^=)\\s{0,20}${escaped}(?![\\w$(:?])`);
}

function signatureAt(text: string, found: RegExpExecArray): string {
  const start = found.index + found[0].length;
  const rest = text.slice(start, start + 10_000);
  if (found[3] !== undefined) return upTo(rest, /\{\s*\}|^\}/m);
  if (found[4] !== undefined) return upTo(rest, /;|\n\s*\n|\nexport\b/).replace(/^[^=]*(?==)/, '');
  if (found[1] !== undefined) return upTo(rest, /\{\s*\n|;|\n\s*\n/);
  return upTo(rest, found[2] === undefined ? /\s=(?!>)|;|\n/ : /\{/);
}

function upTo(text: string, end: RegExp): string {
  const at = text.search(end);
  return at === -1 ? text : text.slice(0, at);
}
