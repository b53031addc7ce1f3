import { missingTimeout } from '../../../../src/rules/robustness/missing-timeout.ts';
import { fileCases } from '../rule-cases.ts';

const found = (line: number, what: string): string =>
  `${line} \`${what}\` has no time limit: when the other side hangs, so does whoever waits here.`;

describe('robustness/missing-timeout in Java', () => {
  const java = (...lines: readonly string[]): string =>
    `class Rates {\n  Rate load(URL url) throws IOException {\n${lines.map((line) => `    ${line}\n`).join('')}    return read();\n  }\n}\n`;
  fileCases(missingTimeout, 'src/main/java/Rates.java', [
    ['finds a template without a factory', '', java('RestTemplate rates = new RestTemplate();'), [found(3, 'new RestTemplate()')]],
    [
      'finds a connection',
      '',
      java('HttpURLConnection connection = (HttpURLConnection) url.openConnection();', 'connection.connect();'),
      [found(3, 'openConnection()')],
    ],
    [
      'finds the default client of Apache',
      '',
      `import org.apache.http.impl.client.HttpClients;\n${java('CloseableHttpClient client = HttpClients.createDefault();')}`,
      [found(4, 'HttpClients.createDefault()')],
    ],
    [
      'leaves a connection with a limit alone',
      '',
      java(
        'HttpURLConnection connection = (HttpURLConnection) url.openConnection();',
        'connection.setConnectTimeout(1000);',
        'connection.setReadTimeout(1000);',
      ),
      [],
    ],
    ['leaves a template with a factory alone', '', java('RestTemplate rates = new RestTemplate(factory);'), []],
    ['leaves a connection to what lies beside alone', '', java('URLConnection connection = url.openConnection();'), []],
    [
      'leaves a template alone whose limits are set',
      '',
      java('RestTemplate rates = new RestTemplate();', 'rates.setRequestFactory(factoryWithTimeouts());'),
      [],
    ],
  ]);
});

for (const path of ['src/rates.ts', 'src/rates.js']) {
  const script = (...lines: readonly string[]): string => `import axios from 'axios';\n${lines.join('\n')}\n`;
  describe(`robustness/missing-timeout in ${path}`, () => {
    fileCases(missingTimeout, path, [
      ['finds what is sent', '', script("export const send = (order) => axios.post('/orders', order);"), [found(2, 'axios.post')]],
      ['finds options without a limit', '', script("export const load = () => axios.get('/a', { headers: {} });"), [found(2, 'axios.get')]],
      ['finds a call of axios itself', '', script("export const load = () => axios({ url: '/a' });"), [found(2, 'axios')]],
      ['leaves options of elsewhere alone', '', script("export const load = (options) => axios.get('/a', options);"), []],
      ['leaves a limit for all alone', '', script('axios.defaults.timeout = 1000;', "export const load = () => axios.get('/a');"), []],
      [
        'leaves a client of its own alone',
        '',
        script("const rates = axios.create({ timeout: 100 });\nexport const load = () => rates.get('/a');"),
        [],
      ],
      ['leaves a signal alone', '', script("export const load = (signal) => axios.get('/a', { signal });"), []],
      ['leaves another get alone', '', 'const cache = new Map();\nexport const load = (key) => cache.get(key);\n', []],
    ]);
  });
}
