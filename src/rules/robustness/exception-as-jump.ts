import * as z from 'zod/mini';
import type { Handler, Loop, Try } from '../../code/statement.ts';
import type { SourceFile } from '../../code/code-change.ts';
import { bare, foldedText, visitsOf, type Visited } from '../../code/walk.ts';
import type { FindingDraft } from '../../finding/draft.ts';
import { codeIn, simpleTypeName } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { findingAt } from '../safeguards/finding-in.ts';

const java = (type: string): string =>
  `class Search {\n  int find(int[] all) {\n    try {\n      for (int each : all) {\n        if (each > 9) throw new FoundException(each);\n      }\n    } catch (${type} e) {\n      return e.value();\n    }\n    return -1;\n  }\n}\n`;

const script = (line: string): string =>
  `export function find(all) {\n  try {\n    all.forEach((each) => {\n      ${line}\n    });\n  } catch (found) {\n    return found;\n  }\n}\n`;

export const exceptionAsJump = defineFileRule({
  id: 'robustness/exception-as-jump',
  title: 'An exception is thrown to be caught in the same function',
  reason:
    'An exception that only jumps to another place of the same function hides the way that the code takes, is slow, and its handler also catches exceptions that were not meant.',
  remedy: 'Use a condition, a `break`, or a function of its own that returns.',
  severity: 'note',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [],
  sources: [
    { title: 'PMD: ExceptionAsFlowControl', url: 'https://docs.pmd-code.org/latest/pmd_rules_java_design.html#exceptionasflowcontrol' },
  ],
  limits:
    'Only where the very type that is thrown is caught around it, and the handler does not throw again; in Java also where a loop without an end runs over the end of what it reads. In scripts only functions of loops over lists.',
  examples: [
    edited('a loop is left by an exception', 'src/main/java/Search.java', 'class Search {\n}\n', java('FoundException'), [
      '5 `find` throws a FoundException only to catch it itself.',
    ]),
    ...['src/search.ts', 'src/search.js'].flatMap((path) => [
      edited('a loop over a list is left by an exception', path, '', script('if (each > 9) throw each;'), [
        '4 `find` throws `each` only to leave the loop and catch it itself.',
      ]),
      edited('a loop over a list fails', path, '', script("if (each > 9) throw new RangeError('too large');")),
    ]),
    edited('another exception is caught', 'src/main/java/Search.java', 'class Search {\n}\n', java('IOException')),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production' || !file.facts) return;
    if (file.facts.language !== 'java') {
      yield* jumpsInScript(file);
      return;
    }
    for (const { symbol, code } of codeIn(file)) {
      const told = new Set<Try>();
      for (const { node } of visitsOf(code, 'try')) {
        const type = endByException(node);
        if (type === undefined) continue;
        told.add(node);
        yield findingAt(
          file,
          symbol,
          node.handlers[0]?.range ?? node.range,
          `\`${symbol.name}\` goes on until the ${type} comes: the end of the loop is no error.`,
          'error-handling',
        );
      }
      for (const visited of visitsOf(code, 'throw')) {
        const { value, range } = visited.node;
        if (value.kind !== 'new') continue;
        const type = simpleTypeName(value.type);
        const around = caughtBy(visited, type);
        if (!around || told.has(around)) continue;
        told.add(around);
        yield findingAt(
          file,
          symbol,
          range,
          `\`${symbol.name}\` throws ${/^[AEIOU]/.test(type) ? 'an' : 'a'} ${type} only to catch it itself.`,
          'error-handling',
        );
      }
    }
  },
});

const looping = /^(?:forEach|map|filter|some|every|find|reduce|eachRow|each)$/;

/** `try { list.forEach((each) => { if (…) throw each; }) } catch (found) { return found; }`. */
function* jumpsInScript(file: SourceFile): Generator<FindingDraft> {
  for (const { symbol, code } of codeIn(file)) {
    for (const visited of visitsOf(code, 'throw')) {
      const thrown = bare(visited.node.value);
      const handler = /^(?:name|member|object|string|number)$/.test(thrown.kind) ? loopLeftBy(visited) : undefined;
      const caught = handler?.name;
      if (!handler || caught === undefined || visitsOf(handler.body, 'throw').length > 0) continue;
      if (thrown.kind === 'name' && /err|^e$|^ex$|exception|reason|cause/i.test(thrown.name)) continue;
      if (!visitsOf(handler.body, 'return').some(({ node }) => node.value?.kind === 'name' && node.value.name === caught)) continue;
      yield findingAt(
        file,
        symbol,
        visited.node.range,
        `\`${symbol.name}\` throws \`${foldedText(file.text, thrown.range)}\` only to leave the loop and catch it itself.`,
        'error-handling',
      );
    }
  }
}

/** The handler around a loop over a list whose function throws. */
function loopLeftBy(visited: Visited): Handler | undefined {
  let functions = 0;
  for (let at = visited.parent; at; at = at.parent) {
    const { node } = at;
    if (node.kind === 'function') {
      const around = at.parent?.node;
      functions++;
      if (functions > 1 || around?.kind !== 'call' || !looping.test(around.name)) return undefined;
    }
    if (node.kind === 'try') return functions === 1 ? node.handlers[0] : undefined;
  }
  return undefined;
}

const ending =
  /^(?:ArrayIndexOutOfBounds|IndexOutOfBounds|StringIndexOutOfBounds|NoSuchElement|NullPointer|EmptyStack|BufferUnderflow)Exception$/;

/** `while (true)` that only ends by running over the end of what it reads. */
function endByException({ body, handlers }: Try): string | undefined {
  const loop = body.find((each) => each.kind === 'loop');
  if (!loop || !isEndless(loop) || visitsOf(loop.body, 'break', 'return').length > 0) return undefined;
  return handlers.flatMap(({ types }) => types.map(simpleTypeName)).find((type) => ending.test(type));
}

function isEndless({ form, header }: Loop): boolean {
  const [test] = header;
  return (form === 'while' && test?.kind === 'true') || (form === 'for' && header.length === 0);
}

/** The `try` that the exception goes no further than. */
function caughtBy(visited: Visited, type: string): Try | undefined {
  let inner: Visited = visited;
  for (let at = visited.parent; at; inner = at, at = at.parent) {
    const { node } = at;
    if (node.kind === 'function' || node.kind === 'functions' || node.kind === 'new') return undefined;
    if (node.kind === 'try' && node.body.some((each) => each === inner.node) && catches(node, type)) return node;
  }
  return undefined;
}

function catches({ handlers }: Try, type: string): boolean {
  return handlers.some(({ types, body }) => types.some((each) => simpleTypeName(each) === type) && visitsOf(body, 'throw').length === 0);
}
