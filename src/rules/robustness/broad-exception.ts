import * as z from 'zod/mini';
import type { SourceFile } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import type { Handler, Try } from '../../code/statement.ts';
import { callsIn, foldedText, handlersIn, throwsIn, visitsOf } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { codeIn, commentsWithin, reference, simpleTypeName } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';

const java = (line: string, body = 'return last();'): string =>
  `class Rates {\n  int load() {\n    try {\n      return get();\n    } catch (${line} e) {\n      ${body}\n    }\n  }\n}\n`;

export const broadException = defineFileRule({
  id: 'robustness/broad-exception',
  title: 'An exception says less than it could',
  reason:
    'A handler for everything also catches what nobody thought of: mistakes of the program, a full memory, a thread that is to stop. An exception of a general type leaves callers no way to tell what happened.',
  remedy:
    'Catch what the calls really throw, and throw a type that says what went wrong. At the outermost border of a program, where everything must be caught, report it.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java'],
  cwe: [396, 397],
  sources: [
    {
      title: 'SEI CERT ERR08-J: Do not catch NullPointerException or any of its ancestors',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/ERR08-J.+Do+not+catch+NullPointerException+or+any+of+its+ancestors',
    },
    {
      title: 'SEI CERT ERR07-J: Do not throw RuntimeException, Exception, or Throwable',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/ERR07-J.+Do+not+throw+RuntimeException%2C+Exception%2C+or+Throwable',
    },
  ],
  limits:
    'A handler of `Exception` or `RuntimeException` is less sure than one of `Throwable`, `Error` or `NullPointerException`, since at a border it may be right; so is a general exception that has a message. A handler that throws again, gives the error to a callback, a future or a fallback, or has a comment, is left alone.',
  examples: [
    edited('an error of the machine is caught', 'src/main/java/Rates.java', 'class Rates {\n}\n', java('Throwable'), [
      '5 `load` catches every Throwable, also errors that no program can mend.',
    ]),
    edited(
      'an error is caught to clean up and thrown again',
      'src/main/java/Rates.java',
      'class Rates {\n}\n',
      java('Throwable', 'close(); throw e;'),
    ),
    edited('one exception is caught', 'src/main/java/Rates.java', 'class Rates {\n}\n', java('IOException')),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production' || file.facts?.language !== 'java') return;
    for (const { symbol, code } of codeIn(file)) {
      for (const { handler, try: around } of handlersIn(code))
        if (!isAskedFor(handler, around.node, file)) yield* broadHandler(file, symbol, handler);
      for (const { node } of visitsOf(code, 'throw')) {
        if (node.value.kind !== 'new' || !general.has(simpleTypeName(node.value.type))) continue;
        const type = simpleTypeName(node.value.type);
        yield {
          message: `\`${symbol.name}\` throws a mere ${type}: callers cannot tell what went wrong.`,
          place: { file, range: node.range },
          subject: `${symbol.qualifiedName} ${foldedText(file.text, node.range)}`,
          symbol: reference(symbol),
          ...(node.value.arguments.length > 0 && { confidence: 'low' as const }),
          properties: { category: 'generic-exception' },
        };
      }
    }
  },
});

const general: ReadonlySet<string> = new Set(['Exception', 'RuntimeException', 'Throwable', 'Error']);
const why: ReadonlyMap<string, string> = new Map([
  ['Throwable', 'every Throwable, also errors that no program can mend'],
  ['Error', 'every Error, which no program can mend'],
  ['NullPointerException', 'a NullPointerException, which is a mistake in the code and not a case'],
  ['StackOverflowError', 'a StackOverflowError, after which the state is unknown'],
  ['OutOfMemoryError', 'an OutOfMemoryError, after which the state is unknown'],
  ['Exception', 'every Exception, also those of mistakes in the code'],
  ['RuntimeException', 'every RuntimeException, also those of mistakes in the code'],
]);

/** What looks for classes and methods that may not be there throws errors where they cannot be linked. */
const lookups =
  /^(?:find(?:Virtual|Static|Constructor|Special|VarHandle|Getter|Setter)|unreflect\w*|forName|loadClass|getDeclared(?:Method|Field|Constructor)s?|privateLookupIn)$/;

/** What is called may throw anything, as its signature says: who handles what goes wrong has to catch all of it. */
function isAskedFor({ types }: Handler, { body }: Try, { facts, text }: SourceFile): boolean {
  if (!types.some((type) => simpleTypeName(type) === 'Throwable')) return false;
  if (callsIn(body).some(({ name }) => lookups.test(name))) return true;
  return callsIn(body).some(
    ({ name, receiver }) =>
      name === 'proceed' ||
      /^(?:invokeExact|invokeWithArguments)$/.test(name) ||
      (name === 'invoke' && receiver !== undefined && text.includes('MethodHandle')) ||
      (facts?.symbols.some((symbol) => symbol.name === name && symbol.throws.some((type) => simpleTypeName(type) === 'Throwable')) ??
        false),
  );
}

/** The whole error is given to who decides what becomes of it: a callback, a future, a fallback. A log decides nothing. */
function handsOn({ name, body }: Handler): boolean {
  return (
    name !== undefined &&
    callsIn(body).some(
      (call) =>
        !/^(?:log|trace|debug|info|warn|warning|error|severe|fatal|print|println|printf|format|printStackTrace|append|add|addSuppressed|toString|valueOf)$/.test(
          call.name,
        ) && call.arguments.some((given) => given.kind === 'name' && given.name === name),
    )
  );
}

function* broadHandler(file: SourceFile, symbol: SymbolFact, handler: Handler): Generator<FindingDraft> {
  const type = handler.types.map(simpleTypeName).find((each) => why.has(each));
  if (type === undefined || throwsIn(handler.body).length > 0 || commentsWithin(file, handler.bodyRange).length > 0) return;
  if (/ignore|expected/i.test(handler.name ?? '') || (type === 'Throwable' && handsOn(handler))) return;
  yield {
    message: `\`${symbol.name}\` catches ${why.get(type) ?? type}.`,
    place: { file, range: { start: handler.range.start, end: handler.bodyRange.start } },
    subject: `${symbol.qualifiedName} catch ${type} ${foldedText(file.text, handler.range)}`,
    symbol: reference(symbol),
    ...(/^(Runtime)?Exception$/.test(type) && { confidence: 'low' as const }),
    properties: { category: 'generic-exception' },
  };
}
