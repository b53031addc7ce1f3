import type { TextRange } from '../../base/text-range.ts';
import type { Call, Expression } from '../expression.ts';
import { constantOf } from '../flow/constant.ts';
import { moduleOf } from '../flow/origin.ts';
import type { Scope } from '../flow/scope.ts';
import { dottedName, visitsOf, type CodeNode, type Visited } from '../walk.ts';
import { literalText } from './annotation-values.ts';
import { callsAfter } from './calls-after.ts';
import type { SurfaceElement } from './surface-element.ts';

/** Set by the shell, the platform or the runtime, and not this product's own. */
const common =
  /^(?:NODE_ENV|CI|HOME|PATH|PWD|USER|USERNAME|USERPROFILE|SHELL|TERM|TMPDIR|TEMP|TMP|TZ|LANG|HOSTNAME|DEBUG|NO_COLOR|FORCE_COLOR|COLORTERM|EDITOR|APPDATA|LOCALAPPDATA|JEST_WORKER_ID|(?:npm_|GITHUB_|LC_|XDG_|VITEST|JAVA_HOME).*)$|^(?:java|os|user|file|line|path|sun)\./;

/** A read of an environment variable or of a setting by its name. */
interface Read {
  readonly kind: 'environment-variable' | 'setting';
  readonly name: string;
  readonly range: TextRange;
  readonly default?: string | undefined;
  readonly required: boolean;
}

/** The environment variables, system properties and settings that code reads by name. */
export function settingsRead(scope: Scope): readonly SurfaceElement[] {
  const reads = [
    ...visitsOf(scope.code, 'member', 'index').flatMap((visited) => environmentMember(visited)),
    ...visitsOf(scope.code, 'call').flatMap((visited) => settingCall(visited, scope)),
    ...visitsOf(scope.code, 'variable').flatMap(({ node }) => takenApart(node)),
    ...takenApartAtTop(scope),
  ];
  return reads.filter(({ name }) => !isCommon(name)).map((read) => elementOf(read, scope));
}

/** Whether a variable is the shell's, the platform's or the runtime's. */
export function isCommon(name: string): boolean {
  return common.test(name);
}

/** A variable that is declared rather than read. */
export function environmentVariable(read: Omit<Read, 'kind'>, at: Pick<Scope, 'file' | 'symbol'>): SurfaceElement {
  return elementOf({ ...read, kind: 'environment-variable' }, at);
}

/** A setting that is declared rather than read. */
export function settingElement(read: Omit<Read, 'kind'>, at: Pick<Scope, 'file' | 'symbol'>): SurfaceElement {
  return elementOf({ ...read, kind: 'setting' }, at);
}

function elementOf({ kind, name, range, required, ...read }: Read, { file, symbol }: Pick<Scope, 'file' | 'symbol'>): SurfaceElement {
  const fallback = read.default;
  const identity = kind === 'setting' ? settingIdentity(name) : name;
  return {
    kind,
    name,
    identity,
    file,
    range,
    symbol,
    required,
    deprecated: symbol.deprecated,
    ...(fallback !== undefined && { default: fallback }),
  };
}

/** Equal for all ways to write a setting: `app.mail.max-size`, `app.mail.maxSize`. */
export function settingIdentity(name: string): string {
  return name.replaceAll(/[-_]/g, '').toLowerCase();
}

const environments = new Set(['process.env', 'import.meta.env', 'Bun.env']);

/** `process.env.NAME`, `process.env['NAME']`, with what stands in for it. */
function environmentMember(visited: Visited): readonly Read[] {
  const { node } = visited;
  if (node.kind !== 'member' && node.kind !== 'index') return [];
  const name = node.kind === 'member' ? node.name : node.index.kind === 'string' ? node.index.value : undefined;
  if (name === undefined || !environments.has(dottedName(node.object) ?? '') || isAssigned(visited)) return [];
  return [{ kind: 'environment-variable', name, range: node.range, ...fallbackAround(visited) }];
}

function isAssigned({ node, parent }: Visited): boolean {
  return (
    (parent?.node.kind === 'assignment' && parent.node.target === node) ||
    (parent?.node.kind === 'unary' && parent.node.operator === 'delete')
  );
}

/** `read ?? 'default'` and `read || 'default'`; `if (!read) throw` says that it must be there. */
function fallbackAround({ node, parent }: Visited): Pick<Read, 'default' | 'required'> {
  const around = parent?.node;
  if (around?.kind === 'binary' && (around.operator === '??' || around.operator === '||') && around.left === node)
    return { default: literalText(around.right), required: false };
  const isTested = around?.kind === 'unary' && around.operator === '!';
  const test = isTested ? parent?.parent?.node : undefined;
  return { required: test?.kind === 'if' && test.test === around && test.then.some(isEnd) };
}

function isEnd(node: CodeNode): boolean {
  return node.kind === 'throw' || (node.kind === 'expression' && node.value.kind === 'call' && dottedCallee(node.value) === 'process.exit');
}

function dottedCallee({ receiver, name }: Call): string {
  const on = receiver && dottedName(receiver);
  return on === undefined ? name : `${on}.${name}`;
}

/** `const { PORT = '80', HOST } = process.env`: the pattern is the variable's name. */
function takenApart({ name, value, range }: Extract<CodeNode, { readonly kind: 'variable' }>): readonly Read[] {
  return name.startsWith('{') && value && environments.has(dottedName(value) ?? '') ? namesIn(name, range) : [];
}

/** The same of a module: there the first of the names that are declared has the value, and the pattern stands before it. */
function takenApartAtTop({ symbol, file }: Scope): readonly Read[] {
  const { kind, value, range } = symbol;
  if (kind !== 'variable' || !value || !environments.has(dottedName(value) ?? '')) return [];
  const pattern = /\{[^{}]{0,2000}\}(?=\s{0,20}=\s{0,20}$)/.exec(
    file.text.slice(Math.max(range.start, value.range.start - 2100), value.range.start),
  );
  return pattern ? namesIn(pattern[0], range) : [];
}

function namesIn(pattern: string, range: TextRange): readonly Read[] {
  if (pattern.length > 2000) return [];
  return pattern
    .slice(1, -1)
    .split(',')
    .flatMap((part): Read[] => {
      const found = /^\s{0,200}([A-Za-z_]\w*)\s{0,200}(?::\s{0,200}\w+\s{0,200})?(?:=\s{0,200}(['"]?)([^'"]{0,200})\2\s{0,200})?$/.exec(
        part,
      );
      return found?.[1] ? [{ kind: 'environment-variable', name: found[1], range, default: found[3], required: false }] : [];
    });
}

const javaReads = new Map<string, { readonly kind: Read['kind']; readonly on: RegExp; readonly required?: boolean }>(
  Object.entries({
    getenv: { kind: 'environment-variable', on: /^(?:java\.lang\.)?System$/ },
    getProperty: { kind: 'setting', on: /^(?:java\.lang\.)?System$|(?:^|\.)env(?:ironment)?$|(?:^|\.)getEnvironment$/i },
    getRequiredProperty: { kind: 'setting', on: /(?:^|\.)env(?:ironment)?$|getEnvironment$/i, required: true },
    getBoolean: { kind: 'setting', on: /^Boolean$/ },
    getInteger: { kind: 'setting', on: /^Integer$/ },
    getLong: { kind: 'setting', on: /^Long$/ },
  }),
);

/** `System.getenv("A")`, `environment.getProperty("a.b", "default")`, `configService.getOrThrow('A')`, `requireEnv('A')`. */
function settingCall({ node, parent }: Visited, scope: Scope): readonly Read[] {
  if (node.kind !== 'call') return [];
  const [first, ...others] = node.arguments;
  const name = first && constantOf(first, scope);
  if (typeof name !== 'string' || !/^[\w.-]{2,200}$/.test(name)) return [];
  const said: Said | undefined =
    scope.file.facts?.language === 'java' ? javaRead(node) : (readOfModule(node, parent, scope) ?? scriptRead(node, name));
  if (!said) return [];
  const last = others.at(-1);
  const around = parent && fallbackAround({ node, parent });
  return [
    {
      ...said,
      name,
      range: node.range,
      default: said.default ?? literalText(last) ?? around?.default,
      required: said.required || (around?.required ?? false),
    },
  ];
}

type Said = Pick<Read, 'kind' | 'required' | 'default'>;

/** node-config's `config.get('a.b')`, and env-var's `env.get('A').default('1').required()`. */
function readOfModule(call: Call, parent: Visited | undefined, scope: Scope): Said | undefined {
  if ((call.name !== 'get' && call.name !== 'has') || !call.receiver) return undefined;
  const module = moduleOf(call.receiver, scope);
  // What code asks for is in the files that ship with the product.
  if (module === 'config') return { kind: 'setting', required: false };
  if (module !== 'env-var') return undefined;
  const further = callsAfter(call, parent);
  const fallback = literalText(further.find(({ name }) => name === 'default')?.arguments[0]);
  const required = fallback === undefined && further.some(({ name }) => name === 'required');
  return { kind: 'environment-variable', required, default: fallback };
}

function javaRead(call: Call): Pick<Read, 'kind' | 'required'> | undefined {
  const known = javaReads.get(call.name);
  return known?.on.test(receiverName(call.receiver)) ? { kind: known.kind, required: known.required ?? false } : undefined;
}

function receiverName(receiver: Expression | undefined): string {
  return receiver?.kind === 'call' ? receiver.name : receiver ? (dottedName(receiver) ?? '') : '';
}

/** Only names that look like an environment variable's: `get('x')` is said to many things. */
function scriptRead(call: Call, name: string): Pick<Read, 'kind' | 'required'> | undefined {
  const on = receiverName(call.receiver);
  if (on === 'Deno.env' && call.name === 'get') return { kind: 'environment-variable', required: false };
  if (!/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name)) return undefined;
  if (/(?:^|\.)config(?:Service)?$/i.test(on) && (call.name === 'get' || call.name === 'getOrThrow'))
    return { kind: 'environment-variable', required: call.name === 'getOrThrow' };
  return !call.receiver && /^(?:require|required|must|need|getRequired)\w*Env\w*$/i.test(call.name)
    ? { kind: 'environment-variable', required: true }
    : undefined;
}
