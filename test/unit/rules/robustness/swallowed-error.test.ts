import { swallowedError } from '../../../../src/rules/robustness/swallowed-error.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `class Job {\n  Object run() {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const script = (...body: readonly string[]): string => `export async function run() {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

describe('robustness/swallowed-error in Java', () => {
  fileCases(swallowedError, 'src/main/java/Job.java', [
    [
      'finds an empty block that only has a reminder',
      '',
      java('try { work(); } catch (IOException e) {', '  // TODO handle', '}', 'return 1;'),
      ['3 The catch block of `run` is empty: an IOException is lost.'],
    ],
    [
      'finds an interruption that is not restored',
      '',
      java('try { Thread.sleep(9); } catch (InterruptedException e) {', '  log.warn("woken", e);', '}', 'return 1;'),
      [
        '3 `run` catches an InterruptedException and does not restore the interruption: the thread goes on as if nobody had asked it to stop.',
      ],
    ],
    [
      'finds an interruption that becomes another error',
      '',
      java('try { queue.take(); } catch (InterruptedException e) {', '  throw new IllegalStateException(e);', '}', 'return 1;'),
      [
        '3 `run` catches an InterruptedException and does not restore the interruption: the thread goes on as if nobody had asked it to stop.',
      ],
    ],
    [
      'finds everything answered with null',
      '',
      java('try { return work(); } catch (Exception e) {', '  return null;', '}'),
      ['3 The catch block of `run` answers with nothing: the caller cannot tell an Exception from “there is none”.'],
    ],
    [
      'leaves a number that cannot be read alone',
      '',
      java('try { return Long.parseLong(text); } catch (NumberFormatException e) {', '  return null;', '}'),
      [],
    ],
    ['leaves a variable that says it is ignored alone', '', java('try { work(); } catch (IOException ignored) {', '}', 'return 1;'), []],
    [
      'leaves a restored interruption alone',
      '',
      java('try { queue.take(); } catch (InterruptedException e) {', '  Thread.currentThread().interrupt();', '}', 'return 1;'),
      [],
    ],
    [
      'leaves what is passed on with its cause alone',
      '',
      java('try { work(); } catch (IOException e) {', '  throw new UncheckedIOException(e);', '}', 'return 1;'),
      [],
    ],
    [
      'leaves what was there before alone',
      java('try { work(); } catch (IOException e) {}', 'return 1;'),
      java('try { work(); } catch (IOException e) {}', 'return 2;'),
      [],
    ],
  ]);
});

describe('robustness/swallowed-error in TypeScript', () => {
  fileCases(swallowedError, 'src/job.ts', [
    [
      'finds an empty block without a variable',
      '',
      script('try {', '  await work();', '} catch {', '}'),
      ['4 The catch block of `run` is empty: an error is lost.'],
    ],
    [
      'finds failed waiting answered with undefined',
      '',
      script('try {', '  return await load();', '} catch (error) {', '  return undefined;', '}'),
      ['4 The catch block of `run` answers with nothing: the caller cannot tell an error from “there is none”.'],
    ],
    [
      'finds a rejection dropped in a chain',
      '',
      script('await load().then(use).catch(() => {});'),
      ['2 `run` catches every rejection and drops it.'],
    ],
    [
      'leaves a text that cannot be parsed alone',
      '',
      script('try {', '  return JSON.parse(text);', '} catch {', '  return undefined;', '}'),
      [],
    ],
    [
      'leaves a failed clean-up alone, where the first error is passed on',
      '',
      script('try {', '  await work();', '} catch (error) {', '  try { await rollback(); } catch (later) {}', '  throw error;', '}'),
      [],
    ],
    ['leaves a block that says why after it alone', '', script('try {', '  await work();', '} catch {} // the file is optional'), []],
    ['leaves a block that says why alone', '', script('try {', '  await work();', '} catch {', '  // the file is optional', '}'), []],
    [
      'leaves a rejection with a reason alone',
      '',
      script('void send().catch(() => { /* best effort, the next run sends it again */ });'),
      [],
    ],
    ['leaves a reported rejection alone', '', script('void send().catch((error) => log.warn(error));'), []],
  ]);
});

describe('robustness/swallowed-error in JavaScript', () => {
  fileCases(swallowedError, 'lib/job.js', [
    [
      'finds an empty block in a callback',
      '',
      "emitter.on('end', function () {\n  try {\n    finish();\n  } catch (e) {}\n});\n",
      ['4 The catch block of `job` is empty: an error is lost.'],
    ],
    [
      'finds a dropped rejection at the top of a module',
      '',
      'start().catch(function () {});\n',
      ['1 `job` catches every rejection and drops it.'],
    ],
    [
      'finds a handler emptied by the change',
      'function run() {\n  try {\n    work();\n  } catch (e) {\n    report(e);\n  }\n}\n',
      'function run() {\n  try {\n    work();\n  } catch (e) {\n  }\n}\n',
      ['4 The catch block of `run` is empty: an error is lost.'],
    ],
    [
      'leaves an error that is passed to a callback alone',
      '',
      'function run(done) {\n  try {\n    work();\n  } catch (e) {\n    done(e);\n  }\n}\n',
      [],
    ],
    ['leaves a fallback alone', '', 'function run() {\n  try {\n    return read();\n  } catch (e) {\n    return defaults;\n  }\n}\n', []],
    ['leaves a handler of another kind of catch alone', '', 'const ball = pitcher.catch(hand);\n', []],
  ]);
});
