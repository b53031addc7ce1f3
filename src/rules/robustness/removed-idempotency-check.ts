import { edited } from '../safeguards/example.ts';
import { guardClauseKind } from '../safeguards/guard-clauses.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import { removalRule } from '../safeguards/removal-rule.ts';

const repeated =
  /idempoten|already(Processed|Handled|Seen|Done|Sent|Paid|Exists|Applied)|isDuplicate|dedup|wasProcessed|isProcessed|hasProcessed|processed(Ids|Keys|Events|Messages)?\.(has|contains)|(seen|processed|handled|received|inbox)\w*\.(has|contains|includes|exists\w*)|(existsBy|findBy)\w*(Key|RequestId|MessageId|EventId)|requestId\)/i;

const java = (line: string): string =>
  `class Payments {\n  void on(PaymentEvent event) {\n${line}    ledger.book(event.amount());\n    processed.add(event.id());\n  }\n}\n`;
const check = '    if (processed.contains(event.id())) return;\n';
const script = (line: string): string => `export async function pay(request) {\n${line}  return gateway.charge(request.cents);\n}\n`;

export const removedIdempotencyCheck = removalRule({
  id: 'robustness/removed-idempotency-check',
  title: 'What was done once may be done twice',
  reason:
    'Messages are delivered again and requests are repeated. The check kept a repetition from being booked, paid or sent a second time.',
  remedy: 'Put the check back, or let the database keep a repetition out (a unique key) in the same change.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [837],
  sources: [{ title: 'Stripe: Designing robust and predictable APIs with idempotency', url: 'https://stripe.com/blog/idempotency' }],
  limits: 'Knows such a check by the names in its condition: `idempotencyKey`, `alreadyProcessed`, `processed.has(…)`, `isDuplicate`.',
  kinds: [
    guardClauseKind(
      { familyOf: ({ test }) => (repeated.test(test) ? 'idempotency' : undefined) },
      { helpers: /idempoten|once|dedup|duplicate|upsert|unique/i, elsewhere: /unique/i },
    ),
    optionKind(optionTable(['idempotencyKey idempotency_key idempotency-key Idempotency-Key IdempotencyKey', { family: 'idempotency' }]), {
      helpers: /idempoten/i,
    }),
  ],
  message: (_, { name, before }) => `${name} may do the same twice: ${before} is gone.`,
  examples: [
    edited(
      'an event may be booked twice',
      'src/main/java/Payments.java',
      java(check),
      java(''),
      ['2 `on` may do the same twice: `if (processed.contains(event.id())) return;` is gone.'],
      java(check),
    ),
    edited(
      'another condition is removed',
      'src/main/java/Payments.java',
      java('    if (log.isDebugEnabled()) log.debug(event);\n'),
      java(''),
    ),
    edited(
      'a request may be charged twice',
      'src/pay.ts',
      script('  if (await store.has(request.idempotencyKey)) return store.get(request.idempotencyKey);\n'),
      script(''),
      ['1 `pay` may do the same twice: `if (await store.has(request.idempotencyKey)) return store.get(request.idempot…` is gone.'],
      script('  if (await store.has(request.idempotencyKey)) return store.get(request.idempotencyKey);\n'),
    ),
    edited(
      'a function does it once',
      'src/pay.ts',
      script('  if (await store.has(request.idempotencyKey)) return undefined;\n'),
      'export async function pay(request) {\n  return once(request.idempotencyKey, () => gateway.charge(request.cents));\n}\n',
    ),
    edited(
      'a charge is asked for without its key',
      'src/charge.js',
      'export function charge(order) {\n  return stripe.charges.create({ amount: order.total }, { idempotencyKey: order.id });\n}\n',
      'export function charge(order) {\n  return stripe.charges.create({ amount: order.total });\n}\n',
      ['1 `charge` may do the same twice: `idempotencyKey: order.id` is gone.'],
    ),
    edited('a message may be sent twice', 'src/send.js', script('  if (alreadySent(request)) return;\n'), script(''), [
      '1 `pay` may do the same twice: `if (alreadySent(request)) return;` is gone.',
    ]),
    edited(
      'the condition says more',
      'src/send.js',
      script('  if (alreadySent(request)) return;\n'),
      script('  if (alreadySent(request) || late(request)) return;\n'),
    ),
  ],
});
