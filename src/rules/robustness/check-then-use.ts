import { patternRule } from '../pattern/pattern-rule.ts';
import { edited } from '../safeguards/example.ts';
import { checksThenUsesInJava } from './races/java-checks.ts';
import { checksThenUsesInScript } from './races/script-checks.ts';

const java = (...lines: readonly string[]): string =>
  `class Store {\n  private final ConcurrentMap<String, Item> items = new ConcurrentHashMap<>();\n\n  void keep(String name, Path path) throws IOException {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

export const checkThenUse = patternRule({
  id: 'robustness/check-then-use',
  title: 'Something may happen between a check and what it is for',
  reason:
    'Between the check and the act another thread, or another program, can do the same: two of them find nothing there and both make it, or what was there is gone. It happens under load only, and an attacker can wait for it.',
  remedy:
    'Let one call do both: `putIfAbsent`, `computeIfAbsent`, `Files.createFile`, `Files.deleteIfExists`, `StandardOpenOption.CREATE_NEW`; or handle what comes when the check did not hold.',
  severity: 'warning',
  confidence: 'medium',
  category: 'race',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [367, 362],
  sources: [
    { title: 'CWE-367: Time-of-check Time-of-use Race Condition', url: 'https://cwe.mitre.org/data/definitions/367.html' },
    {
      title: 'SEI CERT VNA03-J: Do not assume that a group of calls to independently atomic methods is atomic',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/VNA03-J.+Do+not+assume+that+a+group+of+calls+to+independently+atomic+methods+is+atomic',
    },
  ],
  limits:
    'Maps whose type in the file says that threads share them, and files that are made or deleted right after the question whether they are there. What stands under a lock, or where a failure of the act is caught, is left alone. In TypeScript and JavaScript files that are written after such a question, and what is counted (`balance`, `stock`), compared and then written back outside of a transaction.',
  examples: [
    edited(
      'a map is asked and then filled',
      'src/main/java/Store.java',
      '',
      java('if (!items.containsKey(name)) {', '  items.put(name, load(name));', '}'),
      [
        '5 Another thread may put `name` into `items` between this check and the `put` in line 6: `putIfAbsent` or `computeIfAbsent` does both at once.',
      ],
    ),
    edited('one call does both', 'src/main/java/Store.java', '', java('items.computeIfAbsent(name, this::load);')),
    edited(
      'a file is looked for and then made',
      'src/main/java/Store.java',
      '',
      java('if (!Files.exists(path)) {', '  Files.createFile(path);', '}'),
      [
        '5 `path` may come or go between this check and the `createFile` in line 6: let the call itself find out, and handle what it throws.',
      ],
    ),
    edited('the call itself finds out', 'src/main/java/Store.java', '', java('Files.deleteIfExists(path);')),
    ...['src/store.ts', 'src/store.js'].flatMap((path) => [
      edited(
        'a file is looked for and then written',
        path,
        '',
        "import fs from 'node:fs';\n\nexport function keep(path) {\n  if (!fs.existsSync(path)) fs.writeFileSync(path, '{}');\n}\n",
        [
          "4 `path` may come, go or become a link between this check and the `writeFileSync` in line 4: let the call itself find out (`flag: 'wx'`), and handle its error.",
        ],
      ),
      edited(
        'the call itself finds out',
        path,
        '',
        "import fs from 'node:fs';\n\nexport function keep(path) {\n  fs.writeFileSync(path, '{}', { flag: 'wx' });\n}\n",
      ),
    ]),
  ],
  *look(code) {
    yield* code.file.facts?.language === 'java' ? checksThenUsesInJava(code) : checksThenUsesInScript(code);
  },
});
