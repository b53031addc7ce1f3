import * as z from 'zod/mini';
import type { Expression } from '../../code/expression.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { typeOf } from '../../code/flow/type.ts';
import { bare, foldedText, visitsOf } from '../../code/walk.ts';
import { codeIn, simpleTypeName } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { findingAt } from '../safeguards/finding-in.ts';

const java = (field: string): string =>
  `class Stock {\n  ${field}\n\n  void take() {\n    synchronized (lock) {\n      count--;\n    }\n  }\n}\n`;

export const sharedLockObject = defineFileRule({
  id: 'robustness/shared-lock-object',
  title: 'A lock is an object that others hold, too, or that locks in another way',
  reason:
    'Texts, boxed numbers and values are shared within the whole program: code that has nothing to do with this one waits for the same lock, or each caller gets another one. And who synchronises on a `Lock` keeps out nobody who calls `lock()`.',
  remedy:
    'Lock on an object of its own, `private final Object lock = new Object()`; of a `Lock` call `lock()` and, in `finally`, `unlock()`.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java'],
  cwe: [667, 662],
  sources: [
    {
      title: 'SEI CERT LCK01-J: Do not synchronize on objects that may be reused',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/LCK01-J.+Do+not+synchronize+on+objects+that+may+be+reused',
    },
  ],
  limits: 'Only where the type of the lock is declared in the file.',
  examples: [
    edited('the lock is a text', 'src/main/java/Stock.java', 'class Stock {\n}\n', java('private final String lock = "lock";'), [
      '5 `take` locks on `lock`, a String, which unrelated code may hold, too: lock on an object of its own.',
    ]),
    edited(
      'the lock is an object of its own',
      'src/main/java/Stock.java',
      'class Stock {\n}\n',
      java('private final Object lock = new Object();'),
    ),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production') return;
    for (const { symbol, code } of codeIn(file)) {
      for (const { node } of visitsOf(code, 'block')) {
        const why = node.lock && whyNot(bare(node.lock), { file, symbol, code });
        if (node.lock && why !== undefined)
          yield findingAt(
            file,
            symbol,
            node.lock.range,
            `\`${symbol.name}\` locks on \`${foldedText(file.text, bare(node.lock).range)}\`, ${why}.`,
            'locks',
          );
      }
    }
  },
});

const shared =
  /^(?:String|Boolean|Byte|Character|Double|Float|Integer|Long|Short|Optional\w*|Local(?:Date|Time|DateTime)|Instant|Duration|Period|UUID|Class)$/;
const locks = /^(?:\w*Lock|Semaphore|CountDownLatch|CyclicBarrier|Condition|Phaser|Exchanger|\w*BlockingQueue|\w*BlockingDeque)$/;

function whyNot(lock: Expression, scope: Scope): string | undefined {
  if (lock.kind === 'call' && lock.name === 'getClass' && lock.arguments.length === 0)
    return 'which is another one in each subclass: name the class';
  const type = simpleTypeName(typeOf(lock, scope) ?? (lock.kind === 'number' ? 'Integer' : ''));
  if (shared.test(type) && !(lock.kind === 'member' && lock.name === 'class'))
    return `${article(type)} ${type}, which unrelated code may hold, too: lock on an object of its own`;
  return locks.test(type)
    ? `${article(type)} ${type}, whose own way to keep others out it does not use: call its methods, or lock on an object of its own`
    : undefined;
}

function article(type: string): string {
  return /^[AEIO]/.test(type) ? 'an' : 'a';
}
