import { predictableRandom } from '../../../../src/rules/security/predictable-random.ts';
import { fileCases } from '../rule-cases.ts';

describe('security/predictable-random in Java', () => {
  fileCases(predictableRandom, 'src/main/java/A.java', [
    [
      'finds a session id that is built from it',
      '',
      'class A {\n  void run() throws Exception {\n    double number = new java.util.Random().nextDouble();\n    String text = Double.toString(number);\n    String sessionId = text.substring(2);\n  }\n}\n',
      ['3 `sessionId` can be predicted: it is drawn from java.util.Random.'],
    ],
    [
      'finds bytes of a salt',
      '',
      'class A {\n  void run() throws Exception {\n    byte[] bytes = new byte[16];\n    new Random().nextBytes(bytes);\n    byte[] salt = bytes;\n  }\n}\n',
      ['4 `salt` can be predicted: it is drawn from java.util.Random.'],
    ],
    [
      'finds a method that makes passwords',
      '',
      'class A {\n  String generatePassword() {\n    return RandomStringUtils.randomAlphanumeric(12);\n  }\n}\n',
      ['3 `generatePassword` can be predicted: it is drawn from RandomStringUtils.'],
    ],
    [
      'finds a seed that is known',
      '',
      'class A {\n  void run() throws Exception {\n    SecureRandom random = new SecureRandom("seed".getBytes());\n  }\n}\n',
      ['3 The secure generator is seeded with what can be guessed, so that all it draws can be, too.'],
    ],
    [
      'finds a seed that is set first',
      '',
      'class A {\n  void run() throws Exception {\n    SecureRandom random = new SecureRandom();\n    random.setSeed(42L);\n    random.nextInt();\n  }\n}\n',
      ['4 The secure generator is seeded with what can be guessed, so that all it draws can be, too.'],
    ],
    [
      'leaves a secure source alone',
      '',
      'class A {\n  void run() throws Exception {\n    String token = Long.toString(new SecureRandom().nextLong());\n  }\n}\n',
      [],
    ],
    [
      'leaves a shuffle alone',
      '',
      'class A {\n  void run() throws Exception {\n    int index = new Random().nextInt(10);\n    list.swap(index, 0);\n  }\n}\n',
      [],
    ],
    [
      'leaves a seed that only adds alone',
      '',
      'class A {\n  void run() throws Exception {\n    SecureRandom random = new SecureRandom();\n    random.nextInt();\n    random.setSeed(42L);\n  }\n}\n',
      [],
    ],
    [
      'leaves the key of a map alone',
      '',
      'class A {\n  void run() throws Exception {\n    int key = new Random().nextInt(10);\n    map.put(key, value);\n  }\n}\n',
      [],
    ],
  ]);
});

for (const path of ['src/a.ts', 'src/a.js']) {
  describe(`security/predictable-random in ${path}`, () => {
    fileCases(predictableRandom, path, [
      [
        'finds a property',
        '',
        'export const user = { name, apiKey: Math.random().toString(16) };\n',
        ['1 `apiKey` can be predicted: it is drawn from Math.random.'],
      ],
      [
        'finds a field',
        '',
        'this.csrfToken = `${Date.now()}${Math.random()}`;\n',
        ['1 `csrfToken` can be predicted: it is drawn from Math.random.'],
      ],
      [
        'finds what is stored later',
        '',
        'function open(res) {\n  const n = Math.random();\n  const text = `s${n}`;\n  const sessionToken = text;\n  return sessionToken;\n}\n',
        ['2 `sessionToken` can be predicted: it is drawn from Math.random.'],
      ],
      [
        'finds the generator that is called pseudo',
        '',
        'const bytes = crypto.pseudoRandomBytes(16);\n',
        ['1 What pseudoRandomBytes draws can be predicted.'],
      ],
      [
        'leaves how many sessions there are, and what happens in one, alone',
        '',
        'function getSessionCountForDay(day) {\n  return Math.round(day.base * Math.random());\n}\nexport function generateEventsForSession(at) {\n  return [at + Math.random()];\n}\n',
        [],
      ],
      ['leaves the key of an element alone', '', 'const key = Math.random();\n', []],
      ['leaves a jitter alone', '', 'function retry() {\n  const delay = 100 * Math.random();\n  setTimeout(run, delay);\n}\n', []],
      ['leaves a random of its own alone', '', 'const token = generator.random();\n', []],
    ]);
  });
}

describe('security/predictable-random by what a value becomes', () => {
  fileCases(predictableRandom, 'src/b.ts', [
    [
      'leaves what went in where the answer is taken apart alone',
      '',
      "export async function add() {\n  const { password, ...rest } = await users.create({ name: 'user' + Math.random() });\n  return rest;\n}\n",
      [],
    ],
    [
      'finds a property',
      '',
      'export const user = { resetToken: Math.random().toString(36) };\n',
      ['1 `resetToken` can be predicted: it is drawn from Math.random.'],
    ],
    [
      'finds an element by its name',
      '',
      "export function f(user) {\n  user['sessionToken'] = Math.random();\n}\n",
      ['2 `sessionToken` can be predicted: it is drawn from Math.random.'],
    ],
    [
      'finds what is gathered first',
      '',
      "export function f() {\n  let text = '';\n  text += Math.random();\n  const password = text;\n  return password;\n}\n",
      ['3 `password` can be predicted: it is drawn from Math.random.'],
    ],
    [
      'finds a function that makes one',
      '',
      'export const generateToken = () => Math.random().toString(36);\n',
      ['1 `generateToken` can be predicted: it is drawn from Math.random.'],
    ],
    [
      'finds lodash',
      '',
      "import _ from 'lodash';\nexport const resetToken = _.random(1000);\n",
      ['2 `resetToken` can be predicted: it is drawn from lodash’s random.'],
    ],
    ['leaves a place alone', '', 'export const x = Math.random() * width;\n', []],
    ['leaves another random alone', '', 'export const resetToken = secure.random();\n', []],
    [
      'leaves what only stands before alone',
      '',
      'export function f() {\n  const password = read();\n  const jitter = Math.random();\n  return wait(jitter);\n}\n',
      [],
    ],
  ]);
});

describe('security/predictable-random by what a method is called', () => {
  fileCases(predictableRandom, 'src/main/java/B.java', [
    [
      'finds a token for a reset',
      '',
      'class B {\n  String resetToken() {\n    return Long.toHexString(new java.util.Random().nextLong());\n  }\n}\n',
      ['3 `resetToken` can be predicted: it is drawn from java.util.Random.'],
    ],
    [
      'leaves a method that is called like anything alone',
      '',
      'class B {\n  int token() {\n    return new java.util.Random().nextInt();\n  }\n}\n',
      [],
    ],
  ]);
});
