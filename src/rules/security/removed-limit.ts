import { literalNumber } from '../../code/flow/literal-number.ts';
import { canonical } from '../../code/canonical.ts';
import type { SymbolAt } from '../../code/code-change.ts';
import type { Call, Construction, Expression } from '../../code/expression.ts';
import { codeOf, visitsOf } from '../../code/walk.ts';
import { annotationKind } from '../safeguards/annotation-kind.ts';
import { callKind, callTable, namedCallKind } from '../safeguards/call-kind.ts';
import { edited } from '../safeguards/example.ts';
import { handedOnKind } from '../safeguards/handed-on.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import type { Safeguard } from '../safeguards/safeguard.ts';
import { sizeGuards } from './input-guards.ts';
import { notSkipped } from './web/skipped-limits.ts';
import { removalRule } from '../safeguards/removal-rule.ts';

const rate = { family: 'the limit on how often it may be called' };
const size = 'the limit on how much it takes';

/** `5_000_000`, `'1mb'`; less is stricter, so the level is negative. */
function sizeLevel(value: Expression): number | undefined {
  const text = value.kind === 'string' ? /^(\d{1,9}(?:\.\d{1,6})?)\s*([kmg])?i?b?$/i.exec(value.value) : undefined;
  const unit = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 }[text?.[2]?.toLowerCase() ?? ''] ?? 1;
  const number = text
    ? Number(text[1]) * unit
    : (value.kind === 'name' || value.kind === 'member') && /^(?:Infinity|MAX_SAFE_INTEGER|MAX_VALUE)$/.test(value.name)
      ? Infinity
      : literalNumber(value);
  return number === undefined ? undefined : number < 0 || number === Infinity ? 0 : 1 / (number + 1);
}

/** A project's own functions that limit: `applyRateLimit(…)`, `createIpRateLimiter(…)`; not what asks for, sets or answers with one. */
const ownLimit =
  /^(?:apply|check|enforce|with|consume|assert|require|ensure|create|use|acquire|by|per)[A-Z]?\w*(?:RateLimit|Throttl)(?:er|ing|e)?(?:s|ed|For[A-Z]\w*|By[A-Z]\w*)?$/;

/** A size that a caller asks for: `Math.min(pageSize, 100)`. */
const capped = /\b(?:size|pageSize|limit|perPage|per_page|page_size|take|maxResults)\b/;
const keyOfFirst = (call: Call | Construction): string => (call.arguments[0] ? canonical(call.arguments[0]) : '');

/** What was capped is still used. */
function isStillGiven({ key }: Safeguard, { symbol }: SymbolAt): boolean {
  const given = key.slice(key.indexOf(' ') + 1);
  return visitsOf(codeOf(symbol), 'name', 'member', 'call').some(({ node }) => canonical(node) === given);
}

const sized = (of?: RegExp) => ({ family: size, level: sizeLevel, ...(of && { of }) });

const app = (...lines: readonly string[]): string =>
  `const app = require('express')();\n${lines.join('\n')}\napp.post('/orders', create);\n`;
const client = (line: string): string =>
  `class Upload {\n  MultipartConfig config(MultipartConfigFactory factory) {\n${line}    factory.setLocation("/var/upload");\n    return factory.create();\n  }\n}\n`;

export const removedLimit = removalRule({
  id: 'security/removed-limit',
  title: 'A limit on use is taken away or raised',
  reason:
    'A limit on how often something may be called, or on how much it accepts, keeps one caller from guessing passwords, filling memory or taking the service away from all others.',
  remedy:
    'Put the limit back, or set it to the least that the use at hand needs. Where a gateway limits now, make that visible in the change.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [770, 307, 400],
  sources: [
    {
      title: 'OWASP API4:2023 Unrestricted Resource Consumption',
      url: 'https://owasp.org/API-Security/editions/2023/en/0xa4-unrestricted-resource-consumption/',
    },
  ],
  limits:
    'Knows the limits of common libraries by the name of the middleware, annotation or option. A limit whose value is computed is only seen to be there or not. A limit that is raised to not more than twice as much is left alone.',
  kinds: [
    callKind(
      callTable(
        ['rateLimit rateLimiter slowDown RateLimiterMemory RateLimiterRedis expressRateLimit throttle limiter', { ...rate, on: /^(\w*)$/ }],
        ['tryConsume tryAcquirePermission acquirePermission', rate],
      ),
      { helpers: /limit|throttle/i, elsewhere: /limit_req|rate.?limit|client_max_body_size|throttl/i },
    ),
    optionKind(
      optionTable(
        [
          'fileSize maxFileSize maxFieldsSize maxBodySize bodyLimit maxRequestSize maxRequestBodySize maxUploadSize maxUploadSizePerFile maxInMemorySize maxContentLength maxBodyLength',
          sized(),
        ],
        ['limit', sized(/^(json|urlencoded|raw|text|bodyParser|koaBody|bodyLimit)$/)],
        ['maxPayload', sized()],
      ),
    ),
    optionKind(
      optionTable([
        'max limit points',
        {
          ...rate,
          level: sizeLevel,
          of: /^(rateLimit|rateLimiter|expressRateLimit|RateLimiterMemory|RateLimiterRedis|slowDown|throttle)$/,
        },
      ]),
    ),
    optionKind(
      optionTable([
        'rateLimit',
        { ...rate, level: ({ kind }: Expression) => (kind === 'false' ? 0 : 1), of: /^(?:get|post|put|patch|delete|route)$/ },
      ]),
    ),
    namedCallKind(rate.family, ownLimit, { helpers: /limit|throttle/i, elsewhere: /limit_req|rate.?limit|throttl/i }),
    handedOnKind(rate.family, /(?:^|\.)\w*(?:limiter|rateLimit(?:ing)?|throttle|slowDown)(?:Middleware|Handler)?$/i, {
      helpers: /limit|throttle/i,
      elsewhere: /limit_req|rate.?limit/i,
    }),
    callKind(callTable(['min', { family: size, on: /^Math$/, given: capped, key: keyOfFirst }]), {
      helpers: /limit|max|cap|clamp|page/i,
      exposed: isStillGiven,
    }),
    sizeGuards,
    notSkipped,
    annotationKind(new Map([['MultipartConfig', { family: size, level: (_, text) => (/max(?:File|Request)Size/.test(text) ? 1 : 0) }]])),
    annotationKind(new Map(['RateLimiter', 'Throttle', 'RateLimit', 'RateLimited', 'Bulkhead'].map((name) => [name, rate] as const)), {
      elsewhere: /RequestRateLimiter|rate.?limit|limit_req|throttl/i,
    }),
  ],
  category: 'dos',
  weigh: ({ lost, now }) =>
    now?.level !== undefined && lost.level !== undefined && now.level > 0 && lost.level / now.level <= 2 ? { confidence: 'low' } : {},
  message: ({ lost }, { name, before, after }) =>
    `${name} gives up ${lost.family}: ${before} ${after === undefined ? 'is gone' : `became ${after}`}.`,
  examples: [
    edited(
      'a body may be larger',
      'src/app.js',
      app("app.use(express.json({ limit: '100kb' }));"),
      app("app.use(express.json({ limit: '500mb' }));"),
      ["2 `app.js` gives up the limit on how much it takes: `limit: '100kb'` became `limit: '500mb'`."],
      app("app.use(express.json({ limit: '100kb' }));"),
    ),
    edited(
      'a body may be a little larger',
      'src/app.js',
      app("app.use(express.json({ limit: '1kb' }));"),
      app("app.use(express.json({ limit: '1kb', strict: true }));"),
    ),
    edited(
      'a route may be called as often as one likes',
      'src/app.ts',
      app('app.use(rateLimit({ max: 5 }));'),
      app('app.use(compression());'),
      ['1 `app.ts` gives up the limit on how often it may be called: `app.use(rateLimit({ max: 5 }))` is gone.'],
    ),
    edited(
      'a route may be called a thousand times as often',
      'src/app.ts',
      app('app.use(rateLimit({ max: 5 }));'),
      app('app.use(rateLimit({ max: 5000 }));'),
      ['2 `app.ts` gives up the limit on how often it may be called: `max: 5` became `max: 5000`.'],
      app('app.use(rateLimit({ max: 5 }));'),
    ),
    edited('another limiter is used', 'src/app.ts', app('app.use(rateLimit({ max: 5 }));'), app('app.use(slowDown({ delayAfter: 5 }));')),
    edited(
      'a limit on the size of files is removed',
      'src/main/java/Upload.java',
      client('    factory.setMaxFileSize(1048576);\n'),
      client(''),
      ['2 `config` gives up the limit on how much it takes: `factory.setMaxFileSize(1048576)` is gone.'],
      client('    factory.setMaxFileSize(1048576);\n'),
    ),
    edited(
      'a limit on the size of files becomes lower',
      'src/main/java/Upload.java',
      client('    factory.setMaxFileSize(1048576);\n'),
      client('    factory.setMaxFileSize(65536);\n'),
    ),
  ],
});
