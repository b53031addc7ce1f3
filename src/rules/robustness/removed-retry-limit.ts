import { literalNumber } from '../../code/flow/literal-number.ts';
import type { Expression } from '../../code/expression.ts';
import type { AnnotationFact } from '../../code/facts.ts';
import { annotationKind, type AnnotationShape } from '../safeguards/annotation-kind.ts';
import { callKind, callTable } from '../safeguards/call-kind.ts';
import { edited } from '../safeguards/example.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import { removalRule } from '../safeguards/removal-rule.ts';

const family = 'the limit on attempts';

/** More attempts are looser; none at all, or without end, is no limit. */
function attempts(value: Expression): number | undefined {
  if (value.kind === 'name' && value.name === 'Infinity') return 0;
  if (value.kind === 'member' && /^(MAX_VALUE|POSITIVE_INFINITY|MAX_SAFE_INTEGER)$/.test(value.name)) return 0;
  if (value.kind === 'unary' && value.operator === '-') return 0;
  const number = literalNumber(value);
  return number === undefined ? undefined : 1 / (number + 1);
}

/** `@Retryable(maxAttempts = 3)`. */
function annotated(annotation: AnnotationFact): number | undefined {
  const given = annotation.arguments.find(({ name }) => name === 'maxAttempts' || name === 'maxRetries' || name === 'retries');
  return given && attempts(given.value);
}

const option = { family, level: attempts };
const java = (line: string): string =>
  `class Client {\n  RetryPolicy policy(RetryPolicyBuilder builder) {\n    builder.withDelay(ofMillis(50));\n${line}    return builder.build();\n  }\n}\n`;
const limit = '    builder.withMaxAttempts(3);\n';
const script = (options: string): string => `export function load(id) {\n  return retry(() => get(id), { ${options} });\n}\n`;

export const removedRetryLimit = removalRule({
  id: 'robustness/removed-retry-limit',
  title: 'Attempts are no longer limited',
  reason:
    'Attempts without end, or many more of them, turn a short failure of another system into a storm of calls that keeps it down, and let callers wait without an answer.',
  remedy: 'Limit the attempts again, with a growing pause between them, and give the error to the caller after the last one.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [770, 834],
  sources: [
    {
      title: 'AWS Builders’ Library: Timeouts, retries, and backoff with jitter',
      url: 'https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/',
    },
  ],
  limits: 'Knows the limit by the name of the option, setter or annotation. Up to three times as many attempts are left alone.',
  kinds: [
    optionKind(
      optionTable(
        ['retries maxRetries maxAttempts retryLimit maxRetryCount retryCount numOfAttempts maxRetriesPerRequest maxTries maxRetry', option],
        ['attempts', { ...option, of: /^(?:add|addBulk|createQueue|Queue)$/ }],
      ),
      { helpers: /retr|attempt|backoff/i },
    ),
    callKind(callTable(['stopAfterAttempt maxRetriesExceeded', { family }])),
    annotationKind(
      new Map<string, AnnotationShape>([
        ['CircuitBreaker', { family: 'the circuit breaker' }],
        ['Retryable', { family, level: annotated }],
        ['Retry', { family, level: annotated }],
      ]),
      // Without the annotation nothing is repeated at all.
      { exposed: ({ family: of }) => of !== family },
    ),
  ],
  weigh: ({ lost, now }) =>
    now?.level !== undefined && lost.level !== undefined && now.level > 0 && lost.level / now.level <= 3 ? { confidence: 'low' } : {},
  message: ({ lost }, { name, before, after }) =>
    `${name} gives up ${lost.family}: ${before} ${after === undefined ? 'is gone' : `became ${after}`}.`,
  examples: [
    edited(
      'a policy has no last attempt',
      'src/main/java/Client.java',
      java(limit),
      java(''),
      ['2 `policy` gives up the limit on attempts: `builder.withMaxAttempts(3)` is gone.'],
      java(limit),
    ),
    edited('fewer attempts are made', 'src/main/java/Client.java', java(limit), java(limit.replace('3', '2'))),
    edited(
      'attempts go on without end',
      'src/load.ts',
      script('retries: 3'),
      script('retries: Infinity'),
      ['2 `load` gives up the limit on attempts: `retries: 3` became `retries: Infinity`.'],
      script('retries: 3'),
    ),
    edited('the limit is a setting now', 'src/load.ts', script('retries: 3'), script('retries: settings.retries')),
    edited('many more attempts are made', 'src/load.js', script('maxAttempts: 3'), script('maxAttempts: 500'), [
      '2 `load` gives up the limit on attempts: `maxAttempts: 3` became `maxAttempts: 500`.',
    ]),
    edited('no attempts are repeated any more', 'src/load.js', script('retries: 3'), 'export function load(id) {\n  return get(id);\n}\n'),
  ],
});
