import * as z from 'zod/mini';
import type { SourceFile } from '../../code/code-change.ts';
import type { Construction } from '../../code/expression.ts';
import type { SymbolFact } from '../../code/facts.ts';
import type { Handler } from '../../code/statement.ts';
import { callsIn, foldedText, handlersIn, visitsOf, type CodeNode } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { codeIn, reference, simpleTypeName } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { causeFix } from './cause-fix.ts';
import { isIdle } from './silent-handler.ts';

const java = (thrown: string): string =>
  `class Rates {\n  Rate load(String id) {\n    try {\n      return client.get(id);\n    } catch (IOException e) {\n      throw ${thrown};\n    }\n  }\n}\n`;
const script = (thrown: string): string =>
  `export async function load(id) {\n  try {\n    return await get(id);\n  } catch (error) {\n    throw ${thrown};\n  }\n}\n`;

export const lostCause = defineFileRule({
  id: 'robustness/lost-cause',
  title: 'A new error takes the place of the one that led to it',
  reason:
    'The error that was caught says where and why it went wrong. A new error without it leaves whoever looks for the reason with a stack trace that ends at the handler.',
  remedy: 'Give the caught error to the new one as its cause: `new OrderException("…", e)`, `new Error("…", { cause: error })`.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [392],
  sources: [
    { title: 'PMD: PreserveStackTrace', url: 'https://docs.pmd-code.org/latest/pmd_rules_java_bestpractices.html#preservestacktrace' },
    { title: 'MDN: Error cause', url: 'https://developer.mozilla.org/docs/Web/JavaScript/Reference/Global_Objects/Error/cause' },
  ],
  limits:
    'A handler that reports the error before, or that names it `ignored` or `expected`, is left alone. In TypeScript and JavaScript an error whose message is part of the new one is left alone too. Text that is not a number or a date says all that there is to know: its error needs no cause.',
  examples: [
    edited(
      'the cause is not given',
      'src/main/java/Rates.java',
      'class Rates {\n}\n',
      java('new IllegalStateException("no rate")'),
      ['6 `load` throws an IllegalStateException without the IOException that led to it.'],
      java('new IllegalStateException("no rate", e)'),
    ),
    edited('the cause is given', 'src/main/java/Rates.java', 'class Rates {\n}\n', java('new IllegalStateException("no rate", e)')),
    edited(
      'the cause is not given in TypeScript',
      'src/load.ts',
      'export {};\n',
      script("new Error('no rate')"),
      ['5 `load` throws an Error without the error that led to it.'],
      script("new Error('no rate', { cause: error })"),
    ),
    edited('the cause is given in TypeScript', 'src/load.ts', 'export {};\n', script("new Error('no rate', { cause: error })")),
    edited('the cause is not given in JavaScript', 'src/load.js', '', script("new TypeError('no rate')"), [
      '5 `load` throws a TypeError without the error that led to it.',
    ]),
    edited('the error itself is thrown', 'src/load.js', '', script('error')),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production') return;
    for (const { symbol, code } of codeIn(file)) {
      for (const { handler, try: attempted } of handlersIn(code))
        if (!isIdle(handler, attempted.node)) yield* findingsIn(file, symbol, handler);
    }
  },
});

function* findingsIn(file: SourceFile, symbol: SymbolFact, handler: Handler): Generator<FindingDraft> {
  const { name } = handler;
  const java = file.facts?.language === 'java';
  if (name === undefined || /ignore|expected|unused|^_/i.test(name) || handler.types.some((type) => tellsAll.has(simpleTypeName(type))))
    return;
  const used = usesOf(name, handler.body);
  for (const { node } of visitsOf(handler.body, 'throw')) {
    const thrown = node.value;
    if (thrown.kind !== 'new' || thrown.members || used.elsewhere || mentions(thrown, name, java)) continue;
    const caught = handler.types.length > 0 ? `the ${handler.types.map(simpleTypeName).join(' or ')}` : 'the error';
    const type = simpleTypeName(thrown.type);
    const fix = causeFix(file, thrown, handler);
    yield {
      message: `\`${symbol.name}\` throws ${/^[aeiou]/i.test(type) ? 'an' : 'a'} ${type} without ${caught} that led to it.`,
      place: { file, range: node.range },
      subject: `${symbol.qualifiedName} ${foldedText(file.text, node.range)}`,
      content: foldedText(file.text, node.range),
      symbol: reference(symbol),
      ...(fix && { fixes: [fix] }),
      properties: { category: 'error-handling' },
    };
  }
}

/** Errors that say nothing that the code around does not know. */
const tellsAll: ReadonlySet<string> = new Set([
  'NumberFormatException',
  'DateTimeParseException',
  'NoSuchElementException',
  'InputMismatchException',
  'IndexOutOfBoundsException',
  'CloneNotSupportedException',
]);

/** Whether the error is given to anything but what is thrown: logged, collected, made the cause afterwards. */
function usesOf(name: string, body: readonly CodeNode[]): { readonly elsewhere: boolean } {
  const given = callsIn(body).some(({ arguments: all }) => all.some((each) => each.kind === 'name' && each.name === name));
  return { elsewhere: given };
}

/** In Java only the error itself is a cause; its message alone is not. */
function mentions(thrown: Construction, name: string, java: boolean): boolean {
  return visitsOf(thrown.arguments, 'name').some(({ node, parent }) => node.name === name && !(java && isAskedForItsText(parent?.node)));
}

function isAskedForItsText(around: CodeNode | undefined): boolean {
  if (around?.kind === 'concatenation') return true;
  return around?.kind === 'call' && /^(getMessage|getLocalizedMessage|toString|getClass)$/.test(around.name);
}
