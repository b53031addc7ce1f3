import * as z from 'zod/mini';
import { canonical } from '../../code/canonical.ts';
import type { Call, Expression, FunctionExpression } from '../../code/expression.ts';
import { typeOf } from '../../code/flow/type.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { handlersIn, visitsOf, walk, type Visited } from '../../code/walk.ts';
import { codeIn } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { findingAt } from '../safeguards/finding-in.ts';
import { changesNothing, lostResult } from './ignored-results.ts';

const java = (line: string): string =>
  `import java.io.File;\n\nclass Store {\n  void clear(File file, String name) {\n    ${line}\n  }\n}\n`;
const script = (line: string): string => `export function store(name) {\n  ${line}\n  return name;\n}\n`;

export const ignoredResult = defineFileRule({
  id: 'robustness/ignored-result',
  title: 'A result that matters is not looked at',
  reason:
    'Some calls only say by their result that they did not work, others change nothing and only answer the changed value. Without the result the call is as good as none, and the code behind it believes otherwise.',
  remedy: 'Use the result: assign it, ask it, or call what throws instead, such as `Files.delete(path)`.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [252],
  sources: [
    {
      title: 'SEI CERT EXP00-J: Do not ignore values returned by methods',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/EXP00-J.+Do+not+ignore+values+returned+by+methods',
    },
  ],
  limits: 'Only where the type of the receiver is known in the file, and for names that only strings and arrays have.',
  examples: [
    edited('a file may still be there', 'src/main/java/Store.java', 'class Store {\n}\n', java('file.delete();'), [
      '5 `clear` ignores what `delete` answers: that it did not work is lost.',
    ]),
    edited('the result is asked', 'src/main/java/Store.java', 'class Store {\n}\n', java('if (!file.delete()) log.warn("kept {}", file);')),
    edited('a text is not changed in place', 'src/store.ts', 'export {};\n', script('name.trim();'), [
      '2 `store` ignores what `trim` answers: the changed value is lost.',
    ]),
    edited('the changed text is kept', 'src/store.ts', 'export {};\n', script('name = name.trim();')),
    edited('a list is not sorted in place', 'src/store.js', '', script('name.toSorted();'), [
      '2 `store` ignores what `toSorted` answers: the changed value is lost.',
    ]),
    edited('a list is sorted in place', 'src/store.js', '', script('name.sort();')),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production') return;
    for (const { symbol, code } of codeIn(file)) {
      const caught = new Set(handlersIn(code).map(({ handler }) => handler.name));
      for (const { node, parent } of visitsOf(code, 'call')) {
        if (parent?.node.kind !== 'expression' || !node.receiver || isTried(parent)) continue;
        const lost = lostBy(node, { file, symbol, code }, caught);
        if (lost !== undefined)
          yield findingAt(
            file,
            symbol,
            node.range,
            `\`${symbol.name}\` ignores what \`${node.name}\` answers: ${lost}.`,
            'swallowed-error',
          );
      }
    }
  },
});

/** Called to see whether it throws: the only statement before the end of a `try` that handles it. */
function isTried({ node, parent }: Visited): boolean {
  const around = parent?.node;
  if (around?.kind !== 'try' || around.handlers.length === 0) return false;
  const [first, second] = around.body;
  return first === node && (second === undefined || second.kind === 'return');
}

function lostBy(call: Call, scope: Scope, caught: ReadonlySet<string | undefined>): string | undefined {
  const { receiver, name, arguments: given } = call;
  if (!receiver) return undefined;
  if (
    receiver.kind === 'name' &&
    caught.has(receiver.name) &&
    /^(getMessage|getLocalizedMessage|toString|getStackTrace|getCause)$/.test(name)
  )
    return 'the error is not reported';
  const java = scope.file.facts?.language === 'java';
  if (!java && isList(receiver, scope) && answersOnly.test(name) && given.every((each) => each.kind !== 'function' || isCalculation(each)))
    return 'the list itself stays as it is';
  // Given a function, the call may be there for what the function does.
  if (given.some(({ kind }) => kind === 'function')) return undefined;
  if (!java && changesNothing.test(name) && (given.length === 0 || /^(replaceAll|pad|to|flat)/.test(name)))
    return 'the changed value is lost';
  if (/^(?:first|last|absolute|relative|previous)$/.test(name) && isAskedElsewhere(receiver, scope)) return undefined;
  const type = typeOf(receiver, scope);
  return type === undefined ? undefined : lostResult(type, name, given.length);
}

const answersOnly = /^(?:map|filter|concat|slice|flatMap|some|every|find|findIndex|includes|indexOf|join|at)$/;

/** Where the code says so: libraries have chains whose methods are called like those of a list. */
function isList(receiver: Expression, scope: Scope): boolean {
  const type = typeOf(receiver, scope);
  return type !== undefined && /\[\]$|^(?:readonly )?(?:Readonly)?Array$/.test(type);
}

/** A function that only works something out: it sets nothing, and calls nothing but plain methods of its own parameters. */
function isCalculation({ body, parameters }: FunctionExpression): boolean {
  return walk(body).every(({ node }) => {
    if (/^(?:assignment|throw|await|functions|new|loop)$/.test(node.kind)) return false;
    if (node.kind === 'unary') return !/^(?:\+\+|--|delete)$/.test(node.operator);
    if (node.kind !== 'call') return true;
    return changesNothing.test(node.name) && node.receiver?.kind === 'name' && parameters.includes(node.receiver.name);
  });
}

/** A cursor whose next row is asked for in a condition: moving it otherwise is part of that. */
function isAskedElsewhere(receiver: Expression, { code }: Scope): boolean {
  return visitsOf(code, 'call').some(
    ({ node, parent }) =>
      node.name === 'next' &&
      parent !== undefined &&
      parent.node.kind !== 'expression' &&
      node.receiver !== undefined &&
      canonical(node.receiver) === canonical(receiver),
  );
}
