import type { AnnotationFact } from '../../code/facts.ts';
import { annotationKind } from '../safeguards/annotation-kind.ts';
import { callKind, callTable } from '../safeguards/call-kind.ts';
import { edited } from '../safeguards/example.ts';
import { removalRule } from '../safeguards/removal-rule.ts';
import type { SymbolAt } from '../../code/code-change.ts';
import { callsIn, codeOf, stringsIn } from '../../code/walk.ts';
import { membersOf } from '../../code/indexed-facts.ts';

const family = 'the transaction';

/** 0 where the transaction does not span what is done: none is begun, or nothing may be written. */
function extent(_: AnnotationFact, text: string): number {
  if (/NOT_SUPPORTED|NEVER|SUPPORTS\b/.test(text)) return 0;
  return (/rollback(For|On)/i.test(text) ? 3 : 2) + (text.includes('SERIALIZABLE') ? 2 : text.includes('REPEATABLE_READ') ? 1 : 0);
}

const writing =
  /^(save|saveAll|saveAndFlush|persist|merge|remove|delete\w*|insert\w*|update\w*|upsert|create\w*|execute\w*|flush|add\w*|set\w*|store|transfer|withdraw|deposit|query|run|destroy|increment|decrement|move\w*|book|pay|cancel|close)$/;

/** What writes, or what calls more than one thing that may. */
function writes({ symbol, file }: SymbolAt): boolean {
  if (symbol.bodyRange && symbol.kind !== 'method' && symbol.kind !== 'function')
    return file.facts ? membersOf(symbol, file.facts).some(({ kind }) => kind === 'method') : false;
  return callsIn(codeOf(symbol)).some(({ name }) => writing.test(name));
}

/** `let sql = 'begin'`: it is sent in another way. */
function isBegunByText({ symbol }: SymbolAt): boolean {
  return stringsIn(codeOf(symbol)).some(({ value }) => /^\s{0,5}(?:begin|start transaction)\b/i.test(value));
}

const shape = { family, level: extent };
const java = (annotation: string): string =>
  `class Transfers {\n${annotation}  void transfer(long from, long to, long cents) {\n    accounts.withdraw(from, cents);\n    accounts.deposit(to, cents);\n  }\n}\n`;
const script = (body: string): string => `export async function transfer(from, to, cents) {\n${body}}\n`;
const inOne = '  await db.transaction(async (t) => {\n    await t.update(from, -cents);\n    await t.update(to, cents);\n  });\n';
const apart = '  await db.update(from, -cents);\n  await db.update(to, cents);\n';

export const removedTransaction = removalRule({
  id: 'robustness/removed-transaction',
  title: 'What is written together is no longer in one transaction',
  reason:
    'Without the transaction a failure half-way leaves one part written and the other not, and others see the state between. It happens rarely and is hard to mend afterwards.',
  remedy: 'Put the boundary back. Where it moved outwards, let the change show where; where each part may stand alone, say so.',
  severity: 'warning',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [662],
  sources: [
    {
      title: 'Spring: Declarative Transaction Management',
      url: 'https://docs.spring.io/spring-framework/reference/data-access/transaction/declarative.html',
    },
  ],
  limits:
    'Looks at functions that write by the name of what they call. A boundary that appears on the type, on a caller or elsewhere in the change has moved.',
  kinds: [
    annotationKind(
      new Map(
        ['Transactional', 'TransactionAttribute', 'ReadOnlyTransactional', 'Transaction', 'UnitOfWork'].map(
          (name) => [name, shape] as const,
        ),
      ),
      {
        // On a private method the annotation has no effect: its callers must have begun one.
        exposed: (_, head, base) => head.symbol.visibility !== 'private' && writes(head.symbol.body ? head : base),
      },
    ),
    callKind(
      callTable(
        [
          'useTransaction transactionResult transactionAsync transactionResultAsync transaction $transaction startTransaction beginTransaction withTransaction inTransaction runInTransaction executeInTransaction runInTx',
          { family },
        ],
        [
          'query execute run exec raw executeQuery sendQuery send',
          { family, given: /^.{0,60}["'`]\s{0,5}(?:begin|start transaction)\b/is },
        ],
        ['execute executeWithoutResult', { family, on: /transaction(Template|Operations)$/i }],
        ['getTransaction', { family, on: /transactionManager/i }],
        ['setAutoCommit', { family, level: (call) => (call.arguments[0]?.kind === 'false' ? 1 : 0) }],
      ),
      { helpers: /transaction|unitOfWork|atomic|\btx\b/i, exposed: (_, head) => writes(head) && !isBegunByText(head) },
    ),
  ],
  message: (_, { name, before, after }) =>
    `${name} writes outside of a transaction, or with less of one: ${before} ${after === undefined ? 'is gone' : `became ${after}`}.`,
  examples: [
    edited(
      'an annotation is removed',
      'src/main/java/Transfers.java',
      java('  @Transactional\n'),
      java(''),
      ['2 `transfer` writes outside of a transaction, or with less of one: `@Transactional` is gone.'],
      java('  @Transactional\n'),
    ),
    edited(
      'the annotation moved to the type',
      'src/main/java/Transfers.java',
      java('  @Transactional\n'),
      java('').replace('class', '@Transactional\nclass'),
    ),
    edited('parts are written one by one', 'src/transfer.ts', script(inOne), script(apart), [
      '1 `transfer` writes outside of a transaction, or with less of one: `db.transaction(async (t) => { await t.update(from, -cents); await t.update(to…` is gone.',
    ]),
    edited('a transaction of another kind is used', 'src/transfer.ts', script(inOne), script(inOne.replace('transaction', '$transaction'))),
    edited(
      'a transaction is begun no more in JavaScript',
      'src/transfer.js',
      script(`  await db.beginTransaction();\n${apart}  await db.commit();\n`),
      script(apart),
      ['1 `transfer` writes outside of a transaction, or with less of one: `db.beginTransaction()` is gone.'],
    ),
    edited(
      'the transaction is the caller’s',
      'src/transfer.js',
      script(inOne),
      script(`  await withTransaction((t) => t.update(from, to, cents));\n`),
    ),
  ],
});
