import { edited } from '../safeguards/example.ts';
import { removalRule } from '../safeguards/removal-rule.ts';
import { lockAnnotations, lockCalls, lockOptions, monitors, rowLocks, threadSafeFields, versionConditions } from './lock-kinds.ts';

const java = (modifier: string): string =>
  `class Counter {\n  private int count;\n\n  ${modifier}int next() {\n    count += 1;\n    return count;\n  }\n}\n`;
const script = (query: string): string => `export async function take(client, id) {\n  return client.query('${query}', [id]);\n}\n`;
const module = (...lines: readonly string[]): string =>
  `exports.book = async (seat) => {\n${lines.map((line) => `  ${line}\n`).join('')}};\n`;

export const removedLocking = removalRule({
  id: 'robustness/removed-locking',
  title: 'A lock on shared state is taken away',
  reason:
    'Without the lock two threads, requests or instances may change the same thing at once: updates are lost and states appear that no test shows, under load only.',
  remedy:
    'Put the lock back, or replace it by a structure that is safe by itself (an atomic, a concurrent collection, a constraint of the database) in the same change.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [362, 820, 667],
  sources: [
    {
      title: 'SEI CERT LCK00-J and VNA00-J: synchronise access to shared variables',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/Rule+08.+Visibility+and+Atomicity+%28VNA%29',
    },
  ],
  limits:
    'Whether the state is shared is not proved. A lock of another kind in the same function or elsewhere in the change takes its place. Names of locks in JavaScript are those of common libraries.',
  kinds: [monitors, lockCalls, lockOptions, versionConditions, threadSafeFields, lockAnnotations, rowLocks],
  message: ({ lost }, { name, before, after }) =>
    `${name} gives up ${lost.family}: ${before} ${after === undefined ? 'is gone' : `became ${after}`}.`,
  examples: [
    edited(
      'a method is no longer synchronized',
      'src/main/java/Counter.java',
      java('synchronized '),
      java(''),
      ['4 `next` gives up the lock: `synchronized` is gone.'],
      java('synchronized '),
    ),
    edited(
      'a block is synchronized instead of the method',
      'src/main/java/Counter.java',
      java('synchronized '),
      'class Counter {\n  private int count;\n\n  int next() {\n    synchronized (this) {\n      count += 1;\n      return count;\n    }\n  }\n}\n',
    ),
    edited(
      'a row is no longer locked',
      'src/take.ts',
      script('select * from jobs where id = $1 for update'),
      script('select * from jobs where id = $1'),
      [
        "2 `take` gives up the lock on the row: `'select * from jobs where id = $1 for update'` became `'select * from jobs where id = $1'`.",
      ],
      script('select * from jobs where id = $1 for update'),
    ),
    edited(
      'a row is locked in another way',
      'src/take.ts',
      script('select * from jobs where id = $1 for update'),
      script('select * from jobs where id = $1 for update skip locked'),
    ),
    edited(
      'a mutex is not taken any more',
      'src/book.js',
      module('const release = await mutex.acquire();', 'await seats.take(seat);', 'release();'),
      module('await seats.take(seat);'),
      ['1 `book` gives up the lock: `mutex.acquire()` is gone.'],
    ),
    edited(
      'the mutex is held by a function',
      'src/book.js',
      module('const release = await mutex.acquire();', 'await seats.take(seat);', 'release();'),
      module('await mutex.runExclusive(() => seats.take(seat));'),
    ),
  ],
});
