import type { TextRange } from '../../../base/text-range.ts';
import type { Call, Expression } from '../../../code/expression.ts';
import { moduleOf, originOf } from '../../../code/flow/origin.ts';
import type { Scope } from '../../../code/flow/scope.ts';
import { qualifiedType } from '../../../code/flow/type.ts';
import { bare, walk } from '../../../code/walk.ts';
import type { CodeInventory, Sight } from '../../pattern/code-inventory.ts';
import { isComplete, objectOf } from '../../pattern/values.ts';

/** Something that waits for another system for as long as it likes. */
export interface Timeless {
  readonly at: Sight;
  readonly range: TextRange;
  /** What waits, as code. */
  readonly what: string;
  readonly fix?: { readonly title: string; readonly edits: readonly { readonly range: TextRange; readonly newText: string }[] };
}

const setsLimit = /time_?out|deadline|signal/i;

/** `new RestTemplate()`, `HttpClient.newHttpClient()`, `url.openConnection()` without a limit in the same function. */
export function* timelessInJava(code: CodeInventory): Generator<Timeless> {
  for (const sight of [
    ...code.constructions('RestTemplate', 'HttpComponentsClientHttpRequestFactory', 'SimpleClientHttpRequestFactory'),
    ...code.calls('newHttpClient', 'createDefault', 'createSystem', 'openConnection'),
  ]) {
    const what = clientOf(sight.node, sight);
    if (what === undefined || mentionsLimit(sight)) continue;
    yield { at: sight, range: sight.node.range, what, ...fixFor(sight.node) };
  }
}

function clientOf(node: Extract<Expression, { kind: 'call' | 'new' }>, scope: Scope): string | undefined {
  if (node.kind === 'new') {
    // A request factory brings its own limits along.
    return node.arguments.length === 0 ? `new ${node.type}()` : undefined;
  }
  const on = node.receiver?.kind === 'name' ? qualifiedType(node.receiver.name, scope.file.facts) : undefined;
  if (node.name === 'newHttpClient')
    return on === 'java.net.http.HttpClient' || on === 'HttpClient' ? 'HttpClient.newHttpClient()' : undefined;
  if (node.name === 'openConnection') return isReadOverNetwork(scope) ? 'openConnection()' : undefined;
  return /(?:^|\.)HttpClients$|HttpAsyncClients$/.test(on ?? '') ? `${on?.split('.').at(-1) ?? ''}.${node.name}()` : undefined;
}

/** A connection that is only opened for its file or jar waits for nobody. */
function isReadOverNetwork({ code }: Scope): boolean {
  return walk(code).some(
    ({ node }) =>
      (node.kind === 'cast' && /Http(?:s)?URLConnection$/.test(node.type)) ||
      (node.kind === 'variable' && /Http(?:s)?URLConnection$/.test(node.type ?? '')),
  );
}

function fixFor(node: Expression): Pick<Timeless, 'fix'> {
  if (node.kind !== 'call' || node.name !== 'newHttpClient' || node.arguments.length > 0) return {};
  const range = { start: node.nameRange.start, end: node.range.end };
  return {
    fix: {
      title: 'Give up connecting after 10 seconds',
      edits: [{ range, newText: 'newBuilder().connectTimeout(java.time.Duration.ofSeconds(10)).build()' }],
    },
  };
}

/** In the same function, or by a setting of the same class. */
function mentionsLimit({ file, symbol, code }: Scope): boolean {
  const named = (name: string): boolean => setsLimit.test(name);
  return (
    named(symbol.name) ||
    walk(code).some(({ node }) => (node.kind === 'call' || node.kind === 'member' || node.kind === 'name') && named(node.name)) ||
    (symbol.kind === 'field' && (file.facts?.symbols.some(({ name, kind }) => kind !== 'field' && named(name)) ?? false))
  );
}

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'request'] as const;
/** Where the options stand in a call of axios. */
const optionsAt: ReadonlyMap<string, number> = new Map([
  ['get', 1],
  ['delete', 1],
  ['head', 1],
  ['post', 2],
  ['put', 2],
  ['patch', 2],
  ['request', 0],
]);

/** `axios.get(url)`: axios waits without end unless it is told otherwise. */
export function* timelessInScript(code: CodeInventory): Generator<Timeless> {
  if (!code.file.facts?.imports.some(({ source }) => source === 'axios') || isLimitedAsWhole(code)) return;
  for (const sight of [...code.calls(...verbs), ...code.calls('axios', 'create')]) {
    if (!isAxios(sight.node, sight)) continue;
    const { name, arguments: given } = sight.node;
    const at = name === 'axios' ? (given[0] && objectOf(given[0], sight) ? 0 : 1) : name === 'create' ? 0 : (optionsAt.get(name) ?? 1);
    const options = given[at];
    const object = objectOf(options, sight);
    if (options && (!object || !isComplete(object))) continue;
    if (object?.properties.some(({ key }) => setsLimit.test(key))) continue;
    yield {
      at: sight,
      range: { start: sight.node.range.start, end: sight.node.nameRange.end },
      what: shownCall(sight.node),
      ...addition(sight.node, options, at),
    };
  }
}

function isAxios(call: Call, scope: Scope): boolean {
  const origin = originOf(call, scope) ?? '';
  return /^axios(?:\.default)?(?:\(\)|\.(?:get|post|put|patch|delete|head|request|create)\(\))$/.test(origin);
}

function shownCall({ receiver, name }: Call): string {
  return receiver && 'name' in receiver ? `${receiver.name ?? ''}.${name}` : name;
}

/** `axios.defaults.timeout = 1000`. */
function isLimitedAsWhole(code: CodeInventory): boolean {
  return code.assignments('timeout').some((sight) => {
    const target = bare(sight.node.target);
    return target.kind === 'member' && moduleOf(target.object, sight) === 'axios';
  });
}

function addition(call: Call, options: Expression | undefined, at: number): Pick<Timeless, 'fix'> {
  const title = 'Give up after 10 seconds';
  const last = call.arguments.at(-1);
  if (options?.kind === 'object') {
    const [first] = options.properties;
    const start = first ? first.range.start : options.range.end - 1;
    return { fix: { title, edits: [{ range: { start, end: start }, newText: first ? 'timeout: 10_000, ' : ' timeout: 10_000 ' }] } };
  }
  if (options || call.arguments.length !== at) return {};
  const end = last?.range.end ?? call.range.end - 1;
  return { fix: { title, edits: [{ range: { start: end, end }, newText: `${last ? ', ' : ''}{ timeout: 10_000 }` }] } };
}
