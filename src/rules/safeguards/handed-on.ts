import type { SymbolAt } from '../../code/code-change.ts';
import type { Call, Expression } from '../../code/expression.ts';
import { canonical } from '../../code/canonical.ts';
import { codeOf, dottedName, visitsOf } from '../../code/walk.ts';
import type { Safeguard, SafeguardKind } from './safeguard.ts';
import { scopeOf } from './scopes.ts';

const registering = /^(?:use|register|addHook|get|post|put|patch|delete|all|route|on)$/;

/** Middleware and plugins that are handed on by name: `app.post('/login', loginLimiter, login)`, `app.register(fastifyCsrf)`. */
export function handedOnKind(family: string, named: RegExp, more: Pick<SafeguardKind, 'helpers' | 'elsewhere'> = {}): SafeguardKind {
  return {
    ...more,
    find: (at) => [...handedOn(at, family, named)],
    exposed: ({ key, subject }, head) =>
      !visitsOf(codeOf(head.symbol), 'call').some(({ node }) => isForAll(node, subject ?? '')) &&
      visitsOf(codeOf(head.symbol), 'call').some(
        ({ node }) => isAnswering(node) && (placeOf(node) === key || isOn(node, key) || isBelow(node, key)),
      ),
  };
}

function* handedOn(at: SymbolAt, family: string, named: RegExp): Generator<Safeguard> {
  for (const visited of visitsOf(codeOf(at.symbol), 'call')) {
    const { node } = visited;
    if (!registering.test(node.name) || !node.receiver) continue;
    const given = node.arguments.find((each) => named.test(nameOf(each)));
    if (given) yield { family, key: placeOf(node), scope: scopeOf(visited), range: given.range, subject: nameOf(given) };
  }
}

/** A function by its name; what a call makes is looked at where it is called. */
function nameOf(given: Expression): string {
  return dottedName(given) ?? '';
}

/** Something else still answers there. */
function isAnswering({ name, arguments: given }: Call): boolean {
  return registering.test(name) && given.length > 0;
}

/** `app.use(limiter)`. */
function isForAll({ name, arguments: given }: Call, wanted: string): boolean {
  return (name === 'use' || name === 'register') && given.some((each) => nameOf(each) === wanted);
}

/** What was for the whole application was for this, too. */
function isOn({ receiver }: Call, key: string): boolean {
  return receiver !== undefined && canonical(receiver) === key;
}

/** What was for all paths that begin alike was for this, too: `app.use('/api/*', limiter)`. */
function isBelow(node: Call, key: string): boolean {
  const [on, name, path] = key.split(' ');
  const [first] = node.arguments;
  if (name !== 'use' || path === undefined || first?.kind !== 'string' || !node.receiver) return false;
  return canonical(node.receiver) === on && first.value.startsWith(path.replace(/\/?\*$/, ''));
}

/** The route, or the application where it is for all. */
function placeOf({ name, receiver, arguments: [first] }: Call): string {
  const on = receiver ? canonical(receiver) : '';
  return first?.kind === 'string' ? `${on} ${name} ${first.value}` : on;
}
