import type { SymbolAt } from '../../code/code-change.ts';
import type { Call, Construction, Expression } from '../../code/expression.ts';
import { codeOf, dottedName, foldedText, visitsOf, type Visited } from '../../code/walk.ts';
import { simpleTypeName } from '../code-in-file.ts';
import type { Safeguard, SafeguardKind } from './safeguard.ts';
import { scopeOf } from './scopes.ts';

/** What is known of a call, a construction or a function that is handed on, by its name. */
export interface CallShape {
  readonly family: string;
  /** What must hold of the receiver (`''` where there is none), as `a.b.c`. */
  readonly on?: RegExp;
  /** What the text of the arguments must hold. */
  readonly given?: RegExp;
  /** How much it asks for. */
  level?(call: Call | Construction): number | undefined;
  /** Tells calls of the same name apart that protect different things, e.g. the header that is set. */
  key?(call: Call | Construction): string;
}

/** Calls that protect, by name: `helmet()`, `app.use(csrf())`, `http.headers(…)`. */
export function callKind(shapes: ReadonlyMap<string, readonly CallShape[]>, more: Omit<SafeguardKind, 'find'> = {}): SafeguardKind {
  return {
    ...more,
    find: (at) => [...callsFound(at, shapes)],
  };
}

/** Calls of a project's own functions that protect, by what is in their name. */
export function namedCallKind(family: string, named: RegExp, more: Omit<SafeguardKind, 'find'> = {}): SafeguardKind {
  return {
    ...more,
    find: ({ symbol }) =>
      visitsOf(codeOf(symbol), 'call').flatMap((visited) => {
        const { node } = visited;
        return named.test(node.name) ? [{ family, key: node.name, scope: scopeOf(visited), range: rangeToTell(visited, node) }] : [];
      }),
  };
}

function* callsFound(at: SymbolAt, shapes: ReadonlyMap<string, readonly CallShape[]>): Generator<Safeguard> {
  for (const visited of visitsOf(codeOf(at.symbol), 'call', 'new')) {
    const { node } = visited;
    const name = node.kind === 'call' ? node.name : simpleTypeName(node.type);
    const shape = shapes.get(name)?.find((each) => fits(node, each, at));
    if (!shape) continue;
    const level = shape.level?.(node);
    yield {
      family: shape.family,
      key: `${name} ${shape.key?.(node) ?? ''}`,
      scope: scopeOf(visited),
      range: rangeToTell(visited, node),
      ...(level !== undefined && { level, scale: shape.family }),
    };
  }
}

function fits(node: Call | Construction, { on, given }: CallShape, { file }: SymbolAt): boolean {
  if (on && !on.test(node.kind === 'call' ? receiverName(node) : '')) return false;
  return given === undefined || given.test(argumentsText(node, file.text));
}

/** `a.b` of `a.b.call()`; of a chain the names in it, the nearest last. */
export function receiverName({ receiver }: Call): string {
  if (!receiver) return '';
  if (receiver.kind === 'call') return `${receiverName(receiver)}.${receiver.name}()`.replace(/^\./, '');
  return dottedName(receiver) ?? '';
}

function argumentsText(node: Call | Construction, text: string): string {
  const [first, last] = [node.arguments[0], node.arguments.at(-1)];
  return first && last ? foldedText(text, { start: first.range.start, end: Math.min(last.range.end, first.range.start + 2000) }) : '';
}

/** `app.use(helmet())` as a whole, where the call is all that it is given; of a chain only the link. */
function rangeToTell(visited: Visited, node: Call | Construction): Safeguard['range'] {
  const around = visited.parent?.node;
  const isGiven = around?.kind === 'call' && around.arguments.length === 1 && around.arguments[0] === (node as Expression);
  const told = isGiven ? around : node;
  if (told.kind === 'call' && told.receiver?.kind === 'call') return { start: told.nameRange.start, end: told.range.end };
  return told.range;
}

/** A table of shapes from rows of names. */
export function callTable(...rows: readonly (readonly [names: string, shape: CallShape])[]): ReadonlyMap<string, readonly CallShape[]> {
  const table = new Map<string, CallShape[]>();
  for (const [names, shape] of rows) {
    for (const name of names.split(' ')) table.set(name, [...(table.get(name) ?? []), shape]);
  }
  return table;
}
