import { canonical } from '../../code/canonical.ts';
import type { CodeChange, SymbolAt } from '../../code/code-change.ts';
import type { Call } from '../../code/expression.ts';
import type { Handler, Try } from '../../code/statement.ts';
import { callsIn, codeOf, visitsOf, walk, type Visited } from '../../code/walk.ts';
import { simpleTypeName } from '../code-in-file.ts';
import type { Safeguard, SafeguardKind } from '../safeguards/safeguard.ts';
import { scopeOf } from '../safeguards/scopes.ts';

const broad: ReadonlySet<string> = new Set(['Exception', 'Throwable', 'RuntimeException', 'Error']);

/** Handlers of errors that do something about them, and `finally` blocks, by the calls they are for. */
export const handlings: SafeguardKind = {
  helpers: /catch|safe|try|handle|recover|fallback|retry|attempt|settled|wrap|suppress|quiet|lenient/i,
  find: (at) => [...handlingsIn(at)],
  exposed: (lost, head, base, change) => {
    if (isHandledByAdvice(lost.subject ?? '', change) || isStillCleanedUp(lost, head, base) || isNothingLeftToClean(lost, base, head))
      return false;
    const calls = new Set(mayFail(callsOf(lost, base)).map((call) => canonical(call)));
    const left = unhandledIn(head, calls, lost.subject ?? '');
    const before = unhandledIn(base, calls, lost.subject ?? '');
    // Where most of it is another code now, the handler was for another code too.
    const kept = new Set(
      callsIn(codeOf(head.symbol))
        .map((call) => canonical(call))
        .filter((text) => calls.has(text)),
    );
    return kept.size * 2 >= calls.size && [...left].some(([text, count]) => count > (before.get(text) ?? 0));
  },
};

/** What was used and cleaned up is gone from the file, too. */
function isNothingLeftToClean({ family, range }: Safeguard, base: SymbolAt, head: SymbolAt): boolean {
  if (family !== 'clean-up') return false;
  const attempt = visitsOf(codeOf(base.symbol), 'try').find(({ node }) => node.range.start === range.start && node.range.end === range.end);
  const cleaned = visitsOf(attempt?.node.finalizer ?? [], 'call').flatMap(({ node: { receiver } }) =>
    receiver?.kind === 'name' || receiver?.kind === 'member' ? [receiver.name] : [],
  );
  return cleaned.length > 0 && cleaned.every((name) => timesNamed(name, head) === 0 && timesNamed(name, base) > cleaned.length);
}

function timesNamed(name: string, { file }: SymbolAt): number {
  return file.text.match(new RegExp(`\\b${name.replaceAll('$', '\\$')}\\b(?!\\s{0,5}\\()`, 'g'))?.length ?? 0;
}

/** `@ExceptionHandler(NotFound.class)` that is new: Spring answers by it what a controller lets through. */
function isHandledByAdvice(types: string, { symbols }: CodeChange): boolean {
  return symbols.some(
    (each) =>
      each.kind === 'added' &&
      each.head.symbol.annotations.some(({ name, range }) => {
        if (simpleTypeName(name) !== 'ExceptionHandler') return false;
        const text = each.head.file.text.slice(range.start, range.end);
        const taken = (each.head.symbol.parameters ?? []).map(({ type = '' }) => simpleTypeName(type));
        return types.split('|').some((type) => text.includes(type) || taken.includes(type)) || taken.some((type) => broad.has(type));
      }),
  );
}

/** Whether all that a `finally` did is done by others now, such as one in a function that is handed to a lock. */
function isStillCleanedUp({ subject, range }: Safeguard, head: SymbolAt, base: SymbolAt): boolean {
  if (subject !== 'finally') return false;
  const callsOfFinalizers = ({ symbol }: SymbolAt, isMeant: (node: Try) => boolean): readonly string[] =>
    visitsOf(codeOf(symbol), 'try').flatMap(({ node }) =>
      isMeant(node) ? callsIn(node.finalizer ?? []).map((call) => canonical(call)) : [],
    );
  const done = new Set(callsOfFinalizers(head, () => true));
  const asked = callsOfFinalizers(base, (node) => node.range.start === range.start && node.range.end === range.end);
  return asked.length > 0 && asked.every((call) => done.has(call));
}

/** How often each of the calls is made where nothing handles what goes wrong. */
function unhandledIn({ symbol }: SymbolAt, calls: ReadonlySet<string>, types: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const visited of visitsOf(codeOf(symbol), 'call')) {
    const text = canonical(visited.node);
    if (calls.has(text) && !isHandled(visited, types)) counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return counts;
}

function* handlingsIn(at: SymbolAt): Generator<Safeguard> {
  for (const visited of visitsOf(codeOf(at.symbol), 'try')) {
    const { node } = visited;
    for (const handler of node.handlers) {
      if (!handles(handler)) continue;
      const types = handler.types.map(simpleTypeName).join('|');
      yield { family: 'handling', key: `${keyOf(node)} ${types}`, scope: scopeOf(visited), subject: types, range: node.range };
    }
    if (node.finalizer && node.finalizer.length > 0)
      yield { family: 'clean-up', key: `${keyOf(node)} finally`, scope: scopeOf(visited), subject: 'finally', range: node.range };
  }
  for (const visited of visitsOf(codeOf(at.symbol), 'call')) {
    const { node } = visited;
    if (node.name !== 'catch' || node.receiver?.kind !== 'call' || node.arguments.length !== 1) continue;
    const [handler] = node.arguments;
    if (handler?.kind === 'function' && (handler.body.length === 0 || handler.body.some(({ kind }) => kind === 'throw'))) continue;
    yield { family: 'handling', key: `${canonical(node.receiver)} `, scope: scopeOf(visited), subject: '', range: node.range };
  }
}

function keyOf(node: Try): string {
  return callsIn(node.body)
    .map(({ name }) => name)
    .join(' ');
}

/** An empty handler, one that only passes on, and one that answers any error with nothing is no loss. */
function handles({ body, types }: Handler): boolean {
  const [first] = body;
  if (
    first?.kind === 'return' &&
    types.every((type) => broad.has(simpleTypeName(type))) &&
    (!first.value || /^(null|undefined)$/.test(first.value.kind))
  )
    return false;
  return first !== undefined && first.kind !== 'throw' && !body.some(({ kind }) => kind === 'throw');
}

/** Without those that only get a property, unless there is nothing else. */
function mayFail(calls: readonly Call[]): readonly Call[] {
  const others = calls.filter(({ name, arguments: given }) => given.length > 0 || !/^(?:get|is|has)[A-Z]/.test(name));
  return others.length > 0 ? others : calls;
}

/** The calls that the handling was for. */
function callsOf({ range }: Safeguard, { symbol }: SymbolAt): readonly Call[] {
  for (const { node } of walk(codeOf(symbol))) {
    if (node.kind === 'try' && node.range.start === range.start && node.range.end === range.end) return callsIn(node.body);
    if (node.kind === 'call' && node.name === 'catch' && node.receiver?.kind === 'call' && node.range.end === range.end)
      return [node.receiver];
  }
  return [];
}

function isHandled(visited: Visited<Call>, types: string): boolean {
  let inner: Visited = visited;
  for (let at = visited.parent; at; inner = at, at = at.parent) {
    if (at.node.kind === 'call' && at.node.name === (types === 'finally' ? 'finally' : 'catch') && at.node.receiver === inner.node)
      return true;
    if (at.node.kind !== 'try' || !isInBody(at.node, inner)) continue;
    if (
      types === 'finally'
        ? at.node.finalizer !== undefined || at.node.resources.length > 0
        : at.node.handlers.some((each) => catches(each, types))
    )
      return true;
  }
  return false;
}

function isInBody(node: Try, inner: Visited): boolean {
  return [...node.body, ...node.resources].some((each) => each === inner.node);
}

/** What some exceptions of the JDK are, where the one is often caught in place of the other. */
const kinds: ReadonlyMap<string, string> = new Map([
  ['NumberFormatException', 'IllegalArgumentException'],
  ['FileNotFoundException', 'IOException'],
  ['MalformedURLException', 'IOException'],
  ['UnknownHostException', 'IOException'],
  ['SocketTimeoutException', 'IOException'],
  ['JsonProcessingException', 'IOException'],
  ['EOFException', 'IOException'],
  ['ClassNotFoundException', 'ReflectiveOperationException'],
  ['NoSuchMethodException', 'ReflectiveOperationException'],
  ['IllegalAccessException', 'ReflectiveOperationException'],
  ['InvocationTargetException', 'ReflectiveOperationException'],
  ['NoSuchAlgorithmException', 'GeneralSecurityException'],
  ['InvalidKeyException', 'GeneralSecurityException'],
]);

function catches({ types }: Handler, wanted: string): boolean {
  const names = types.map(simpleTypeName);
  return (
    names.length === 0 ||
    names.some((name) => broad.has(name)) ||
    wanted.split('|').every((each) => names.includes(each) || names.includes(kinds.get(each) ?? each))
  );
}
