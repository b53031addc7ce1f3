import { commandInjection } from '../../../../src/rules/security/command-injection.ts';
import { sqlBuiltFromStrings } from '../../../../src/rules/security/sql-built-from-strings.ts';
import { fileCases } from '../rule-cases.ts';

const method = (head: string, ...body: readonly string[]): string =>
  `import java.sql.*;\nclass Orders {\n  private JdbcTemplate jdbc;\n  ${head} {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('data that callers of a Java method hand in', () => {
  fileCases(sqlBuiltFromStrings, 'src/main/java/Orders.java', [
    [
      'is found where it is run as a statement',
      '',
      method('void clear(Statement statement, String where)', 'statement.execute(where);'),
      ['5 `clear` makes `where`, which comes from its callers, part of an SQL statement through `statement.execute`.'],
    ],
    [
      'is left alone where that is what the method is for',
      '',
      method('void run(Statement statement, String query)', 'statement.execute(query);'),
      [],
    ],
    [
      'is left alone in a private method',
      '',
      method('private void clear(Statement statement, String where)', 'statement.execute(where);'),
      [],
    ],
    [
      'is left alone as a parameter',
      '',
      method('void find(String name)', 'jdbc.query("select * from orders where name = ?", mapper, name);'),
      [],
    ],
  ]);
  fileCases(commandInjection, 'src/main/java/Orders.java', [
    [
      'is found in a command',
      '',
      method('void show(String file) throws Exception', 'Runtime.getRuntime().exec("cat " + file);'),
      ['5 `show` runs a command with `file`, which comes from its callers, through `exec`.'],
    ],
    [
      'is left alone where the method runs commands',
      '',
      method('void run(String command) throws Exception', 'Runtime.getRuntime().exec(command);'),
      [],
    ],
    ['is left alone as a number', '', method('void show(int id) throws Exception', 'Runtime.getRuntime().exec("cat " + id);'), []],
  ]);
});
