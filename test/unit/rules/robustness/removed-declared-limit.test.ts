import { removedDeclaredLimit } from '../../../../src/rules/robustness/removed-declared-limit.ts';
import { fileCases } from '../rule-cases.ts';

const settings = (...lines: readonly string[]): string => `spring.application.name=shop\n${lines.map((line) => `${line}\n`).join('')}`;
const workflow = (limit: string, ...steps: readonly string[]): string =>
  `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n${limit}    steps:\n${steps.map((step) => `      ${step}\n`).join('')}`;

describe('robustness/removed-declared-limit', () => {
  fileCases(removedDeclaredLimit, 'src/main/resources/application.properties', [
    [
      'finds a time limit of the server that is gone',
      settings('server.tomcat.connection-timeout=5s', 'server.port=8080'),
      settings('server.port=8080'),
      [
        '2 `application.properties` gives up the time limit `server.tomcat.connection-timeout`: `server.tomcat.connection-timeout=5s` is gone.',
      ],
    ],
    [
      'finds one that is off',
      settings('http.client.read-timeout=2000'),
      settings('http.client.read-timeout=0'),
      [
        '2 `application.properties` gives up the time limit `http.client.read-timeout`: `http.client.read-timeout=2000` became `http.client.read-timeout=0`.',
      ],
    ],
    [
      'finds tries without a limit',
      settings('orders.retry.max-attempts=3', 'orders.retry.wait=10ms'),
      settings('orders.retry.max-attempts=-1', 'orders.retry.wait=10ms'),
      [
        '2 `application.properties` gives up the limit on tries `orders.retry.max-attempts`: `orders.retry.max-attempts=3` became `orders.retry.max-attempts=-1`.',
      ],
    ],
    ['leaves alone a client that is gone', settings('rates.client.read-timeout=2000'), settings(), []],
    [
      'leaves alone a setting of another name',
      settings('orders.timeout=2s', 'orders.url=x'),
      settings('orders.request-timeout=2s', 'orders.url=x'),
      [],
    ],
    ['leaves alone a longer limit', settings('orders.timeout=2s'), settings('orders.timeout=9s'), []],
  ]);

  fileCases(removedDeclaredLimit, '.github/workflows/ci.yml', [
    [
      'finds a step that may hang',
      workflow('', '- run: npm test', '  timeout-minutes: 5'),
      workflow('', '- run: npm test'),
      ['7 `ci.yml` gives up the time limit of the step `npm test`: `timeout-minutes: 5` is gone.'],
    ],
    [
      'leaves alone a step that is gone',
      workflow('', '- run: npm test', '  timeout-minutes: 5', '- run: ls'),
      workflow('', '- run: ls'),
      [],
    ],
    [
      'leaves alone a longer limit',
      workflow('    timeout-minutes: 5\n', '- run: ls'),
      workflow('    timeout-minutes: 9\n', '- run: ls'),
      [],
    ],
  ]);
});
