import * as z from 'zod/mini';
import type { CodeNode, Visited } from '../../code/walk.ts';
import { foldedText, visitsOf, walk } from '../../code/walk.ts';
import { codeIn, reference } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';

const java = (line: string): string =>
  `class Rates {\n  int load() {\n    try {\n      return get();\n    } finally {\n      ${line}\n    }\n  }\n}\n`;
const script = (line: string): string => `export function load() {\n  try {\n    return get();\n  } finally {\n    ${line}\n  }\n}\n`;

export const hiddenErrorInFinally = defineFileRule({
  id: 'robustness/hidden-error-in-finally',
  title: 'A `finally` block ends the function itself',
  reason:
    'What leaves a `finally` block takes the place of what was under way: an error on its way to the caller is dropped without a trace, and a result is replaced.',
  remedy: 'Only clean up in `finally`. Return behind it, and let errors pass.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [584],
  sources: [
    {
      title: 'SEI CERT ERR04-J: Do not complete abruptly from a finally block',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/ERR04-J.+Do+not+complete+abruptly+from+a+finally+block',
    },
    { title: 'ESLint: no-unsafe-finally', url: 'https://eslint.org/docs/latest/rules/no-unsafe-finally' },
  ],
  examples: [
    edited('a finally block returns', 'src/main/java/Rates.java', 'class Rates {\n}\n', java('return 0;'), [
      '6 The `finally` of `load` returns: an error on its way to the caller is dropped.',
    ]),
    edited('a finally block closes', 'src/main/java/Rates.java', 'class Rates {\n}\n', java('close();')),
    edited('a finally block throws', 'src/load.ts', 'export {};\n', script("throw new Error('late');"), [
      '5 The `finally` of `load` throws: an error on its way to the caller is dropped.',
    ]),
    edited('a function in it returns', 'src/load.ts', 'export {};\n', script('items.forEach((item) => { return item.close(); });')),
    edited('a finally block returns in JavaScript', 'src/load.js', '', script('return 0;'), [
      '5 The `finally` of `load` returns: an error on its way to the caller is dropped.',
    ]),
    edited('a loop in it goes on', 'src/load.js', '', script('for (const item of items) { if (!item) continue; item.close(); }')),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production') return;
    for (const { symbol, code } of codeIn(file)) {
      for (const { node } of visitsOf(code, 'try')) {
        for (const { range, verb } of leavingIn(node.finalizer ?? [])) {
          yield {
            message: `The \`finally\` of \`${symbol.name}\` ${verb}: an error on its way to the caller is dropped.`,
            place: { file, range },
            subject: `${symbol.qualifiedName} finally ${foldedText(file.text, range)}`,
            symbol: reference(symbol),
            properties: { category: 'error-handling' },
          };
        }
      }
    }
  },
});

const verbs: Readonly<Record<string, string>> = {
  return: 'returns',
  throw: 'throws',
  break: 'leaves the loop',
  continue: 'goes on with the loop',
};

/** What leaves the block, and not only a function, loop or `try` inside of it. */
function* leavingIn(finalizer: readonly CodeNode[]): Generator<{ readonly range: CodeNode['range']; readonly verb: string }> {
  for (const visited of walk(finalizer)) {
    const { kind, range } = visited.node;
    const verb = verbs[kind];
    if (verb !== undefined && !staysInside(visited, kind)) yield { range, verb };
  }
}

function staysInside(visited: Visited, kind: string): boolean {
  for (let at = visited.parent; at; at = at.parent) {
    const { node } = at;
    if (node.kind === 'function' || node.kind === 'functions' || node.kind === 'new') return true;
    if ((kind === 'break' || kind === 'continue') && (node.kind === 'loop' || node.kind === 'switch')) return true;
    if (kind === 'throw' && node.kind === 'try' && node.handlers.length > 0) return true;
  }
  return false;
}
