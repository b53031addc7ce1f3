import * as z from 'zod/mini';
import type { Call } from '../../code/expression.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { originOf } from '../../code/flow/origin.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { handlersIn, visitsOf, type CodeNode, type Visited } from '../../code/walk.ts';
import { codeIn } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { findingAt } from '../safeguards/finding-in.ts';

const script = (call: string): string =>
  `async function save(order) {\n  await db.insert(order);\n}\n\nexport async function create(order) {\n  ${call}\n  return order.id;\n}\n`;

export const unawaitedPromise = defineFileRule({
  id: 'robustness/unawaited-promise',
  title: 'A promise that nobody waits for',
  reason:
    'The function goes on, and answers, before the work is done. When the work fails nobody hears of it: the rejection is unhandled, which ends a Node process.',
  remedy: 'Wait for it with `await`, or return it. Where it is to go on in the background, say so with `void` and handle its errors.',
  severity: 'warning',
  confidence: 'high',
  languages: ['typescript', 'javascript'],
  cwe: [252, 248],
  sources: [{ title: 'typescript-eslint: no-floating-promises', url: 'https://typescript-eslint.io/rules/no-floating-promises/' }],
  limits:
    'Only where it is sure to be a promise: an async function of the same file or class, or a function of Node’s own promise modules. Outside of async functions, where `await` cannot stand, it is less sure.',
  examples: [
    edited(
      'an async function is called in passing',
      'src/create.ts',
      'export {};\n',
      script('save(order);'),
      ['6 `create` does not wait for `save`: it goes on before that is done, and does not hear of its failure.'],
      script('await save(order);'),
    ),
    edited('the promise is left to itself on purpose', 'src/create.ts', 'export {};\n', script('void save(order);')),
    edited('an async function is called in passing in JavaScript', 'src/create.js', '', script('save(order);'), [
      '6 `create` does not wait for `save`: it goes on before that is done, and does not hear of its failure.',
    ]),
    edited('the promise is returned', 'src/create.js', '', script('return save(order);')),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production' || !/^(type|java)script$/.test(file.facts?.language ?? '')) return;
    for (const { symbol, code } of codeIn(file)) {
      for (const visited of visitsOf(code, 'call')) {
        const { node, parent } = visited;
        const ignored = ignoredLoop(node);
        if (ignored)
          yield findingAt(
            file,
            symbol,
            node.nameRange,
            `\`${symbol.name}\` hands an async function to \`forEach\`, which waits for none: it goes on before they are done, and does not hear of their failure. Use \`for … of\`, or \`Promise.all\` of \`map\`.`,
          );
        if (parent?.node.kind !== 'expression' || !isPromise(node, { file, symbol, code })) continue;
        const waits = canWait(visited, symbol);
        yield {
          ...findingAt(
            file,
            symbol,
            node.range,
            `\`${symbol.name}\` does not wait for \`${node.name}\`: it goes on before that is done, and does not hear of its failure.`,
          ),
          ...(!waits && { confidence: 'low' as const }),
          ...(waits && {
            fixes: [
              {
                title: 'Wait for it',
                safety: 'unsafe' as const,
                edits: [{ file, range: { start: node.range.start, end: node.range.start }, newText: 'await ' }],
              },
            ],
          }),
        };
      }
    }
  },
});

/** `list.forEach(async (each) => { await … })` */
function ignoredLoop(call: Call): boolean {
  const [each, ...more] = call.arguments;
  return (
    call.name === 'forEach' &&
    more.length === 0 &&
    each?.kind === 'function' &&
    each.async &&
    visitsOf(each.body, 'await').length > 0 &&
    handlersIn(each.body).length === 0
  );
}

function isPromise(call: Call, scope: Scope): boolean {
  if ((!call.receiver || call.receiver.kind === 'this') && isAsyncOf(call, scope)) return true;
  return /^(fs\.promises|timers\/promises|stream\/promises|dns\/promises)\.\w+\(\)$/.test(originOf(call, scope) ?? '');
}

/** An async function of the file, or an async method of the same class, that no parameter or local hides. */
function isAsyncOf(call: Call, { file, symbol, code }: Scope): boolean {
  const facts = file.facts;
  const named = facts?.symbols.filter(
    ({ name, bodyRange, parent }) =>
      name === call.name && bodyRange && (call.receiver ? parent === symbol.parent : facts.symbols[parent ?? -1]?.kind === 'module'),
  );
  if (!named || named.length === 0 || !named.every(({ modifiers }) => modifiers.includes('async'))) return false;
  return call.receiver !== undefined || !hides(call.name, symbol, code);
}

function hides(name: string, symbol: SymbolFact, code: readonly CodeNode[]): boolean {
  if (symbol.parameters?.some((each) => each.name === name)) return true;
  return (
    visitsOf(code, 'variable').some(({ node }) => node.name === name) ||
    visitsOf(code, 'function').some(({ node }) => node.parameters.includes(name)) ||
    visitsOf(code, 'functions').some(({ node }) => node.functions.some((each) => each.name === name))
  );
}

/** Whether the nearest function around is async, so that `await` can stand there. */
function canWait(visited: Visited, symbol: SymbolFact): boolean {
  for (let at = visited.parent; at; at = at.parent) {
    if (at.node.kind === 'function') return at.node.async;
    if (at.node.kind === 'functions' || at.node.kind === 'other') return false;
  }
  return symbol.modifiers.includes('async');
}
