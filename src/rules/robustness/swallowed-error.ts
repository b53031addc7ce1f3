import * as z from 'zod/mini';
import type { SourceFile } from '../../code/code-change.ts';
import type { Call, FunctionExpression } from '../../code/expression.ts';
import type { SymbolFact } from '../../code/facts.ts';
import type { Handler } from '../../code/statement.ts';
import { callsIn, foldedText, handlersIn } from '../../code/walk.ts';
import type { FindingDraft, FixDraft } from '../../finding/draft.ts';
import { codeIn, commentsWithin, reference } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { isCleanup, isIdle, isProbe, isReason, lossIn, type Loss } from './silent-handler.ts';

export const swallowedError = defineFileRule({
  id: 'robustness/swallowed-error',
  title: 'An error is caught and forgotten',
  reason:
    'An error that is caught and neither handled, reported nor passed on is lost: the program goes on with a wrong state, and whoever looks for the cause later finds nothing. A lost interruption keeps a thread running that was asked to stop.',
  remedy:
    'Handle the error, pass it on with its cause, or report it. Where ignoring it is right, say why in a comment in the handler, or name the variable `ignored`. After an `InterruptedException` call `Thread.currentThread().interrupt()` or pass it on.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [390, 391],
  sources: [
    {
      title: 'SEI CERT ERR00-J: Do not suppress or ignore checked exceptions',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/ERR00-J.+Do+not+suppress+or+ignore+checked+exceptions',
    },
    {
      title: 'SEI CERT THI05-J, and Java Concurrency in Practice 7.1.3: restore the interrupted status',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/THI05-J.+Do+not+use+Thread.stop%28%29+to+terminate+threads',
    },
  ],
  limits:
    'A handler that only logs counts as handling. A handler that only answers `null` is found where it catches everything: `Exception` and wider in Java, around an `await` in TypeScript and JavaScript. Tests and examples are left out.',
  examples: [
    {
      name: 'a catch block is empty',
      base: {},
      head: {
        'src/main/java/Store.java':
          'class Store {\n  void save(Path path) {\n    try {\n      Files.writeString(path, text());\n    } catch (IOException e) {\n    }\n  }\n}\n',
      },
      finds: ['src/main/java/Store.java:5 The catch block of `save` is empty: an IOException is lost.'],
      fixed: {
        'src/main/java/Store.java':
          'class Store {\n  void save(Path path) {\n    try {\n      Files.writeString(path, text());\n    } catch (IOException e) {\n      throw new IllegalStateException(e);\n    }\n  }\n}\n',
      },
    },
    {
      name: 'the comment in the catch block gives the reason',
      base: {},
      head: {
        'src/main/java/Store.java':
          'class Store {\n  void close(Channel channel) {\n    try {\n      channel.close();\n    } catch (IOException e) {\n      // the peer has already hung up\n    }\n  }\n}\n',
      },
      finds: [],
    },
    {
      name: 'a rejected promise is caught by an empty function',
      base: { 'src/send.ts': 'export function send(m: Mail) {\n  return post(m);\n}\n' },
      head: { 'src/send.ts': 'export function send(m: Mail) {\n  return post(m).catch(() => {});\n}\n' },
      finds: ['src/send.ts:2 `send` catches every rejection and drops it.'],
      fixed: { 'src/send.ts': 'export function send(m: Mail) {\n  return post(m).catch((error) => { console.error(error); });\n}\n' },
    },
    {
      name: 'the error is passed on with its cause',
      base: {},
      head: {
        'src/send.ts':
          "export async function send(m: Mail) {\n  try {\n    await post(m);\n  } catch (error) {\n    throw new Error('not sent', { cause: error });\n  }\n}\n",
      },
      finds: [],
    },
    {
      name: 'a promise’s failure is reported',
      base: {},
      head: { 'src/send.js': 'export function send(m) {\n  post(m).catch((error) => report(error));\n}\n' },
      finds: [],
    },
    {
      name: 'a catch block is empty in JavaScript',
      base: {},
      head: { 'src/load.js': 'export function load(name) {\n  try {\n    start(name);\n  } catch (error) {}\n}\n' },
      finds: ['src/load.js:4 The catch block of `load` is empty: an error is lost.'],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production') return;
    for (const { symbol, code } of codeIn(file)) {
      for (const { handler, try: attempted } of handlersIn(code)) {
        const loss = isCleanup(attempted) || isIdle(handler, attempted.node) ? undefined : lossIn(handler, attempted.node, file);
        if (loss)
          yield { ...handlerFinding(file, symbol, handler, loss), ...(isProbe(handler, attempted.node) && { confidence: 'low' as const }) };
      }
      for (const call of callsIn(code)) {
        const dropped = droppingHandler(call, file);
        if (dropped) yield rejectionFinding(file, symbol, call, dropped);
      }
    }
  },
});

function handlerFinding(file: SourceFile, symbol: SymbolFact, handler: Handler, loss: Loss): FindingDraft {
  const what = handler.types.length > 0 ? `an ${handler.types.join(' or ')}`.replace(/^an (?=[^aeiou])/i, 'a ') : 'an error';
  const messages: Record<Loss, string> = {
    empty: `The catch block of \`${symbol.name}\` is empty: ${what} is lost.`,
    'answers-nothing': `The catch block of \`${symbol.name}\` answers with nothing: the caller cannot tell ${what} from “there is none”.`,
    'interruption-lost': `\`${symbol.name}\` catches an InterruptedException and does not restore the interruption: the thread goes on as if nobody had asked it to stop.`,
  };
  return {
    message: messages[loss],
    place: { file, range: { start: handler.range.start, end: handler.bodyRange.start } },
    subject: `${symbol.qualifiedName} ${loss} ${foldedText(file.text, handler.range)}`,
    content: `${loss} ${foldedText(file.text, handler.range)}`,
    symbol: reference(symbol),
    fixes: handlerFixes(file, handler, loss),
  };
}

function handlerFixes(file: SourceFile, handler: Handler, loss: Loss): readonly FixDraft[] {
  const { name } = handler;
  if (name === undefined || loss === 'answers-nothing') return [];
  const java = file.facts?.language === 'java';
  if (loss === 'interruption-lost') return [insertion(file, handler, 'Restore the interruption', 'Thread.currentThread().interrupt();')];
  return [insertion(file, handler, 'Pass the error on', java ? `throw new IllegalStateException(${name});` : `throw ${name};`)];
}

/** Unsafe: what runs after the handler today may rely on the silence. */
function insertion(file: SourceFile, handler: Handler, title: string, statement: string): FixDraft {
  const { start, end } = handler.bodyRange;
  const lineStart = file.text.lastIndexOf('\n', handler.range.start) + 1;
  const indent = /^[ \t]*/.exec(file.text.slice(lineStart))?.[0] ?? '';
  const inner = indent + (indent.startsWith('\t') ? '\t' : '  ');
  const blank = file.text.slice(start, end).trim() === '';
  const edit = blank
    ? { file, range: { start, end }, newText: `\n${inner}${statement}\n${indent}` }
    : { file, range: { start, end: start }, newText: `\n${inner}${statement}` };
  return { title, safety: 'unsafe', edits: [edit] };
}

function droppingHandler(call: Call, file: SourceFile): FunctionExpression | undefined {
  const [handler, ...more] = call.arguments;
  if (call.name !== 'catch' || !call.receiver || more.length > 0) return undefined;
  if (handler?.kind !== 'function' || handler.body.length > 0) return undefined;
  const above = file.lines.lineRange(Math.max(1, file.lines.position(call.range.start).line - 1)).start;
  return commentsWithin(file, { start: above, end: handler.range.end }).some(isReason) ? undefined : handler;
}

function rejectionFinding(file: SourceFile, symbol: SymbolFact, call: Call, handler: FunctionExpression): FindingDraft {
  return {
    message: `\`${symbol.name}\` catches every rejection and drops it.`,
    place: { file, range: { start: call.nameRange.start, end: call.range.end } },
    subject: `${symbol.qualifiedName} rejection ${foldedText(file.text, call.range)}`,
    content: `rejection ${foldedText(file.text, call.range)}`,
    symbol: reference(symbol),
    fixes: [
      {
        title: 'Report the error',
        safety: 'unsafe',
        edits: [
          {
            file,
            range: handler.range,
            newText: `(${handler.parameters[0] ?? 'error'}) => { console.error(${handler.parameters[0] ?? 'error'}); }`,
          },
        ],
      },
    ],
  };
}
