import * as z from 'zod/mini';
import { canonical } from '../../code/canonical.ts';
import type { Call } from '../../code/expression.ts';
import { callsIn, visitsOf, type CodeNode } from '../../code/walk.ts';
import { codeIn } from '../code-in-file.ts';
import { defineFileRule } from '../rule.ts';
import { edited } from '../safeguards/example.ts';
import { findingAt } from '../safeguards/finding-in.ts';

const java = (...body: readonly string[]): string =>
  `class Seats {\n  void take() {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string =>
  `export async function take(seat) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

export const unreleasedLock = defineFileRule({
  id: 'robustness/unreleased-lock',
  title: 'A lock is not released when something fails',
  reason:
    'An exception between taking and releasing leaves the lock held for ever: every other thread or request that needs it waits, and only a restart helps.',
  remedy: 'Release it in `finally`, right behind taking it: `lock.lock(); try { … } finally { lock.unlock(); }`.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [667, 764],
  sources: [
    {
      title: 'SEI CERT LCK08-J: Ensure actively held locks are released on exceptional conditions',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/LCK08-J.+Ensure+actively+held+locks+are+released+on+exceptional+conditions',
    },
  ],
  limits:
    'Looks at functions that both take and release. One that only takes, for others to release, is left alone. In JavaScript the release must have the name that the lock’s promise was given.',
  examples: [
    edited(
      'a lock is released only where nothing fails',
      'src/main/java/Seats.java',
      'class Seats {\n}\n',
      java('lock.lock();', 'seats.remove(0);', 'lock.unlock();'),
      ['3 `take` keeps `lock` when something fails: it is not released in a `finally`.'],
    ),
    edited(
      'a lock is released however the block is left',
      'src/main/java/Seats.java',
      'class Seats {\n}\n',
      java('lock.lock();', 'try {', '  seats.remove(0);', '} finally {', '  lock.unlock();', '}'),
    ),
    edited(
      'a mutex is released only where nothing fails',
      'src/take.ts',
      'export {};\n',
      script('const release = await mutex.acquire();', 'await book(seat);', 'release();'),
      ['2 `take` keeps `mutex` when something fails: it is not released in a `finally`.'],
    ),
    edited('a mutex runs what it guards', 'src/take.ts', 'export {};\n', script('await mutex.runExclusive(() => book(seat));')),
    edited(
      'a semaphore is released only where nothing fails',
      'src/take.js',
      '',
      script('await semaphore.acquire();', 'await book(seat);', 'semaphore.release();'),
      ['2 `take` keeps `semaphore` when something fails: it is not released in a `finally`.'],
    ),
    edited(
      'a semaphore is released in the end',
      'src/take.js',
      '',
      script('await semaphore.acquire();', 'try {', '  await book(seat);', '} finally {', '  semaphore.release();', '}'),
    ),
  ],
  options: z.object({}),
  *check(file) {
    if (file.role !== 'production') return;
    for (const { symbol, code } of codeIn(file)) {
      for (const { node, parent } of visitsOf(code, 'call')) {
        const lock = lockOf(node);
        if (lock === undefined) continue;
        const holder = parent?.node.kind === 'await' ? parent.parent?.node : parent?.node;
        const releases = releasesOf(lock, holder?.kind === 'variable' ? holder.name : undefined, code);
        const between = visitsOf(code, 'call').some((each) =>
          releases.some((release) => each.node.range.start > node.range.end && each.node.range.end < release.range.start),
        );
        if (releases.length === 0 || !between || releases.some((release) => isInFinally(release, code))) continue;
        yield findingAt(
          file,
          symbol,
          node.range,
          `\`${symbol.name}\` keeps \`${lock}\` when something fails: it is not released in a \`finally\`.`,
        );
      }
    }
  },
});

const lockName = /lock|mutex|semaphore|monitor|permits?$/i;

/** The lock that a call takes, in one form. */
function lockOf({ name, receiver }: Call): string | undefined {
  if (!receiver || !/^(lock|lockInterruptibly|acquire|acquireUninterruptibly)$/.test(name)) return undefined;
  const lock = canonical(receiver);
  return lockName.test(lock) ? lock : undefined;
}

function releasesOf(lock: string, holder: string | undefined, code: readonly CodeNode[]): readonly Call[] {
  const releases = ({ name, receiver }: Call): boolean => {
    if (!receiver) return name === holder;
    return /^(unlock|release)$/.test(name) && [lock, holder].includes(canonical(receiver));
  };
  return callsIn(code).filter(releases);
}

function isInFinally(release: Call, code: readonly CodeNode[]): boolean {
  return visitsOf(code, 'try').some(({ node }) => visitsOf(node.finalizer ?? [], 'call').some((each) => each.node === release));
}
