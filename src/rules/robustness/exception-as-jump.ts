import * as z from 'zod/mini';
import type { Try } from '../../code/statement.ts';
import { visitsOf, type Visited } from '../../code/walk.ts';
import { codeIn, simpleTypeName } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { findingAt } from '../safeguards/finding-in.ts';

const java = (type: string): string =>
  `class Search {\n  int find(int[] all) {\n    try {\n      for (int each : all) {\n        if (each > 9) throw new FoundException(each);\n      }\n    } catch (${type} e) {\n      return e.value();\n    }\n    return -1;\n  }\n}\n`;

export const exceptionAsJump = defineFileRule({
  id: 'robustness/exception-as-jump',
  title: 'An exception is thrown to be caught in the same function',
  reason:
    'An exception that only jumps to another place of the same function hides the way that the code takes, is slow, and its handler also catches exceptions that were not meant.',
  remedy: 'Use a condition, a `break`, or a function of its own that returns.',
  severity: 'note',
  confidence: 'medium',
  languages: ['java'],
  cwe: [],
  sources: [
    { title: 'PMD: ExceptionAsFlowControl', url: 'https://docs.pmd-code.org/latest/pmd_rules_java_design.html#exceptionasflowcontrol' },
  ],
  limits: 'Only where the very type that is thrown is caught around it, and the handler does not throw again.',
  examples: [
    edited('a loop is left by an exception', 'src/main/java/Search.java', 'class Search {\n}\n', java('FoundException'), [
      '5 `find` throws a FoundException only to catch it itself.',
    ]),
    edited('another exception is caught', 'src/main/java/Search.java', 'class Search {\n}\n', java('IOException')),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production' || file.facts?.language !== 'java') return;
    for (const { symbol, code } of codeIn(file)) {
      const told = new Set<Try>();
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
