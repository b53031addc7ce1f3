import { removedLocking } from '../../../../src/rules/robustness/removed-locking.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...lines: readonly string[]): string =>
  `export async function take(seat) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const java = (...lines: readonly string[]): string => `class Seats {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const gone = (line: number, what: string, text: string, name = 'take'): string =>
  `${line} \`${name}\` gives up ${what}: \`${text}\` is gone.`;

for (const path of ['src/take.ts', 'src/take.js']) {
  describe(`robustness/removed-locking in ${path}`, () => {
    fileCases(removedLocking, path, [
      [
        'finds a mutex that is gone',
        script('return mutex.runExclusive(() => book(seat));'),
        script('return book(seat);'),
        [gone(1, 'the lock', 'mutex.runExclusive(() => book(seat))')],
      ],
      [
        'finds a row that is no longer locked',
        script("return seats.createQueryBuilder().setLock('pessimistic_write').getOne();"),
        script('return seats.createQueryBuilder().getOne();'),
        [gone(1, 'the lock on the row', "setLock('pessimistic_write')")],
      ],
      [
        'finds a query builder that locks no more',
        script('return knex(table).where(seat).forUpdate();'),
        script('return knex(table).where(seat);'),
        [gone(1, 'the lock on the row', 'forUpdate()')],
      ],
      [
        'leaves another lock alone',
        script('return mutex.runExclusive(() => book(seat));'),
        script('return withLock(seat, () => book(seat));'),
        [],
      ],
      ['leaves what is not a lock alone', script('door.lock();', 'return seat;'), script('return seat;'), []],
      [
        'leaves a query that changes otherwise alone',
        script("return db.query('select a from b for update');"),
        script("return db.query('select c from b for update');"),
        [],
      ],
    ]);
  });
}

describe('robustness/removed-locking in Java', () => {
  fileCases(removedLocking, 'src/main/java/Seats.java', [
    [
      'finds a block that is no longer synchronized',
      java('void take() {', '  synchronized (seats) {', '    seats.remove(0);', '  }', '}'),
      java('void take() {', '  seats.remove(0);', '}'),
      [gone(2, 'the lock', 'synchronized (seats)')],
    ],
    [
      'finds a version that is gone',
      java('@Version', 'private long version;'),
      java('private long version;'),
      [gone(2, 'the optimistic lock', '@Version', 'version')],
    ],
    [
      'finds a field that threads may see late',
      java('private volatile boolean done;'),
      java('private boolean done;'),
      [gone(2, 'the visibility between threads', 'volatile', 'done')],
    ],
    [
      'finds a lock that is not taken',
      java('void take() {', '  lock.lock();', '  try {', '    seats.remove(0);', '  } finally {', '    lock.unlock();', '  }', '}'),
      java('void take() {', '  seats.remove(0);', '}'),
      [gone(2, 'the lock', 'lock.lock()')],
    ],
    ['leaves an atomic in place of the modifier alone', java('private volatile int next;'), java('private AtomicInteger next;'), []],
    [
      'leaves a lock in place of the modifier alone',
      java('synchronized void take() {', '  seats.remove(0);', '}'),
      java('void take() {', '  lock.lock();', '  seats.remove(0);', '  lock.unlock();', '}'),
      [],
    ],
    [
      'leaves a method that is gone alone',
      java('synchronized void take() {', '  seats.remove(0);', '}', 'void give() {', '}'),
      java('void give() {', '}'),
      [],
    ],
  ]);
});
