import { edited } from '../safeguards/example.ts';
import { patternRule } from '../pattern/pattern-rule.ts';
import { timelessInJava, timelessInScript } from './network/timeless-calls.ts';

const java = (client: string): string =>
  `import java.net.http.HttpClient;\n\nclass Rates {\n  private final HttpClient client = ${client};\n}\n`;
const script = (options: string): string =>
  `import axios from 'axios';\n\nexport const load = (id: string) => axios.get(\`https://rates.example/\${id}\`${options});\n`;
const client = (options: string): string =>
  `const axios = require('axios');\n\nexports.rates = axios.create({ ${options}baseURL: 'https://rates.example' });\n`;

export const missingTimeout = patternRule({
  id: 'robustness/missing-timeout',
  title: 'A call over the network may wait for ever',
  reason:
    'When the other system hangs, whoever waits for it without a limit hangs as well: threads and connections run out, and one slow neighbour takes the whole service down. Nothing shows it before that day.',
  remedy: 'Set a limit for connecting and one for the answer, shorter than what your own callers wait.',
  severity: 'warning',
  confidence: 'medium',
  category: 'dos',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [1088, 400],
  sources: [{ title: 'Michael Nygard, Release It!: Timeouts', url: 'https://pragprog.com/titles/mnee2/release-it-second-edition/' }],
  limits:
    'Clients that wait without end unless they are told otherwise: `RestTemplate`, `HttpURLConnection`, `java.net.http.HttpClient`, Apache’s default clients, axios. A limit is looked for in the same function, for a field in the names of its class; one that is set from another file, or by the container, is not seen.',
  examples: [
    edited(
      'a client has no limit',
      'src/main/java/Rates.java',
      '',
      java('HttpClient.newHttpClient()'),
      ['4 `HttpClient.newHttpClient()` has no time limit: when the other side hangs, so does whoever waits here.'],
      java('HttpClient.newBuilder().connectTimeout(java.time.Duration.ofSeconds(10)).build()'),
    ),
    edited('a client has a limit', 'src/main/java/Rates.java', '', java('HttpClient.newBuilder().connectTimeout(limit).build()')),
    edited(
      'a request has no limit',
      'src/rates.ts',
      '',
      script(''),
      ['3 `axios.get` has no time limit: when the other side hangs, so does whoever waits here.'],
      script(', { timeout: 10_000 }'),
    ),
    edited('a request has a limit', 'src/rates.ts', '', script(', { timeout: 500 }')),
    edited(
      'a client is made without a limit',
      'src/rates.js',
      '',
      client(''),
      ['3 `axios.create` has no time limit: when the other side hangs, so does whoever waits here.'],
      client('timeout: 10_000, '),
    ),
    edited('a client is made with a limit', 'src/rates.js', '', client('timeout: 500, ')),
  ],
  *look(code) {
    for (const { at, range, what, fix } of code.file.facts?.language === 'java' ? timelessInJava(code) : timelessInScript(code)) {
      yield {
        at,
        range,
        message: `\`${what}\` has no time limit: when the other side hangs, so does whoever waits here.`,
        ...(fix && { fix }),
      };
    }
  },
});
