import { patternRule } from '../pattern/pattern-rule.ts';
import { edited } from '../safeguards/example.ts';
import { lazyInitialisations } from './races/lazy-initialisation.ts';
import { monitorMistakes } from './races/monitor-mistakes.ts';

const lazy = (modifiers: string): string =>
  `class Registry {\n  private static ${modifiers}Registry instance;\n\n  static Registry get() {\n    if (instance == null) {\n      synchronized (Registry.class) {\n        if (instance == null) instance = new Registry();\n      }\n    }\n    return instance;\n  }\n}\n`;
const waiting = (test: string): string =>
  `class Queue {\n  private final Object monitor = new Object();\n\n  void take() throws InterruptedException {\n    synchronized (monitor) {\n      ${test} (items.isEmpty()) monitor.wait();\n    }\n  }\n}\n`;

export const misusedMonitor = patternRule({
  id: 'robustness/misused-monitor',
  title: 'Threads do not wait for each other as they should',
  reason:
    'Waiting may end without the reason that was waited for, one that is woken may be the wrong one, and an object that is published without a guard is seen half made. All of this works in a test and fails under load, on another processor or after an update of the platform.',
  remedy:
    'Wait in a loop that asks again, wake all who wait (`notifyAll`), start a thread by `start`, and make a field `volatile` that is checked outside of the lock, or hold the instance in a class of its own.',
  severity: 'warning',
  confidence: 'high',
  category: 'locks',
  languages: ['java'],
  cwe: [609, 662, 833],
  sources: [
    {
      title: 'SEI CERT THI03-J: Always invoke wait() and await() methods inside a loop',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/THI03-J.+Always+invoke+wait%28%29+and+await%28%29+methods+inside+a+loop',
    },
    {
      title: 'SEI CERT LCK10-J: Use a correct form of the double-checked locking idiom',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/LCK10-J.+Use+a+correct+form+of+the+double-checked+locking+idiom',
    },
  ],
  limits: 'What is guarded by other classes, and by locks that are handed in, is not seen.',
  examples: [
    edited('the field is checked without a guard', 'src/main/java/Registry.java', '', lazy(''), [
      '5 `instance` is checked outside of the lock and is not `volatile`: another thread may get it half made.',
    ]),
    edited('the field is volatile', 'src/main/java/Registry.java', '', lazy('volatile ')),
    edited('it waits once', 'src/main/java/Queue.java', '', waiting('if'), [
      '6 `take` waits once: a thread may wake without a reason, or too late, and has to ask again in a loop.',
    ]),
    edited('it asks again', 'src/main/java/Queue.java', '', waiting('while')),
  ],
  *look(code) {
    yield* lazyInitialisations(code);
    yield* monitorMistakes(code);
  },
});
