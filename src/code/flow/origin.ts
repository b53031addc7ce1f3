import { Memo } from '../../base/memo.ts';
import type { Call, Expression } from '../expression.ts';
import type { FileFacts, ImportFact } from '../facts.ts';
import { bare } from '../walk.ts';
import { bindingsOf } from './bindings.ts';
import { farthest, symbolsNamed, valueOf } from './scope.ts';
import type { Scope } from './scope.ts';

/**
 * Where a value comes from, as a way that starts at a module: `fs.promises.readFile`, `express()`, `pg.Pool()` for `new Pool()`.
 * Names that were imported, required or taken apart are followed; `node:` is left out. Undefined for what comes from no module.
 */
export function originOf(expression: Expression, scope: Scope, depth = 0): string | undefined {
  const value = bare(expression);
  if (depth > farthest) return undefined;
  const further = (each: Expression): string | undefined => originOf(each, scope, depth + 1);
  switch (value.kind) {
    case 'name':
      return originOfName(value.name, scope, depth);
    case 'member':
      return appended(further(value.object), `.${value.name}`);
    case 'index':
      return value.index.kind === 'string' ? appended(further(value.object), `.${value.index.value}`) : undefined;
    case 'call':
      return originOfCall(value, further);
    case 'new':
      return appended(originOfDotted(value.type, scope, depth), '()');
    default:
      return undefined;
  }
}

/** The module that a value comes from: `fs` for `readFile` of `import { readFile } from 'node:fs'`. */
export function moduleOf(expression: Expression, scope: Scope): string | undefined {
  const origin = originOf(expression, scope);
  return origin === undefined
    ? undefined
    : scope.file.facts?.imports
        .map(moduleName)
        .find((name) => origin === name || origin.startsWith(`${name}.`) || origin.startsWith(`${name}(`));
}

/** `node:fs/promises` is `fs.promises`. */
export function moduleName({ source }: Pick<ImportFact, 'source'>): string {
  const name = source.startsWith('node:') ? source.slice('node:'.length) : source;
  return name === 'fs/promises' ? 'fs.promises' : name;
}

/** What an import binds its local name to. */
export function importedAs(fact: ImportFact): string {
  const module = moduleName(fact);
  return fact.name === '*' || fact.name === 'default' || fact.name === '' ? module : `${module}.${fact.name}`;
}

const imports = new Memo<FileFacts, ReadonlyMap<string, string>>();

/** The module ways of a file's imported names. */
export function importedNames(facts: FileFacts): ReadonlyMap<string, string> {
  let known = imports.get(facts);
  if (!known) {
    known = new Map(facts.imports.filter(({ local }) => local !== '').map((fact) => [fact.local, importedAs(fact)]));
    imports.set(facts, known);
  }
  return known;
}

function appended(origin: string | undefined, more: string): string | undefined {
  return origin === undefined ? undefined : `${origin}${more}`;
}

function originOfCall(call: Call, further: (each: Expression) => string | undefined): string | undefined {
  const [first] = call.arguments;
  if (!call.receiver) {
    if ((call.name === 'require' || call.name === 'import') && first?.kind === 'string') return moduleName({ source: first.value });
    if (call.name === 'promisify' && first) return further(first);
    return appended(further({ kind: 'name', name: call.name, range: call.nameRange }), '()');
  }
  if (call.name === 'promisify' && first) return further(first);
  const receiver = further(call.receiver);
  return call.name === '' ? appended(receiver, '()') : appended(receiver, `.${call.name}()`);
}

function originOfDotted(type: string, scope: Scope, depth: number): string | undefined {
  const [first = '', ...rest] = type.split('.');
  const origin = originOfName(first, scope, depth + 1);
  return origin === undefined ? undefined : [origin, ...rest].join('.');
}

/** Modules that a console, a page with their script, and code that is put together have under these names without asking for them. */
const unbound: ReadonlyMap<string, string> = new Map([
  ...['child_process', 'crypto', 'vm', 'fs', 'http', 'https', 'axios', 'bcrypt', 'jsonwebtoken'].map((name) => [name, name] as const),
  ['jwt', 'jsonwebtoken'],
  ['CryptoJS', 'crypto-js'],
]);

function originOfName(name: string, scope: Scope, depth: number): string | undefined {
  const bindings = bindingsOf(name, scope);
  const bound = bindings.find(({ value, form }) => value && form !== 'loop');
  if (bound?.value) return appended(originOf(bound.value, scope, depth + 1), bound.path.map((key) => `.${key}`).join(''));
  if (bindings.length > 0 || !scope.file.facts) return undefined;
  const imported = importedNames(scope.file.facts).get(name);
  if (imported !== undefined) return imported;
  const [symbol] = symbolsNamed(scope.file.facts, name).filter(({ kind }) => kind === 'variable');
  if (!symbol) return unbound.get(name);
  const value = valueOf(symbol);
  return value && originOf(value, scope, depth + 1);
}
