import { removedIdempotencyCheck } from '../../../../src/rules/robustness/removed-idempotency-check.ts';
import { fileCases } from '../rule-cases.ts';

const script = (...lines: readonly string[]): string =>
  `export async function on(event) {\n${lines.map((line) => `  ${line}\n`).join('')}  await ledger.book(event);\n}\n`;
const java = (...lines: readonly string[]): string =>
  `class Payments {\n  void on(Event event) {\n${lines.map((line) => `    ${line}\n`).join('')}    ledger.book(event);\n  }\n}\n`;
const twice = (line: number, text: string): string => `${line} \`on\` may do the same twice: \`${text}\` is gone.`;

for (const path of ['src/on.ts', 'src/on.js']) {
  describe(`robustness/removed-idempotency-check in ${path}`, () => {
    fileCases(removedIdempotencyCheck, path, [
      [
        'finds a set that is not asked',
        script('if (processed.has(event.id)) return;'),
        script(),
        [twice(1, 'if (processed.has(event.id)) return;')],
      ],
      [
        'finds a key that is not asked for',
        script('if (await used(event.idempotencyKey)) return;'),
        script(),
        [twice(1, 'if (await used(event.idempotencyKey)) return;')],
      ],
      [
        'finds a duplicate that is not left out',
        script('if (isDuplicate(event)) { log(event); return; }'),
        script(),
        [twice(1, 'if (isDuplicate(event)) { log(event); return; }')],
      ],
      ['leaves another condition alone', script('if (event.test) return;'), script(), []],
      [
        'leaves a check of another form alone',
        script('if (processed.has(event.id)) return;'),
        script('if (alreadyProcessed(event)) return;'),
        [],
      ],
      [
        'leaves a check that is gone with its work alone',
        script('if (processed.has(event.id)) return;'),
        'export async function on(event) {\n  log(event);\n}\n',
        [],
      ],
    ]);
  });
}

describe('robustness/removed-idempotency-check in Java', () => {
  fileCases(removedIdempotencyCheck, 'src/main/java/Payments.java', [
    [
      'finds a query that is not made',
      java('if (events.existsByMessageId(event.id())) return;'),
      java(),
      [twice(2, 'if (events.existsByMessageId(event.id())) return;')],
    ],
    [
      'finds a flag that is not asked',
      java('if (event.alreadyHandled()) return;'),
      java(),
      [twice(2, 'if (event.alreadyHandled()) return;')],
    ],
    [
      'finds a condition around the work that is gone',
      'class Payments {\n  void on(Event event) {\n    if (!isDuplicate(event)) {\n      ledger.book(event);\n    }\n  }\n}\n',
      java(),
      [twice(2, '!isDuplicate(event)')],
    ],
    ['leaves a constraint of the database alone', java('if (event.alreadyHandled()) return;'), java('upsert(event);'), []],
    ['leaves another condition alone', java('if (event.isTest()) return;'), java(), []],
    ['leaves a check in a helper alone', java('if (event.alreadyHandled()) return;'), java('if (!claimOnce(event)) return;'), []],
  ]);
});
