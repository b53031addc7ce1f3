import { groupBy } from '../base/group-by.ts';
import { Memo } from '../base/memo.ts';
import type { TextRange } from '../base/text-range.ts';
import type { Call, Expression, StringLiteral } from './expression.ts';
import type { SymbolFact } from './facts.ts';
import type { Handler, Statement, Throw, Try } from './statement.ts';

export type CodeNode = Statement | Expression;

/** A node with the way down to it. */
export interface Visited<Node extends CodeNode = CodeNode> {
  readonly node: Node;
  readonly parent?: Visited;
}

/** Every statement and expression in source order of their beginnings, the outer before the inner. The same code is walked once, however many rules ask. */
export function walk(roots: readonly CodeNode[]): readonly Visited[] {
  if (roots.length === 0) return noVisits;
  const known = walked.get(roots);
  if (known) return known;
  const visits = visitAll(roots);
  walked.set(roots, visits);
  return visits;
}

const walked = new Memo<readonly CodeNode[], readonly Visited[]>();

/** Not recursive: source may be nested deeply. */
function visitAll(roots: readonly CodeNode[]): readonly Visited[] {
  const visits: Visited[] = [];
  const pending: Visited[] = roots.map((node) => ({ node })).reverse();
  for (let next = pending.pop(); next; next = pending.pop()) {
    visits.push(next);
    const children = childrenOf(next.node);
    for (let at = children.length - 1; at >= 0; at--) {
      const node = children[at];
      if (node) pending.push({ node, parent: next });
    }
  }
  return exactly(visits);
}

/** What has grown item by item holds room for more, which is most of what many short lists take. */
function exactly<Item>(list: readonly Item[]): readonly Item[] {
  return list.slice();
}

/** The code of one symbol: its statements, or its initial value. The same array for the same symbol. */
export function codeOf(symbol: SymbolFact): readonly CodeNode[] {
  return symbol.body ?? (symbol.value ? aloneIn(symbol.value) : noCode);
}

const noCode: readonly CodeNode[] = [];
const alone = new Memo<Expression, readonly CodeNode[]>();

function aloneIn(value: Expression): readonly CodeNode[] {
  const known = alone.get(value);
  if (known) return known;
  const code = [value];
  alone.set(value, code);
  return code;
}

type Kind = Exclude<CodeNode['kind'], 'other'>;
type Of<K extends Kind> = Extract<CodeNode, { readonly kind: K }>;

/** All nodes of the kinds in source order, with the way down to them. */
export function visitsOf<K extends Kind>(roots: readonly CodeNode[], ...kinds: readonly K[]): readonly Visited<Of<K>>[] {
  // Of most symbols no code was read.
  if (roots.length === 0) return noVisits as readonly Visited<Of<K>>[];
  const byKinds = visitsByKinds(roots);
  const key = kinds.length === 1 ? kinds[0] : kinds.join();
  const known = byKinds.get(key ?? '') ?? (kinds.length === 1 ? noVisits : visitsOfSeveral(roots, kinds));
  if (kinds.length > 1) byKinds.set(key ?? '', known);
  return known as readonly Visited<Of<K>>[];
}

const noVisits: readonly Visited[] = [];

function visitsOfSeveral(roots: readonly CodeNode[], kinds: readonly string[]): readonly Visited[] {
  return walk(roots).filter(({ node }) => kinds.includes(node.kind));
}

/** By kind, and by several kinds as they were asked for. */
const grouped = new Memo<readonly CodeNode[], Map<string, readonly Visited[]>>();

function visitsByKinds(roots: readonly CodeNode[]): Map<string, readonly Visited[]> {
  const known = grouped.get(roots);
  if (known) return known;
  const groups: Map<string, readonly Visited[]> = groupBy(walk(roots), ({ node }) => node.kind);
  for (const [kind, visits] of groups) groups.set(kind, exactly(visits));
  grouped.set(roots, groups);
  return groups;
}

export function callsIn(roots: readonly CodeNode[]): readonly Call[] {
  return nodes(roots, 'call');
}

export function throwsIn(roots: readonly CodeNode[]): readonly Throw[] {
  return nodes(roots, 'throw');
}

export function stringsIn(roots: readonly CodeNode[]): readonly StringLiteral[] {
  return nodes(roots, 'string');
}

/** Every handler with its `try`. */
export function handlersIn(roots: readonly CodeNode[]): readonly { readonly handler: Handler; readonly try: Visited<Try> }[] {
  return visitsOf(roots, 'try').flatMap((visited) => visited.node.handlers.map((handler) => ({ handler, try: visited })));
}

function nodes<K extends Kind>(roots: readonly CodeNode[], ...kinds: readonly K[]): readonly Of<K>[] {
  return visitsOf(roots, ...kinds).map((visited) => visited.node);
}

/** Whether any node around it fulfils the predicate. */
export function isWithin(visited: Visited, fulfils: (node: CodeNode) => boolean): boolean {
  for (let at = visited.parent; at; at = at.parent) if (fulfils(at.node)) return true;
  return false;
}

/** `a.b.c` for names and members, with `this` and `super` as written; undefined for anything else. */
export function dottedName(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'name':
      return expression.name;
    case 'this':
    case 'super':
      return expression.kind;
    case 'member': {
      const object = dottedName(expression.object);
      return object === undefined ? undefined : `${object}.${expression.name}`;
    }
    default:
      return undefined;
  }
}

/** The text of a range with every run of white space as one space. */
export function foldedText(text: string, range: TextRange): string {
  return text.slice(range.start, range.end).replace(/\s+/g, ' ').trim();
}

/** The expression without casts, awaits and non-null marks around it. */
export function bare(expression: Expression): Expression {
  let at = expression;
  while (at.kind === 'cast' || at.kind === 'await') at = at.value;
  return at;
}

function childrenOf(node: CodeNode): readonly (CodeNode | undefined)[] {
  switch (node.kind) {
    case 'expression':
    case 'throw':
    case 'await':
    case 'cast':
    case 'spread':
      return [node.value];
    case 'variable':
    case 'return':
      return [node.value];
    case 'if':
      return [node.test, ...node.then, ...(node.otherwise ?? [])];
    case 'loop':
      return [...node.header, ...node.body];
    case 'try':
      return [...node.resources, ...node.body, ...node.handlers.flatMap((handler) => handler.body), ...(node.finalizer ?? [])];
    case 'switch':
      return [node.subject, ...node.cases.flatMap((each) => [...each.labels, ...each.body])];
    case 'block':
      return [node.lock, ...node.body];
    case 'functions':
      return node.functions.flatMap((each) => each.body);
    case 'concatenation':
      return [node.tag, ...node.parts];
    case 'member':
      return [node.object];
    case 'index':
      return [node.object, node.index];
    case 'call':
      return [node.receiver, ...node.arguments];
    case 'new':
      return [...node.arguments, ...(node.members ?? []).flatMap((each) => each.body)];
    case 'binary':
      return [node.left, node.right];
    case 'unary':
      return [node.operand];
    case 'assignment':
      return [node.target, node.value];
    case 'conditional':
      return [node.test, node.then, node.otherwise];
    case 'object':
      return node.properties.map((property) => property.value);
    case 'array':
      return node.elements;
    case 'function':
      return node.body;
    case 'element':
      return [...node.attributes.map((attribute) => attribute.value), ...node.children];
    case 'other':
      return node.children;
    default:
      return [];
  }
}
