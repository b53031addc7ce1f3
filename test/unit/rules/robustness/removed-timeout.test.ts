import { removedTimeout } from '../../../../src/rules/robustness/removed-timeout.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...lines: readonly string[]): string =>
  `export async function load(id) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
const java = (...lines: readonly string[]): string =>
  `class Rates {\n  Object load(HttpClient client) {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const gone = (text: string): string => `1 \`load\` may wait forever: \`${text}\` is gone.`;

for (const path of ['src/load.ts', 'src/load.js']) {
  describe(`robustness/removed-timeout in ${path}`, () => {
    fileCases(removedTimeout, path, [
      [
        'finds an option that is gone',
        script('return got(url, { timeout: 500, retry });'),
        script('return got(url, { retry });'),
        [gone('timeout: 500')],
      ],
      [
        'finds a signal that is gone',
        script('return fetch(url, { signal: AbortSignal.timeout(500) });'),
        script('return fetch(url);'),
        [gone('AbortSignal.timeout(500)')],
      ],
      [
        'finds a pool that waits without end',
        script('return new Pool({ connectionTimeoutMillis: 2000 });'),
        script('return new Pool({ connectionTimeoutMillis: 0 });'),
        ['2 `load` may wait forever: `connectionTimeoutMillis: 2000` became `connectionTimeoutMillis: 0`.'],
      ],
      ['leaves a longer limit alone', script('return got(url, { timeout: 500 });'), script('return got(url, { timeout: 900 });'), []],
      ['leaves a call that is gone alone', script('return got(url, { timeout: 500 });'), script('return cache.get(id);'), []],
      [
        'leaves a limit that moved to the client alone',
        script('return client.get(url, { timeout: 500 });'),
        `const client = axios.create({ timeout: 500 });\n${script('return client.get(url);')}`,
        [],
      ],
    ]);
  });
}

describe('robustness/removed-timeout in Java', () => {
  fileCases(removedTimeout, 'src/main/java/Rates.java', [
    [
      'finds a builder without a limit',
      java('return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();'),
      java('return HttpClient.newBuilder().build();'),
      [`2${gone('connectTimeout(Duration.ofSeconds(2))').slice(1)}`],
    ],
    [
      'finds a factory without a limit',
      java('factory.setReadTimeout(500);', 'return factory;'),
      java('return factory;'),
      [`2${gone('factory.setReadTimeout(500)').slice(1)}`],
    ],
    [
      'finds a future that may never end',
      java('return load().orTimeout(2, SECONDS);'),
      java('return load();'),
      [`2${gone('orTimeout(2, SECONDS)').slice(1)}`],
    ],
    [
      'leaves a limit that is a setting now alone',
      java('factory.setReadTimeout(500);'),
      java('factory.setReadTimeout(settings.read());'),
      [],
    ],
    ['leaves another setter alone', java('factory.setBufferRequestBody(true);', 'return factory;'), java('return factory;'), []],
    ['leaves what is gone as a whole alone', java('factory.setReadTimeout(500);', 'return factory;'), java('return null;'), []],
  ]);
});
