import { removedRetryLimit } from '../../../../src/rules/robustness/removed-retry-limit.ts';
import { fileCases } from '../rule-cases.ts';

const script = (options: string): string => `export function load(id) {\n  return retry(() => get(id), { ${options} });\n}\n`;
const java = (...lines: readonly string[]): string =>
  `class Client {\n  Object policy(Builder builder) {\n${lines.map((line) => `    ${line}\n`).join('')}    return builder.build();\n  }\n}\n`;
const of = (line: number, name: string, rest: string): string => `${line} \`${name}\` gives up the limit on attempts: ${rest}.`;

for (const path of ['src/load.ts', 'src/load.js']) {
  describe(`robustness/removed-retry-limit in ${path}`, () => {
    fileCases(removedRetryLimit, path, [
      ['finds a limit that is gone', script('retries: 3, factor: 2'), script('factor: 2'), [of(1, 'load', '`retries: 3` is gone')]],
      [
        'finds attempts without end',
        script('maxAttempts: 3'),
        script('maxAttempts: -1'),
        [of(2, 'load', '`maxAttempts: 3` became `maxAttempts: -1`')],
      ],
      ['finds many more attempts', script('retries: 3'), script('retries: 100'), [of(2, 'load', '`retries: 3` became `retries: 100`')]],
      ['leaves fewer attempts alone', script('retries: 5'), script('retries: 2'), []],
      ['leaves other options alone', script('factor: 3'), script('factor: 1'), []],
      ['leaves attempts that are not made any more alone', script('retries: 5'), 'export function load(id) {\n  return get(id);\n}\n', []],
    ]);
  });
}

describe('robustness/removed-retry-limit in Java', () => {
  fileCases(removedRetryLimit, 'src/main/java/Client.java', [
    ['finds a limit that is gone', java('builder.maxAttempts(3);'), java(), [of(2, 'policy', '`builder.maxAttempts(3)` is gone')]],
    [
      'finds attempts without end',
      java('builder.withMaxRetries(3);'),
      java('builder.withMaxRetries(Integer.MAX_VALUE);'),
      [of(3, 'policy', '`builder.withMaxRetries(3)` became `builder.withMaxRetries(Integer.MAX_VALUE)`')],
    ],
    [
      'finds a circuit breaker that is gone',
      'class Client {\n  @CircuitBreaker(name = "rates")\n  Object load() {\n    return get();\n  }\n}\n',
      'class Client {\n  Object load() {\n    return get();\n  }\n}\n',
      ['2 `load` gives up the circuit breaker: `@CircuitBreaker(name = "rates")` is gone.'],
    ],
    ['leaves fewer attempts alone', java('builder.maxAttempts(3);'), java('builder.maxAttempts(2);'), []],
    ['leaves a setting alone', java('builder.maxAttempts(3);'), java('builder.maxAttempts(settings.attempts());'), []],
    ['leaves another setter alone', java('builder.delay(3);'), java(), []],
  ]);
});
