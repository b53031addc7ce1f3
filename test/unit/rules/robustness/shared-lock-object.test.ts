import { sharedLockObject } from '../../../../src/rules/robustness/shared-lock-object.ts';
import { fileCases } from '../rule-cases.ts';

const stock = (field: string, lock = 'lock'): string =>
  `import java.util.concurrent.locks.*;\nclass Stock {\n  ${field}\n  void take() {\n    synchronized (${lock}) {\n      count--;\n    }\n  }\n}\n`;

describe('robustness/shared-lock-object', () => {
  fileCases(sharedLockObject, 'src/main/java/Stock.java', [
    [
      'finds a boxed number',
      '',
      stock('private Integer lock = 0;'),
      ['5 `take` locks on `lock`, an Integer, which unrelated code may hold, too: lock on an object of its own.'],
    ],
    [
      'finds a lock of another kind',
      '',
      stock('private final ReentrantLock lock = new ReentrantLock();'),
      [
        '5 `take` locks on `lock`, a ReentrantLock, whose own way to keep others out it does not use: call its methods, or lock on an object of its own.',
      ],
    ],
    [
      'finds the class of whatever object it is',
      '',
      stock('int count;', 'getClass()'),
      ['5 `take` locks on `getClass()`, which is another one in each subclass: name the class.'],
    ],
    ['leaves an object of its own alone', '', stock('private final Object lock = new Object();'), []],
    [
      'leaves the object itself and its class alone',
      '',
      stock('int count;', 'this') + stock('int count;', 'Stock.class').replace('class Stock', 'class Other'),
      [],
    ],
    ['leaves collections alone that have no way of their own', '', stock('private final Map<String, Integer> lock = new HashMap<>();'), []],
  ]);
});
