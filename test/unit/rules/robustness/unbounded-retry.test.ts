import { unboundedRetry } from '../../../../src/rules/robustness/unbounded-retry.ts';
import { fileCases } from '../rule-cases.ts';

const script = (loop: string, success: string, failure: string): string =>
  `export async function load(id) {\n  ${loop} {\n    try {\n      ${success}\n    } catch (e) {\n      ${failure}\n    }\n  }\n}\n`;
const java = (loop: string, success: string, failure: string): string =>
  `class Client {\n  Rate load(String id) {\n    ${loop} {\n      try {\n        ${success}\n      } catch (IOException e) {\n        ${failure}\n      }\n    }\n  }\n}\n`;
const message = '`load` tries again without end: no error ends the loop.';

for (const path of ['src/load.ts', 'src/load.js']) {
  describe(`robustness/unbounded-retry in ${path}`, () => {
    fileCases(unboundedRetry, path, [
      ['finds a return', '', script('while (true)', 'return await get(id);', 'await pause();'), [`2 ${message}`]],
      ['finds a break', '', script('for (;;)', 'await get(id); break;', 'report(e);'), [`2 ${message}`]],
      ['finds an empty handler', '', script('while (true)', 'return get(id);', '// again'), [`2 ${message}`]],
      ['leaves a counted loop alone', '', script('for (let i = 0; i < 3; i++)', 'return await get(id);', 'report(e);'), []],
      ['leaves a loop that works off a queue alone', '', script('while (true)', 'await handle(await queue.take());', 'report(e);'), []],
      ['leaves a loop that some error ends alone', '', script('while (true)', 'return await get(id);', 'if (!e.retry) throw e;'), []],
    ]);
  });
}

describe('robustness/unbounded-retry in Java', () => {
  fileCases(unboundedRetry, 'src/main/java/Client.java', [
    ['finds a return', '', java('while (true)', 'return get(id);', 'pause();'), [`3 ${message}`]],
    ['finds a break', '', java('for (;;)', 'get(id); break;', 'log.warn("again", e);'), [`3 ${message}`]],
    ['finds a loop of the other form', '', java('while (true)', 'if (ready()) return get(id);', 'pause();'), [`3 ${message}`]],
    ['leaves a counted loop alone', '', java('while (attempts < 3)', 'return get(id);', 'attempts++;'), []],
    ['leaves a loop that the last error ends alone', '', java('while (true)', 'return get(id);', 'if (++attempts > 3) throw e;'), []],
    ['leaves a loop whose policy may throw alone', '', java('while (true)', 'get(id); break;', 'context.onError(e);'), []],
    ['leaves a server alone', '', java('while (true)', 'serve(socket.accept());', 'log.warn("failed", e);'), []],
  ]);
});
