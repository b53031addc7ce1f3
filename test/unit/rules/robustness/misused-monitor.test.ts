import { misusedMonitor } from '../../../../src/rules/robustness/misused-monitor.ts';
import { fileCases } from '../rule-cases.ts';

const code = (...lines: readonly string[]): string =>
  `class A {\n  private final Object monitor = new Object();\n  private Registry registry;\n  private String name;\n  void run(Condition ready, CountDownLatch latch, Thread worker, Runnable task) throws Exception {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('robustness/misused-monitor', () => {
  fileCases(misusedMonitor, 'src/main/java/A.java', [
    [
      'finds a wait without a loop',
      '',
      code('synchronized (monitor) {', '  monitor.wait();', '}'),
      ['7 `run` waits once: a thread may wake without a reason, or too late, and has to ask again in a loop.'],
    ],
    [
      'finds a condition without a loop',
      '',
      code('if (isEmpty()) ready.await();'),
      ['6 `run` waits once: a thread may wake without a reason, or too late, and has to ask again in a loop.'],
    ],
    [
      'finds a thread that is run',
      '',
      code('new Thread(task).run();'),
      ['6 `run` does its work here and now, in no thread of its own: call `start`.'],
    ],
    [
      'finds a thread that is stopped',
      '',
      code('worker.stop();'),
      ['6 `stop` ends or halts a thread wherever it is, with locks held and work half done: ask it to end, by `interrupt`.'],
    ],
    [
      'finds sleep under a lock',
      '',
      code('synchronized (monitor) {', '  Thread.sleep(100);', '}'),
      ['7 `run` sleeps while it holds a lock: all who wait for it sleep, too; `wait` lets go of it.'],
    ],
    [
      'finds a field that is checked outside',
      '',
      code('if (registry == null) {', '  synchronized (monitor) {', '    if (registry == null) registry = new Registry();', '  }', '}'),
      ['6 `registry` is checked outside of the lock and is not `volatile`: another thread may get it half made.'],
    ],
    ['leaves a loop alone', '', code('synchronized (monitor) {', '  while (isEmpty()) monitor.wait();', '}'), []],
    ['leaves a latch alone', '', code('latch.await();'), []],
    ['leaves a task alone', '', code('task.run();', 'worker.start();'), []],
    [
      'leaves a check under the lock alone',
      '',
      code('synchronized (monitor) {', '  if (registry == null) registry = new Registry();', '}'),
      [],
    ],
    [
      'leaves a text alone',
      '',
      code('if (name == null) {', '  synchronized (monitor) {', '    if (name == null) name = load();', '  }', '}'),
      [],
    ],
  ]);
});
