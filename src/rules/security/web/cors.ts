import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { heldBy } from '../../../code/flow/constant.ts';
import { originOf } from '../../../code/flow/origin.ts';
import { bare, isWithin, visitsOf, type CodeNode } from '../../../code/walk.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';
import { objectOf, optionOf, textOf, truthOf } from '../../pattern/values.ts';
import { isOfRequest } from './response.ts';
import type { Scope } from '../../../code/flow/scope.ts';

/** A place that lets other sites in. */
export interface OpenCors {
  readonly at: Scope;
  readonly range: TextRange;
  readonly who: 'any' | 'asking' | 'null';
  /** Whether the user’s cookies come along. */
  readonly credentials: boolean;
  /** Nobody said so: it is the default. */
  readonly byDefault?: true;
}

const headerSetters = ['setHeader', 'header', 'set', 'addHeader', 'append', 'writeHead', 'res.setHeader', 'add', 'putHeader'] as const;

/** `setHeader('Access-Control-Allow-Origin', …)` in any language. */
export function* openHeaders(code: CodeInventory): Generator<OpenCors> {
  for (const sight of code.calls(...headerSetters)) {
    const [name, value] = sight.node.arguments;
    if (!value || textOf(name, sight)?.toLowerCase() !== 'access-control-allow-origin') continue;
    const who = whoIs(value, sight);
    if (who !== undefined && !isOfDevelopment(sight))
      yield { at: sight, range: sight.node.range, who, credentials: allowsCredentials(sight) };
  }
  for (const sight of code.properties('Access-Control-Allow-Origin', 'access-control-allow-origin')) {
    const who = whoIs(sight.value, sight);
    const credentials = sight.object?.node.properties.some(
      ({ key, value }) => /^access-control-allow-credentials$/i.test(key) && /^true$/i.test(shown(value, sight)),
    );
    if (who !== undefined) yield { at: sight, range: sight.range, who, credentials: credentials ?? false };
  }
}

/** `server.middlewares.use((request, response) => …)` in a plugin of Vite: what it answers while somebody develops. */
function isOfDevelopment({ node, parent }: Sight<Call>): boolean {
  return (
    !!parent &&
    isWithin(
      { node, parent },
      (each) => each.kind === 'call' && each.name === 'use' && each.receiver?.kind === 'member' && each.receiver.name === 'middlewares',
    )
  );
}

function whoIs(value: Expression, scope: Scope): OpenCors['who'] | undefined {
  const text = textOf(value, scope);
  if (text === '*') return 'any';
  if (text === 'null' || (bare(value).kind === 'null' && scope.file.facts?.language !== 'java')) return 'null';
  const held = bare(heldBy(value, scope) ?? value);
  if (held.kind === 'binary' && /^(\|\||\?\?)$/.test(held.operator)) return whoIs(held.left, scope) ?? whoIs(held.right, scope);
  if (held.kind === 'conditional' && looksAtOrigin(held.test)) return undefined;
  if (!isAsking(held) || isChecked(value, scope)) return undefined;
  return 'asking';
}

/** `req.headers.origin`, `request.getHeader("Origin")`, `req.query.origin`. */
function isAsking(value: Expression): boolean {
  if (visitsOf([value], 'call').some(({ node }) => node.name === 'getHeader' && isOriginText(node.arguments[0]))) return true;
  if (!isOfRequest(value) && !visitsOf([value], 'member', 'name').some(({ node }) => /^_?req(uest)?$/.test(node.name))) return false;
  return (
    visitsOf([value], 'string').some(({ node }) => /^origin$/i.test(node.value)) ||
    visitsOf([value], 'member').some(({ node }) => node.name === 'origin')
  );
}

function isOriginText(expression: Expression | undefined): boolean {
  return expression?.kind === 'string' && /^origin$/i.test(expression.value);
}

function looksAtOrigin(test: Expression): boolean {
  return visitsOf([test], 'name', 'member').some(({ node }) => node.name === 'origin');
}

/** The origin is looked at in a condition around. */
function isChecked(value: Expression, scope: Scope & { readonly parent?: Sight['parent'] }): boolean {
  const names = new Set(
    visitsOf([value], 'name')
      .map(({ node }) => node.name)
      .filter((name) => !/^(req|request|res|ctx)$/.test(name)),
  );
  const looksAt = (node: CodeNode): boolean =>
    visitsOf([node], 'name', 'member').some((each) => names.has(each.node.name) || each.node.name === 'origin');
  return (
    !!scope.parent &&
    isWithin({ node: value, parent: scope.parent }, (node) => (node.kind === 'if' || node.kind === 'conditional') && looksAt(node.test))
  );
}

function allowsCredentials(sight: Sight<Call>): boolean {
  return visitsOf(sight.code, 'call').some(
    ({ node }) =>
      isNear(node, sight) &&
      textOf(node.arguments[0], sight)?.toLowerCase() === 'access-control-allow-credentials' &&
      /^true$/i.test(shown(node.arguments[1], sight)),
  );
}

/** In the same function: code of several handlers may stand in one file's body. */
function isNear(node: Call, { parent, code }: Sight): boolean {
  for (let at = parent; at; at = at.parent) {
    if (at.node.kind === 'function') return node.range.start >= at.node.range.start && node.range.end <= at.node.range.end;
  }
  return code.length > 0;
}

function shown(expression: Expression | undefined, scope: Scope): string {
  if (!expression) return '';
  const kind = bare(expression).kind;
  return kind === 'true' ? 'true' : (textOf(expression, scope) ?? '');
}

/** `@Header('Access-Control-Allow-Origin', '*')` of NestJS. */
export function* openByDecorator({ file }: CodeInventory): Generator<OpenCors> {
  for (const symbol of file.facts?.symbols ?? []) {
    for (const { name, arguments: given, range } of symbol.touched ? symbol.annotations : []) {
      const at = { file, symbol, code: [] };
      const [header, value] = given.map((each) => textOf(each.value, at));
      if (name === 'Header' && header?.toLowerCase() === 'access-control-allow-origin' && value === '*')
        yield { at, range, who: 'any', credentials: false };
    }
  }
}

/** `cors()`, `cors({ origin: true, credentials: true })`, `app.enableCors()`. */
export function* openInScript(code: CodeInventory): Generator<OpenCors> {
  for (const sight of code.calls('cors', 'default', 'enableCors', 'register')) {
    const { name, arguments: given, receiver } = sight.node;
    if (
      name === 'register'
        ? !/^@fastify\/cors|^fastify-cors/.test((given[0] && originOf(given[0], sight)) ?? '')
        : name === 'enableCors'
          ? !receiver
          : !/(?:^|[/@-])cors(?:\.\w+)?\(\)$/.test(originOf(sight.node, sight) ?? '')
    )
      continue;
    yield* ofOptions(sight, name === 'register' ? given[1] : given[0]);
  }
  for (const sight of code.properties('cors')) {
    const options = objectOf(sight.value, sight);
    if (options) yield* ofOptions({ ...sight, node: options }, options);
    else if (
      truthOf(sight.value, sight) === true &&
      /Gateway|io|Server|NestFactory|Fastify/.test(sight.file.text.slice(0, 2_000)) &&
      sight.object
    )
      yield { at: sight, range: sight.range, who: 'any', credentials: false, byDefault: true };
  }
}

function* ofOptions(sight: Scope & { readonly node: CodeNode }, options: Expression | undefined): Generator<OpenCors> {
  if (!options) {
    yield { at: sight, range: sight.node.range, who: 'any', credentials: false, byDefault: true };
    return;
  }
  const origin = optionOf(options, 'origin', sight);
  const credentials = truthOf(optionOf(options, 'credentials', sight), sight) === true;
  if (!origin) {
    if (objectOf(options, sight) && credentials && sight.node.kind === 'call')
      yield { at: sight, range: sight.node.range, who: 'any', credentials };
    return;
  }
  const held = bare(heldBy(origin, sight) ?? origin);
  const any = textOf(origin, sight) === '*' || (held.kind === 'array' && held.elements.some((each) => textOf(each, sight) === '*'));
  const reflects =
    truthOf(origin, sight) === true ||
    (held.kind === 'function' && letsAllIn(held.body)) ||
    (held.kind === 'regex' && /^\^?\.[*+]\$?$/.test(held.pattern));
  if (any || reflects) yield { at: sight, range: origin.range, who: reflects ? 'asking' : 'any', credentials };
}

/** `(origin, callback) => callback(null, true)`. */
function letsAllIn(body: readonly CodeNode[]): boolean {
  const [only, ...more] = body;
  if (!only || more.length > 0) return false;
  const value = only.kind === 'return' || only.kind === 'expression' ? only.value : undefined;
  if (value?.kind === 'call')
    return value.arguments.length === 2 && value.arguments[0]?.kind === 'null' && value.arguments[1]?.kind === 'true';
  return value?.kind === 'name' && value.name === 'origin';
}

/** `@CrossOrigin`, `allowedOrigins("*")`, `addAllowedOrigin("*")`. */
export function* openInJava(code: CodeInventory): Generator<OpenCors> {
  for (const sight of code.calls(
    'allowedOrigins',
    'allowedOriginPatterns',
    'addAllowedOrigin',
    'addAllowedOriginPattern',
    'setAllowedOrigins',
    'setAllowedOriginPatterns',
  )) {
    const texts = visitsOf([sight.node], 'string').filter(({ node }) => node.range.start >= sight.node.nameRange.end);
    const known = sight.node.arguments.some((each) => textOf(each, sight) === '*');
    if (!known && !texts.some(({ node }) => node.value === '*')) continue;
    const credentials = visitsOf(sight.code, 'call').some(
      ({ node }) => /^(setA|a)llowCredentials$/.test(node.name) && truthOf(node.arguments[0], sight) === true,
    );
    yield { at: sight, range: sight.node.range, who: 'any', credentials };
  }
  for (const symbol of code.file.facts?.symbols ?? []) {
    const annotation = symbol.annotations.find(({ name }) => name === 'CrossOrigin' || name.endsWith('.CrossOrigin'));
    if (!annotation) continue;
    const at = { file: code.file, symbol, code: [] };
    const origins = annotation.arguments.filter(({ name }) => /^(value|origins|originPatterns)$/.test(name));
    const any = origins.some(({ value }) => visitsOf([value], 'string').some(({ node }) => node.value === '*'));
    const credentials = annotation.arguments.some(({ name, value }) => name === 'allowCredentials' && textOf(value, at) === 'true');
    if (any || origins.length === 0) yield { at, range: annotation.range, who: 'any', credentials };
  }
}
