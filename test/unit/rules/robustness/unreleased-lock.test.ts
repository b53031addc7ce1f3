import { unreleasedLock } from '../../../../src/rules/robustness/unreleased-lock.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...body: readonly string[]): string =>
  `export async function take(seat) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;
const java = (...body: readonly string[]): string =>
  `class Seats {\n  void take() throws Exception {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const keeps = (line: number, lock: string): string =>
  `${line} \`take\` keeps \`${lock}\` when something fails: it is not released in a \`finally\`.`;

for (const path of ['src/take.ts', 'src/take.js']) {
  describe(`robustness/unreleased-lock in ${path}`, () => {
    fileCases(unreleasedLock, path, [
      [
        'finds a release that is called',
        '',
        script('const release = await this.lock.acquire();', 'await book(seat);', 'release();'),
        [keeps(2, 'lock')],
      ],
      ['finds a release of the lock', '', script('await mutex.acquire();', 'await book(seat);', 'mutex.release();'), [keeps(2, 'mutex')]],
      [
        'finds a release of a lease',
        '',
        script('const lease = await mutex.acquire();', 'await book(seat);', 'lease.release();'),
        [keeps(2, 'mutex')],
      ],
      [
        'leaves a release in the end alone',
        '',
        script('const release = await mutex.acquire();', 'try {', '  await book(seat);', '} finally {', '  release();', '}'),
        [],
      ],
      ['leaves a function that only takes alone', '', script('return mutex.acquire();'), []],
      ['leaves a pool alone', '', script('const client = await pool.acquire();', 'await book(seat);', 'client.release();'), []],
    ]);
  });
}

describe('robustness/unreleased-lock in Java', () => {
  fileCases(unreleasedLock, 'src/main/java/Seats.java', [
    ['finds a lock of a field', '', java('this.lock.lock();', 'seats.remove(0);', 'this.lock.unlock();'), [keeps(3, 'lock')]],
    [
      'finds a read lock',
      '',
      java('locks.readLock().lock();', 'seats.get(0);', 'locks.readLock().unlock();'),
      [keeps(3, 'locks.readLock()')],
    ],
    ['finds a semaphore', '', java('semaphore.acquire();', 'seats.remove(0);', 'semaphore.release();'), [keeps(3, 'semaphore')]],
    [
      'finds a lock that is released in a handler only',
      '',
      java('lock.lock();', 'try {', '  seats.remove(0);', '} catch (Exception e) {', '  lock.unlock();', '}'),
      [keeps(3, 'lock')],
    ],
    [
      'leaves a release in the end alone',
      '',
      java('lock.lock();', 'try {', '  seats.remove(0);', '} finally {', '  lock.unlock();', '}'),
      [],
    ],
    ['leaves nothing between alone', '', java('lock.lock();', 'count += 1;', 'lock.unlock();'), []],
    ['leaves a function that only takes alone', '', java('lock.lock();'), []],
  ]);
});
