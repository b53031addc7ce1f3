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
