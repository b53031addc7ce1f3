import * as z from 'zod/mini';
import { canonical } from '../../code/canonical.ts';
import type { CodeChange, SymbolAt, SymbolChange } from '../../code/code-change.ts';
import type { Call } from '../../code/expression.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { bare, codeOf, visitsOf, type Visited } from '../../code/walk.ts';
import { defineChangeRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { findingAt } from '../safeguards/finding-in.ts';
import { scopeOf } from '../safeguards/scopes.ts';

type Paired = Extract<SymbolChange, { kind: 'paired' }>;

const handler = (check: string): string =>
  `export async function remove(user, id) {\n  const allowed = ${check}access.hasPermission(user, id);\n  if (!allowed) throw new Forbidden();\n  await orders.remove(id);\n}\n`;
const saving = (wait: string): string =>
  `export async function create(order) {\n  ${wait}audit.write(order);\n  return await orders.save(order);\n}\n`;

export const removedAwait = defineChangeRule({
  id: 'robustness/removed-await',
  title: 'What was waited for is no longer waited for',
  reason:
    'A promise is always true, whatever comes of it: a condition on one that nobody waits for lets everyone through. And work that nobody waits for may not be done when the answer goes out; when it fails nobody hears of it.',
  remedy: 'Put the `await` back. Where the work is to go on in the background, say so with `void` and handle its errors.',
  severity: 'error',
  confidence: 'high',
  languages: ['typescript', 'javascript'],
  cwe: [252, 670],
  sources: [
    { title: 'typescript-eslint: no-misused-promises', url: 'https://typescript-eslint.io/rules/no-misused-promises/' },
    { title: 'typescript-eslint: no-floating-promises', url: 'https://typescript-eslint.io/rules/no-floating-promises/' },
  ],
  limits:
    'Looks at calls that were awaited before in the same function, where it still waits for something else. A promise that is returned, kept in a list, given to another function or waited for later is none; neither is a function that has none as it is declared in the file, or that the same change makes one without.',
  examples: [
    edited(
      'a check is no longer waited for',
      'src/remove.ts',
      handler('await '),
      handler(''),
      ['2 `remove` no longer waits for `access.hasPermission`: `allowed` is a promise now, which is always true in a condition.'],
      handler('await '),
    ),
    edited('it is waited for later', 'src/remove.js', handler('await '), handler('').replace('!allowed', '!(await allowed)')),
    edited(
      'work goes on behind the answer',
      'src/create.js',
      saving('await '),
      saving(''),
      ['2 `create` no longer waits for `audit.write`: it goes on before that is done, and does not hear of its failure.'],
      saving('await '),
    ),
    edited('work is left to itself on purpose', 'src/create.ts', saving('await '), saving('void ')),
  ],
  needs: [],
  options: z.object({}),
  *check(change) {
    for (const each of change.symbols)
      if (each.kind === 'paired' && each.head.file.role === 'production' && each.base.symbol !== each.head.symbol)
        yield* lostWaits(each, change);
  },
});

function* lostWaits({ base, head }: Paired, change: CodeChange) {
  const waited = waitedFor(base);
  if (waited.size === 0 || !/^(?:type|java)script$/.test(head.file.facts?.language ?? '')) return;
  const still = waitedFor(head);
  for (const visited of visitsOf(codeOf(head.symbol), 'call')) {
    const { node } = visited;
    const key = keyOf(visited, node);
    if (!waited.has(key) || still.has(key) || !waitsElsewhere(visited, head) || answersAtOnce(node, head, change)) continue;
    const what = lossOf(visited, head);
    if (what === undefined) continue;
    const name = head.file.text.slice(node.range.start, node.nameRange.end).replace(/\s+/g, '');
    yield {
      ...findingAt(head.file, head.symbol, node.range, `\`${head.symbol.name}\` no longer waits for \`${name}\`: ${what}`),
      related: [{ file: base.file, range: base.symbol.nameRange, caption: 'it waited here' }],
      fixes: [
        {
          title: 'Wait for it',
          safety: 'unsafe' as const,
          edits: [{ file: head.file, range: { start: node.range.start, end: node.range.start }, newText: 'await ' }],
        },
      ],
    };
  }
}

/** The calls that a symbol waits for, each in the function that it stands in. */
function waitedFor({ symbol }: SymbolAt): ReadonlySet<string> {
  return new Set(
    visitsOf(codeOf(symbol), 'await').flatMap((visited) => {
      const value = bare(visited.node.value);
      return value.kind === 'call' ? [keyOf(visited, value)] : [];
    }),
  );
}

function keyOf(visited: Visited, call: Call): string {
  return `${scopeOf(visited)} ${canonical(call)}`;
}

/** Whether the function around still waits for something: one that waits for nothing any more was made one without promises. */
function waitsElsewhere(visited: Visited, { symbol }: SymbolAt): boolean {
  const scope = scopeOf(visited);
  return visitsOf(codeOf(symbol), 'await').some((each) => scopeOf(each) === scope);
}

/** A function without a promise, as it is declared in the file, or as the change itself makes it one. */
function answersAtOnce({ name }: Call, { file }: SymbolAt, { symbols }: CodeChange): boolean {
  const declared = file.facts?.symbols.filter((each) => each.name === name && each.parameters) ?? [];
  if (declared.length > 0 && declared.every(isWithoutPromise)) return true;
  return symbols.some(
    (each) => each.kind === 'paired' && each.head.symbol.name === name && mayPromise(each.base.symbol) !== mayPromise(each.head.symbol),
  );
}

function mayPromise({ modifiers, type }: SymbolFact): boolean {
  return modifiers.includes('async') || (type?.includes('Promise') ?? false);
}

const atOnce = /^(?:(?:void|undefined|null|boolean|number|string|bigint|never|true|false)(?:\[\])*(?:\s*\|\s*(?!$)|$))+$|^\w{1,60} is /;
const values: ReadonlySet<string> = new Set([
  'binary',
  'unary',
  'string',
  'number',
  'true',
  'false',
  'null',
  'undefined',
  'object',
  'array',
]);

/** By the type that is written, or else by all that it returns. */
function isWithoutPromise(symbol: SymbolFact): boolean {
  if (mayPromise(symbol)) return false;
  if (symbol.type !== undefined) return atOnce.test(symbol.type);
  const body = symbol.body ?? symbol.context?.body;
  return body !== undefined && visitsOf(body, 'return').every(({ node: { value } }) => !value || values.has(bare(value).kind));
}

/** What is wrong with it, where the promise is not waited for in another way. */
function lossOf({ node, parent }: Visited, head: SymbolAt): string | undefined {
  const around = parent?.node;
  if (around?.kind === 'expression') return 'it goes on before that is done, and does not hear of its failure.';
  if (around?.kind === 'if' || (around?.kind === 'unary' && around.operator === '!')) return 'a promise is always true in a condition.';
  if (around?.kind !== 'variable' || around.value !== node) return undefined;
  const uses = visitsOf(codeOf(head.symbol), 'name').filter((each) => each.node.name === around.name);
  const [tested] = uses;
  if (!tested || !uses.every(isTested)) return undefined;
  return `\`${around.name}\` is a promise now, which is always true in a condition.`;
}

/** Whether a value is only asked whether it is true. */
function isTested({ node, parent }: Visited): boolean {
  const around = parent?.node;
  if (around?.kind === 'unary') return around.operator === '!';
  if (around?.kind === 'binary')
    return /^(?:&&|\|\|)$/.test(around.operator) && parent !== undefined && (around.left === node || isTested(parent));
  return (around?.kind === 'if' || around?.kind === 'conditional') && around.test === node;
}
