import { canonical } from '../../code/canonical.ts';
import type { Call, Expression } from '../../code/expression.ts';
import type { Loop } from '../../code/statement.ts';
import { typeOf } from '../../code/flow/type.ts';
import { bare, foldedText, visitsOf, type Visited } from '../../code/walk.ts';
import { simpleTypeName } from '../code-in-file.ts';
import type { Sight } from '../pattern/code-inventory.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { edited } from '../safeguards/example.ts';

const java = (...lines: readonly string[]): string =>
  `class Orders {\n  void clean(List<Order> orders) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

export const changedWhileLooped = patternRule({
  id: 'robustness/changed-while-looped',
  title: 'A collection is changed while it is looped over',
  reason:
    'The loop fails with a ConcurrentModificationException at its next step, or passes over an element, unless the one that was taken out happened to be the last but one.',
  remedy: 'Use `removeIf`, the `remove` of the iterator, or collect what is to be changed and do it after the loop.',
  severity: 'warning',
  confidence: 'high',
  category: 'collections',
  languages: ['java'],
  cwe: [362],
  sources: [
    {
      title: 'ConcurrentModificationException',
      url: 'https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/ConcurrentModificationException.html',
    },
  ],
  limits:
    'Loops of the form `for (… : collection)` and changes of the same name in them. A change that is followed by leaving the loop is left alone.',
  examples: [
    edited(
      'an element is taken out',
      'src/main/java/Orders.java',
      '',
      java('for (Order order : orders) {', '  if (order.isDone()) orders.remove(order);', '}'),
      ['4 `orders` is changed by `remove` while the loop goes over it: its next step fails.'],
    ),
    edited(
      'the loop is left',
      'src/main/java/Orders.java',
      '',
      java('for (Order order : orders) {', '  if (order.isDone()) {', '    orders.remove(order);', '    break;', '  }', '}'),
    ),
    edited('the collection does it', 'src/main/java/Orders.java', '', java('orders.removeIf(Order::isDone);')),
  ],
  *look(code) {
    for (const sight of code.of('loop')) {
      const [looped] = sight.node.header;
      const over = looped && loopedOver(looped);
      if (sight.node.form !== 'for-each' || !over || isSafe(over, sight)) continue;
      for (const visited of visitsOf(sight.node.body, 'call')) {
        if (!changes(visited.node, over) || isLeft(visited, sight.node) || isLater(visited)) continue;
        yield {
          at: sight,
          range: visited.node.range,
          message: `\`${foldedText(sight.file.text, over.range)}\` is changed by \`${visited.node.name}\` while the loop goes over it: its next step fails.`,
        };
      }
    }
  },
});

/** `orders` of `orders`, `map` of `map.keySet()`. */
function loopedOver(expression: Expression): Expression | undefined {
  const value = bare(expression);
  if (value.kind === 'call' && /^(?:keySet|values|entrySet)$/.test(value.name)) return value.receiver && loopedOver(value.receiver);
  return value.kind === 'name' || (value.kind === 'member' && value.object.kind === 'this') ? value : undefined;
}

/** Collections that may be changed meanwhile. */
function isSafe(over: Expression, sight: Sight): boolean {
  const known = typeOf(over, sight);
  if (known === undefined || known.includes('[')) return true;
  const type = simpleTypeName(known);
  const isCollection = /(?:List|Set|Map|Collection|Deque|Queue)$/.test(type);
  return !isCollection || /^(?:Concurrent|CopyOnWrite)|Blocking/.test(type) || isMadeSafe(over, sight);
}

function isMadeSafe(over: Expression, { file, code }: Sight): boolean {
  const name = over.kind === 'name' || over.kind === 'member' ? over.name : '';
  const values = [
    ...(file.facts?.symbols ?? []).flatMap((symbol) => (symbol.name === name && symbol.value ? [symbol.value] : [])),
    ...visitsOf(code, 'variable').flatMap(({ node }) => (node.name === name && node.value ? [node.value] : [])),
  ];
  return values.some((value) => /Concurrent|CopyOnWrite/.test(foldedText(file.text, value.range)));
}

function changes({ name, receiver, arguments: given }: Call, over: Expression): boolean {
  // `this.orders` and `orders` may be a field and a local of the same name.
  if (receiver?.kind !== over.kind || canonical(receiver) !== canonical(over)) return false;
  if (name === 'remove' || name === 'add') return given.length === 1;
  return /^(?:addAll|removeAll|retainAll|clear|addFirst|addLast|removeFirst|removeLast)$/.test(name);
}

/** The loop ends behind it, in the same block or in one around. */
function isLeft(visited: Visited<Call>, loop: Loop): boolean {
  let child: unknown = visited.node;
  for (let at = visited.parent; at; at = at.parent) {
    const blocks = blocksOf(at.node);
    for (const block of blocks) {
      const index = block.findIndex((each) => each === child);
      if (index !== -1 && block.slice(index).some(({ kind }) => kind === 'break' || kind === 'return' || kind === 'throw')) return true;
    }
    if (at.node.kind === 'return' || at.node.kind === 'throw') return true;
    child = at.node;
  }
  const index = loop.body.findIndex((each) => each === child);
  return index !== -1 && loop.body.slice(index).some(({ kind }) => kind === 'break' || kind === 'return' || kind === 'throw');
}

function blocksOf(node: Visited['node']): readonly (readonly { readonly kind: string }[])[] {
  if (node.kind === 'if') return [node.then, node.otherwise ?? []];
  if (node.kind === 'try') return [node.body, ...node.handlers.map(({ body }) => body), node.finalizer ?? []];
  if (node.kind === 'block' || node.kind === 'loop') return [node.body];
  return node.kind === 'switch' ? node.cases.map(({ body }) => body) : [];
}

/** In a function that runs at another time. */
function isLater(visited: Visited<Call>): boolean {
  for (let at = visited.parent; at; at = at.parent) if (at.node.kind === 'function' || at.node.kind === 'functions') return true;
  return false;
}
