import { remembered } from '../../base/remembered.ts';
import type { SymbolAt } from '../../code/code-change.ts';
import type { Expression } from '../../code/expression.ts';
import { codeOf, visitsOf, walk, type CodeNode, type Visited } from '../../code/walk.ts';
import type { Safeguard, SafeguardKind } from './safeguard.ts';
import { scopeOf } from './scopes.ts';

/** What is known of an option by its name: a property of an object, a setter, a builder's method, an assigned member. */
export interface OptionShape {
  readonly family: string;
  /** How much a value asks for; undefined where it cannot be told, and the option is only there or not. */
  level?(value: Expression): number | undefined;
  /** A value that is no protection, e.g. `0` for “no timeout”. */
  isOff?(value: Expression): boolean;
  /** What must hold of the name of the call that is given the object, or of the setter's receiver. */
  readonly of?: RegExp;
}

/** Options that protect, by name, in any way that they are written. `setFoo` and `foo` are told by the same row. */
export function optionKind(shapes: ReadonlyMap<string, OptionShape>, more: Omit<SafeguardKind, 'find'> = {}): SafeguardKind {
  return {
    ...more,
    find: (at) => [...optionsFound(at, shapes)],
    exposed: (lost, head, base, change) => isStillUsed(lost.subject ?? '', head) && (more.exposed?.(lost, head, base, change) ?? true),
  };
}

/** What the option was for is still called, made or held. */
function isStillUsed(name: string, { symbol }: SymbolAt): boolean {
  if (name === '') return true;
  for (const { node } of walk(codeOf(symbol))) {
    if ((node.kind === 'call' || node.kind === 'name' || node.kind === 'member' || node.kind === 'variable') && node.name === name)
      return true;
    if (node.kind === 'new' && node.type === name) return true;
  }
  return false;
}

interface Option {
  readonly name: string;
  readonly value: Expression | undefined;
  readonly range: Safeguard['range'];
  readonly of: string;
}

function* optionsFound(at: SymbolAt, shapes: ReadonlyMap<string, OptionShape>): Generator<Safeguard> {
  for (const { option, bareName, visited } of optionsIn(codeOf(at.symbol))) {
    const shape = shapes.get(option.name) ?? shapes.get(bareName);
    if (!shape || (shape.of && !shape.of.test(option.of))) continue;
    const level = option.value && (shape.isOff?.(option.value) ? 0 : shape.level?.(option.value));
    yield {
      family: shape.family,
      key: `${option.of} ${bareName}`,
      scope: scopeOf(visited),
      range: option.range,
      subject: option.of,
      ...(level !== undefined && { level, scale: shape.family }),
    };
  }
}

/** Everything in a piece of code that may be an option, which many kinds look through. */
const optionsIn = remembered((code: readonly CodeNode[]) =>
  visitsOf(code, 'object', 'call', 'assignment').flatMap((visited) =>
    optionsOf(visited).map((option) => ({ option, bareName: withoutSet(option.name), visited })),
  ),
);

function optionsOf(visited: Visited): readonly Option[] {
  const { node } = visited;
  if (node.kind === 'object') {
    const of = callAround(visited);
    return node.properties.map(({ key, value, range }) => ({ name: key, value, range, of }));
  }
  if (node.kind === 'call' && node.receiver && node.arguments.length > 0 && node.arguments.length <= 2) {
    const range = node.receiver.kind === 'call' ? { start: node.nameRange.start, end: node.range.end } : node.range;
    return [{ name: node.name, value: node.arguments[0], range, of: receiverWord(node.receiver) }];
  }
  if (node.kind === 'assignment' && node.target.kind === 'member') {
    return [{ name: node.target.name, value: node.value, range: node.range, of: receiverWord(node.target.object) }];
  }
  return [];
}

/** What the object is given to: the nearest call or construction, else the variable that holds it. */
function callAround(visited: Visited): string {
  for (let at = visited.parent, depth = 0; at && depth < 6; at = at.parent, depth++) {
    if (at.node.kind === 'call') return at.node.name;
    if (at.node.kind === 'new') return at.node.type;
    if (at.node.kind === 'variable') return at.node.name;
    if (at.node.kind === 'function') return '';
  }
  return '';
}

function receiverWord(receiver: Expression): string {
  if (receiver.kind === 'name' || receiver.kind === 'member') return receiver.name;
  if (receiver.kind === 'new') return receiver.type;
  if (receiver.kind === 'call') return receiver.receiver ? receiverWord(receiver.receiver) : receiver.name;
  return receiver.kind;
}

function withoutSet(name: string): string {
  return /^(set|with)[A-Z]/.test(name) ? name.replace(/^(set|with)/, '').replace(/^./, (first) => first.toLowerCase()) : name;
}

/** A table of shapes from rows of names. */
export function optionTable(...rows: readonly (readonly [names: string, shape: OptionShape])[]): ReadonlyMap<string, OptionShape> {
  return new Map(rows.flatMap(([names, shape]) => names.split(' ').map((name) => [name, shape] as const)));
}
