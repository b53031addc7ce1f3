import { unclosedResource } from '../../../../src/rules/robustness/unclosed-resource.ts';
import { fileCases } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `class Store {\n  Object read(Path path) throws Exception {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('robustness/unclosed-resource in Java', () => {
  fileCases(unclosedResource, 'src/main/java/Store.java', [
    [
      'finds a stream that is never closed',
      '',
      java('InputStream in = new FileInputStream("a");', 'return in.readAllBytes();'),
      ['3 `in` of `read` is never closed.'],
    ],
    [
      'finds a statement that is closed only where nothing fails',
      '',
      java('PreparedStatement query = connection.prepareStatement(sql);', 'query.execute();', 'query.close();', 'return null;'),
      ['3 `query` of `read` stays open when something fails before it is closed.'],
    ],
    [
      'finds a reader around a file',
      '',
      java('BufferedReader in = new BufferedReader(new FileReader("a"));', 'return in.readLine();'),
      ['3 `in` of `read` is never closed.'],
    ],
    [
      'finds lines of a file',
      '',
      java('Stream<String> lines = Files.lines(path);', 'return lines.count();'),
      ['3 `lines` of `read` is never closed.'],
    ],
    [
      'leaves the head of a try alone',
      '',
      java('try (InputStream in = new FileInputStream("a")) {', '  return in.readAllBytes();', '}'),
      [],
    ],
    [
      'leaves what is closed in the end alone',
      '',
      java('InputStream in = new FileInputStream("a");', 'try {', '  return in.readAllBytes();', '} finally {', '  in.close();', '}'),
      [],
    ],
    [
      'leaves rows alone whose statement is closed',
      '',
      java(
        'try (Statement query = connection.createStatement()) {',
        '  ResultSet rows = query.executeQuery(sql);',
        '  return rows.next();',
        '}',
      ),
      [],
    ],
    ['leaves what is handed on alone', '', java('InputStream in = new FileInputStream("a");', 'return new Parser(in);'), []],
    ['leaves a field alone', '', java('InputStream in = new FileInputStream("a");', 'this.in = in;', 'return null;'), []],
    [
      'leaves a reader of a text alone',
      '',
      java('BufferedReader in = new BufferedReader(new StringReader("a"));', 'return in.readLine();'),
      [],
    ],
  ]);
});

for (const path of ['src/store.js', 'src/store.ts']) {
  const script = (...lines: readonly string[]): string =>
    `import fs from 'node:fs/promises';\n\nexport async function read(name) {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`;
  describe(`robustness/unclosed-resource in ${path}`, () => {
    fileCases(unclosedResource, path, [
      [
        'finds a handle that is read',
        '',
        script('const handle = await fs.open(name);', 'return handle.readFile();'),
        ['4 `handle` of `read` is never closed.'],
      ],
      [
        'finds a handle that is written',
        '',
        script("const out = await fs.open(name, 'w');", "await out.write('x');"),
        ['4 `out` of `read` is never closed.'],
      ],
      [
        'finds a handle in a loop',
        '',
        script('for (const each of name) {', '  const handle = await fs.open(each);', '  await handle.stat();', '}'),
        ['5 `handle` of `read` is never closed.'],
      ],
      [
        'is silent where it is closed',
        '',
        script('const handle = await fs.open(name);', 'await handle.read();', 'await handle.close();'),
        [],
      ],
      ['is silent where it is returned', '', script('const handle = await fs.open(name);', 'return handle;'), []],
      ['is silent where it is handed on', '', script('const handle = await fs.open(name);', 'return pump(handle);'), []],
      ['is silent on another `open`', '', script('const page = await browser.open(name);', 'return page.title();'), []],
    ]);
  });
}
