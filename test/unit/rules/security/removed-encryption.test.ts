import { removedEncryption } from '../../../../src/rules/security/removed-encryption.ts';
import { fileCases } from '../rule-cases.ts';

const stored = 'and what is stored can be read.';
const java = (line: string): string => `@Entity\nclass Customer {\n${line}  private String iban;\n}\n`;
const store = (value: string): string => `class Store {\n  void add(Customer customer) {\n    rows.insert(${value});\n  }\n}\n`;
const script = (value: string): string => `export async function add(customer) {\n  await rows.insert({ iban: ${value} });\n}\n`;

describe('security/removed-encryption in Java', () => {
  fileCases(removedEncryption, 'src/main/java/Customer.java', [
    [
      'finds a converter',
      java('  @Convert(converter = CryptoConverter.class)\n'),
      java(''),
      [`3 \`iban\` gives up encryption: \`@Convert(converter = CryptoConverter.class)\` is gone, ${stored}`],
    ],
    ['finds an annotation', java('  @Encrypted\n'), java(''), [`3 \`iban\` gives up encryption: \`@Encrypted\` is gone, ${stored}`]],
    [
      'finds a call',
      store('cipher.encrypt(customer.iban())'),
      store('customer.iban()'),
      [`2 \`add\` gives up encryption: \`rows.insert(cipher.encrypt(customer.iban()))\` is gone, ${stored}`],
    ],
    ['leaves another converter alone', java('  @Convert(converter = Cents.class)\n'), java(''), []],
    [
      'leaves a stronger converter alone',
      java('  @Convert(converter = CryptoV1.class)\n'),
      java('  @Convert(converter = CryptoV2.class)\n'),
      [],
    ],
    [
      'leaves another function that encrypts alone',
      store('cipher.encrypt(customer.iban())'),
      store('kms.encryptValue(customer.iban())'),
      [],
    ],
  ]);
});

for (const path of ['src/add.ts', 'src/add.js']) {
  describe(`security/removed-encryption in ${path}`, () => {
    fileCases(removedEncryption, path, [
      [
        'finds a call',
        script('encrypt(customer.iban)'),
        script('customer.iban'),
        [`1 \`add\` gives up encryption: \`encrypt(customer.iban)\` is gone, ${stored}`],
      ],
      [
        'finds a call of a service',
        script('await vault.encryptField(customer.iban)'),
        script('customer.iban'),
        [`1 \`add\` gives up encryption: \`vault.encryptField(customer.iban)\` is gone, ${stored}`],
      ],
      [
        'finds a call with a key',
        script('aesEncrypt(customer.iban, key)'),
        script('customer.iban'),
        [`1 \`add\` gives up encryption: \`aesEncrypt(customer.iban, key)\` is gone, ${stored}`],
      ],
      [
        'leaves a value alone that is no longer stored',
        script('encrypt(customer.iban), id: customer.id'),
        'export async function add(customer) {\n  await rows.insert({ id: customer.id });\n}\n',
        [],
      ],
      ['leaves another key alone', script('encrypt(customer.iban, a)'), script('encrypt(customer.iban, b)'), []],
      ['leaves a new encryption alone', script('customer.iban'), script('encrypt(customer.iban)'), []],
      ['leaves a helper that encrypts alone', script('encrypt(customer.iban)'), script('encryptedIban(customer)'), []],
    ]);
  });
}
