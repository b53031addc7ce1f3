import { literalNumber } from '../../code/flow/literal-number.ts';
import type { Expression } from '../../code/expression.ts';
import type { SymbolAt } from '../../code/code-change.ts';
import { callsIn, codeOf } from '../../code/walk.ts';
import { annotationKind } from '../safeguards/annotation-kind.ts';
import { callKind, callTable } from '../safeguards/call-kind.ts';
import { edited } from '../safeguards/example.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import type { Safeguard } from '../safeguards/safeguard.ts';
import { removalRule } from '../safeguards/removal-rule.ts';

const family = 'the time limit';
const isNone = (value: Expression): boolean =>
  value.kind === 'undefined' ||
  value.kind === 'null' ||
  value.kind === 'false' ||
  (value.kind === 'name' && value.name === 'Infinity') ||
  (literalNumber(value) ?? 1) <= 0;
const option = { family, level: (value: Expression): number | undefined => (isNone(value) ? 0 : 1) };

/** The same is waited for without a limit: `future.get()`. */
function waitsForever({ key }: Safeguard, { symbol }: SymbolAt): boolean {
  const name = key.slice(0, key.indexOf(' '));
  return callsIn(codeOf(symbol)).some((call) => call.name === name && call.arguments.length === 0 && call.receiver !== undefined);
}

const java = (line: string): string =>
  `class Rates {\n  URLConnection open(URL url) throws IOException {\n    URLConnection connection = url.openConnection();\n${line}    connection.connect();\n    return connection;\n  }\n}\n`;
const read = '    connection.setReadTimeout(2000);\n';
const script = (options: string): string => `export function load(id) {\n  return axios.get(\`/orders/\${id}\`, { ${options} });\n}\n`;

export const removedTimeout = removalRule({
  id: 'robustness/removed-timeout',
  title: 'A time limit on something that waits is taken away',
  reason:
    'Whatever waits for another system without a limit waits forever when that system hangs: threads and connections run out, and one slow neighbour takes the whole service down.',
  remedy: 'Put the limit back. Where the old value was too short, choose a longer one.',
  severity: 'warning',
  confidence: 'medium',
  yieldsTo: ['robustness/missing-timeout'],
  languages: ['java', 'typescript', 'javascript'],
  cwe: [400, 1088],
  sources: [{ title: 'Michael Nygard, Release It!: Timeouts', url: 'https://pragprog.com/titles/mnee2/release-it-second-edition/' }],
  limits:
    'Knows time limits by the name of the option, setter or annotation. A longer limit is no finding. A limit that the change sets in another place has moved.',
  kinds: [
    optionKind(
      optionTable(
        [
          'timeout connectTimeout readTimeout writeTimeout callTimeout responseTimeout requestTimeout socketTimeout connectionTimeout',
          option,
        ],
        [
          'queryTimeout statementTimeout statement_timeout query_timeout connectionTimeoutMillis acquireTimeoutMillis connectionRequestTimeout',
          option,
        ],
        [
          'headersTimeout keepAliveTimeout bodyTimeout soTimeout timeoutMs requestTimeoutMs idleTimeoutMillis connectTimeoutMS socketTimeoutMS',
          option,
        ],
      ),
      { helpers: /timeout|deadline|race/i, elsewhere: /timeout/i },
    ),
    callKind(
      callTable(
        ['orTimeout completeOnTimeout', { family }],
        ['timeout', { family, on: /^AbortSignal$/ }],
        ['pTimeout withTimeout', { family, on: /^$/ }],
      ),
      {
        helpers: /timeout|deadline|race/i,
      },
    ),
    callKind(callTable(['get join await tryAcquire', { family, given: /\bTimeUnit\.|\b(?:NANO|MICRO|MILLI)?SECONDS\b|\bMINUTES\b/ }]), {
      helpers: /timeout|deadline/i,
      exposed: waitsForever,
    }),
    annotationKind(new Map(['TimeLimiter', 'Timeout'].map((name) => [name, { family }] as const))),
  ],
  message: (_, { name, before, after }) => `${name} may wait forever: ${before} ${after === undefined ? 'is gone' : `became ${after}`}.`,
  examples: [
    edited(
      'a time limit is removed from a connection',
      'src/main/java/Rates.java',
      java(read),
      java(''),
      ['2 `open` may wait forever: `connection.setReadTimeout(2000)` is gone.'],
      java(read),
    ),
    edited('the limit is longer', 'src/main/java/Rates.java', java(read), java(read.replace('2000', '5000'))),
    edited(
      'a request is given no limit any more',
      'src/load.ts',
      script('timeout: 2000, responseType'),
      script('responseType'),
      ['1 `load` may wait forever: `timeout: 2000` is gone.'],
      script('timeout: 2000, responseType'),
    ),
    edited('the limit is a setting now', 'src/load.ts', script('timeout: 2000'), script('timeout: settings.timeout')),
    edited('a limit of nought is none', 'src/load.js', script('timeout: 2000'), script('timeout: 0'), [
      '2 `load` may wait forever: `timeout: 2000` became `timeout: 0`.',
    ]),
    edited('another way to limit is used', 'src/load.js', script('timeout: 2000'), script('signal: AbortSignal.timeout(2000)')),
  ],
});
