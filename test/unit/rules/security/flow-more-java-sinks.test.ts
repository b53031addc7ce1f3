import { pathTraversal } from '../../../../src/rules/security/path-traversal.ts';
import { codeInjection } from '../../../../src/rules/security/code-injection.ts';
import { expressionInjection } from '../../../../src/rules/security/expression-injection.ts';
import { nosqlInjection } from '../../../../src/rules/security/nosql-injection.ts';
import { sqlBuiltFromStrings } from '../../../../src/rules/security/sql-built-from-strings.ts';
import { xpathInjection } from '../../../../src/rules/security/xpath-injection.ts';
import { fileCases } from '../rule-cases.ts';

const path = 'src/main/java/Find.java';
const method = (parameters: string, line: string): string =>
  `class Find {\n  Object find(HttpServletRequest request, ${parameters}) throws Exception {\n    String name = request.getParameter("name");\n    ${line}\n    return null;\n  }\n}\n`;
const found = (rest: string): readonly string[] => [`4 \`find\` ${rest}`];
const from = '`request.getParameter("name")`, which comes from the request,';

describe('more of Java’s libraries that data from outside must not reach', () => {
  fileCases(sqlBuiltFromStrings, path, [
    [
      'is found in clients of Vert.x',
      '',
      method('SqlClient client', 'client.preparedQuery(name);'),
      found(`makes ${from} part of an SQL statement through \`client.preparedQuery\`.`),
    ],
    [
      'is found in statements that Spring makes',
      '',
      method('int more', 'new PreparedStatementCreatorFactory(name);'),
      found(`makes ${from} part of an SQL statement through \`PreparedStatementCreatorFactory\`.`),
    ],
    [
      'is left alone as a value',
      '',
      method('SqlClient client', 'client.preparedQuery("select 1 where a = $1").execute(Tuple.of(name));'),
      [],
    ],
  ]);
  fileCases(expressionInjection, path, [
    [
      'is found in the value stack',
      '',
      method('ValueStack stack', 'stack.findValue(name);'),
      found(`evaluates ${from} as an expression through \`stack.findValue\`.`),
    ],
    ['is left alone as what an expression is set to', '', method('ValueStack stack', 'stack.setValue("user.name", name);'), []],
  ]);
  fileCases(nosqlInjection, path, [
    ['is left alone under another name', '', method('BasicDBObject query', 'query.put("name", name);'), []],
  ]);
  fileCases(xpathInjection, path, [
    [
      'is left alone as what is looked through',
      '',
      method('JXPathContext context', 'context.getVariables().declareVariable("a", name);'),
      [],
    ],
  ]);
  fileCases(codeInjection, path, [
    ['is left alone where it is printed', '', method('JShell shell', 'shell.eval("1 + 1"); log(name);'), []],
  ]);
});

describe('what Java declares tells what it holds', () => {
  fileCases(pathTraversal, path, [
    [
      'is followed where a variable is given its value in a condition',
      '',
      'import java.util.zip.*;\nclass Find {\n  void unpack(ZipInputStream zip, java.nio.file.Path target) throws Exception {\n    ZipEntry entry;\n    while ((entry = zip.getNextEntry()) != null) java.nio.file.Files.copy(zip, target.resolve(entry.getName()));\n  }\n}\n',
      ['5 `unpack` opens a file at a path with `entry.getName()`, which comes from an archive, through `target.resolve`.'],
    ],
  ]);
  fileCases(sqlBuiltFromStrings, path, [
    [
      'is found in conditions of jOOQ that are texts',
      '',
      method('DSLContext dsl', 'dsl.selectFrom("users").where("name = \'" + name + "\'").fetch();'),
      found(`makes ${from} part of an SQL statement through \`where\`.`),
    ],
    [
      'is left alone in conditions with parameters',
      '',
      method('DSLContext dsl', 'dsl.selectFrom("users").where("name = ?", name).fetch();'),
      [],
    ],
  ]);
});
