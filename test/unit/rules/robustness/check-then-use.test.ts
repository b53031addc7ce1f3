import { checkThenUse } from '../../../../src/rules/robustness/check-then-use.ts';
import { fileCases } from '../rule-cases.ts';

const code = (...lines: readonly string[]): string =>
  `class A {\n  private final Map<String, Item> kept = new ConcurrentHashMap<>();\n  void run(String name, Path path, File file, Map<String, Item> plain, ConcurrentHashMap<String, Item> items) throws Exception {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('robustness/check-then-use', () => {
  fileCases(checkThenUse, 'src/main/java/A.java', [
    [
      'finds a map that is asked first',
      '',
      code('if (!items.containsKey(name)) {', '  items.put(name, load(name));', '}'),
      [
        '4 Another thread may put `name` into `items` between this check and the `put` in line 5: `putIfAbsent` or `computeIfAbsent` does both at once.',
      ],
    ],
    [
      'finds a map that is shared by how it is made',
      '',
      code('if (kept.get(name) == null) kept.put(name, load(name));'),
      [
        '4 Another thread may put `name` into `kept` between this check and the `put` in line 4: `putIfAbsent` or `computeIfAbsent` does both at once.',
      ],
    ],
    [
      'finds a file that is deleted',
      '',
      code('if (Files.exists(path)) Files.delete(path);'),
      ['4 `path` may come or go between this check and the `delete` in line 4: let the call itself find out, and handle what it throws.'],
    ],
    [
      'finds a folder that is made',
      '',
      code('if (Files.notExists(path)) {', '  Files.createDirectory(path);', '}'),
      [
        '4 `path` may come or go between this check and the `createDirectory` in line 5: let the call itself find out, and handle what it throws.',
      ],
    ],
    ['leaves a question for the value alone', '', code('if (!items.get(name)) items.put(name, load(name));'), []],
    [
      'leaves a question how to delete alone',
      '',
      code('if (Files.isDirectory(path)) {', '  clear(path);', '  Files.delete(path);', '} else {', '  Files.delete(path);', '}'),
      [],
    ],
    ['leaves a map of one thread alone', '', code('if (!plain.containsKey(name)) plain.put(name, load(name));'), []],
    ['leaves another key alone', '', code('if (!items.containsKey(name)) items.put(name + 1, load(name));'), []],
    [
      'leaves what stands under a lock alone',
      '',
      code('synchronized (kept) {', '  if (!kept.containsKey(name)) kept.put(name, load(name));', '}'),
      [],
    ],
    [
      'leaves a map that was made here alone',
      '',
      code('ConcurrentMap<String, Item> own = new ConcurrentHashMap<>();', 'if (!own.containsKey(name)) own.put(name, load(name));'),
      [],
    ],
    [
      'leaves a failure that is handled alone',
      '',
      code('try {', '  if (Files.exists(path)) Files.delete(path);', '} catch (IOException e) {', '  log.warn("kept", e);', '}'),
      [],
    ],
    ['leaves folders that may be there alone', '', code('if (!Files.exists(path)) Files.createDirectories(path);'), []],
    ['leaves a file that answers alone', '', code('if (file.exists()) file.delete();'), []],
  ]);
});

const pay = (check: string, act: string): string =>
  `export async function pay(id, amount) {\n  const account = await Account.findById(id);\n  ${check}\n  ${act}\n  await account.save();\n}\n`;
const record = (line: number): string =>
  `3 \`account.balance\` may have changed between this check and line ${String(line)}: two requests at once both pass. Let the database compare and change it in one statement, or lock the row.`;
const file = (act: string, line: number, instead = "let the call itself find out (`flag: 'wx'`), and handle its error"): string =>
  `${String(line)} \`path\` may come, go or become a link between this check and the \`${act}\` in line ${String(line)}: ${instead}.`;

for (const path of ['src/a.js', 'src/a.ts']) {
  describe(`robustness/check-then-use in ${path}`, () => {
    fileCases(checkThenUse, path, [
      ['finds a file that is written', '', 'if (!existsSync(path)) writeFileSync(path, text);\n', [file('writeFileSync', 1)]],
      [
        'finds rights that are changed',
        '',
        'if (fs.statSync(path).isFile()) fs.chmodSync(path, 0o600);\n',
        [file('chmodSync', 1, 'open it once, and work on what was opened')],
      ],
      ['finds a callback', '', 'fs.access(path, (error) => error && fs.writeFile(path, text, done));\n', [file('writeFile', 1)]],
      [
        'finds a balance that is taken from',
        '',
        pay('if (account.balance < amount) throw new Error();', 'account.balance -= amount;'),
        [record(4)],
      ],
      [
        'finds it inside of the check',
        '',
        pay('if (account.balance >= amount) {', '  account.balance = account.balance - amount; }'),
        [record(4)],
      ],
      ['leaves a folder that is made alone', '', 'if (!existsSync(path)) mkdirSync(path);\n', []],
      ['leaves a file that is read alone', '', 'if (existsSync(path)) readFileSync(path);\n', []],
      ['leaves another file alone', '', 'if (existsSync(path)) writeFileSync(other, text);\n', []],
      ['leaves what is made only where nothing is alone', '', "if (!existsSync(path)) writeFileSync(path, text, { flag: 'wx' });\n", []],
      [
        'leaves a transaction alone',
        '',
        pay('if (account.balance < amount) throw new Error();', 'await db.transaction(() => { account.balance -= amount; });'),
        [],
      ],
      [
        'leaves a balance that is only shown alone',
        '',
        pay('if (account.balance < 0) warn(account.balance);', 'account.name = amount;'),
        [],
      ],
    ]);
  });
}
