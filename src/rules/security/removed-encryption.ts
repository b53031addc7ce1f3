import type { SymbolAt } from '../../code/code-change.ts';
import type { Expression } from '../../code/expression.ts';
import type { AnnotationFact } from '../../code/facts.ts';
import { callsIn, codeOf, visitsOf } from '../../code/walk.ts';
import { lastName } from '../pattern/code-inventory.ts';
import { annotationKind, type AnnotationShape } from '../safeguards/annotation-kind.ts';
import { callKind, callTable } from '../safeguards/call-kind.ts';
import { edited } from '../safeguards/example.ts';
import { optionKind, optionTable } from '../safeguards/option-kind.ts';
import { removalRule } from '../safeguards/removal-rule.ts';
import type { Safeguard } from '../safeguards/safeguard.ts';

const family = 'encryption';
const onTheWay = 'encryption on the way';
const connecting =
  /^(?:Pool|Client|createConnection|createPool|DataSource|Sequelize|connect|Redis|createClient|MongoClient|Kafka|createTransport|forRoot)$/;
const encrypts = /crypt|cipher|sealed|vault/i;
const byText = (_: AnnotationFact, text: string): number => (encrypts.test(text) ? 1 : 0);

const annotations = new Map<string, AnnotationShape>([
  ['Convert', { family, level: byText }],
  ['ColumnTransformer', { family, level: byText }],
  ['Type', { family, level: byText }],
  ['Column', { family, level: byText }],
  ['Encrypted', { family }],
  ['Encrypt', { family }],
  ['EncryptedColumn', { family }],
]);

/** What was encrypted is still spoken of: what is no longer stored at all cannot be read either. */
function isStillUsed({ range, key }: Safeguard, head: SymbolAt, base: SymbolAt): boolean {
  const lost = callsIn(codeOf(base.symbol)).find(
    (call) => range.start <= call.range.start && call.range.end <= range.end && key.startsWith(`${call.name} `),
  );
  const value = lost?.arguments[0];
  const name = value && lastName(value);
  if (name === undefined || visitsOf(codeOf(head.symbol), 'name', 'member', 'call').some(({ node }) => node.name === name)) return true;
  // `card.setNumber(encrypt(card.getNumber()))` is gone, and the card is still stored.
  const whose = value?.kind === 'call' && value.receiver?.kind === 'name' ? value.receiver.name : undefined;
  const stores = callsIn(codeOf(head.symbol)).filter((call) => /^(?:save|persist|insert|store|put|merge|create|write)/.test(call.name));
  return stores.some((call) => call.arguments.some((each) => each.kind === 'name' && each.name === whose));
}

const java = (line: string): string => `@Entity\nclass Customer {\n  @Id\n  Long id;\n\n${line}  private String iban;\n}\n`;
const converter = '  @Convert(converter = EncryptedText.class)\n';
const script = (value: string): string =>
  `export async function store(customer) {\n  await customers.insert({ id: customer.id, iban: ${value} });\n}\n`;

export const removedEncryption = removalRule({
  id: 'security/removed-encryption',
  title: 'What was stored encrypted is stored as it is',
  reason:
    'Whoever reads the table, a backup of it or a log of its queries reads the values from then on. They were encrypted because somebody must not.',
  remedy: 'Keep the encryption. Where it moved into the database or the store, make that visible in the same change.',
  severity: 'error',
  confidence: 'medium',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [311, 312],
  sources: [
    {
      title: 'OWASP Cryptographic Storage Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
    },
  ],
  limits:
    'Known by the names of annotations, converters and functions (`encrypt`, `EncryptedText`). What a store encrypts by its own settings is looked at in its files.',
  kinds: [
    optionKind(optionTable(['ServerSideEncryption serverSideEncryption SSEKMSKeyId ssekmsKeyId', { family }]), {
      helpers: encrypts,
      elsewhere: /encrypt/i,
    }),
    optionKind(
      optionTable(['ssl tls', { family: onTheWay, level: ({ kind }: Expression) => (kind === 'false' ? 0 : 1), of: connecting }]),
      { helpers: /ssl|tls/i, elsewhere: /ssl|tls/i },
    ),
    annotationKind(annotations, { helpers: encrypts, elsewhere: encrypts }),
    callKind(callTable(['encrypt encryptField encryptValue encryptString encryptText encryptSync encryptAsync aesEncrypt', { family }]), {
      helpers: encrypts,
      elsewhere: /encrypt/i,
      exposed: isStillUsed,
    }),
  ],
  category: 'cleartext-storage',
  message: ({ lost }, { name, before, after }) =>
    `${name} gives up ${lost.family}: ${before} ${after === undefined ? 'is gone' : `became ${after}`}${lost.family === onTheWay ? '' : ', and what is stored can be read'}.`,
  examples: [
    edited(
      'a column is no longer encrypted',
      'src/main/java/Customer.java',
      java(converter),
      java(''),
      ['6 `iban` gives up encryption: `@Convert(converter = EncryptedText.class)` is gone, and what is stored can be read.'],
      java(converter),
    ),
    edited(
      'a column is stored as a number of cents',
      'src/main/java/Customer.java',
      java('  @Convert(converter = Cents.class)\n'),
      java(''),
    ),
    edited('a value is stored as it is', 'src/customers.ts', script('encrypt(customer.iban)'), script('customer.iban'), [
      '1 `store` gives up encryption: `encrypt(customer.iban)` is gone, and what is stored can be read.',
    ]),
    edited('another function encrypts', 'src/customers.ts', script('encrypt(customer.iban)'), script('sealedByVault(customer.iban)')),
    edited(
      'a value is stored as it is in JavaScript',
      'src/customers.js',
      script('crypto.encryptField(customer.iban)'),
      script('customer.iban'),
      ['1 `store` gives up encryption: `crypto.encryptField(customer.iban)` is gone, and what is stored can be read.'],
    ),
    edited('a value is encrypted', 'src/customers.js', script('customer.iban'), script('encrypt(customer.iban)')),
  ],
});
