import assert from 'node:assert/strict';
import { sqlBuiltFromStrings } from '../../../../src/rules/security/sql-built-from-strings.ts';
import { expectFindings, fileCases, withFixes } from '../rule-cases.ts';

const java = (...body: readonly string[]): string =>
  `class Store {\n  private static final String TABLE = "users";\n  void find(String name, int age, long[] ids) {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const says = (pieces: string, many = false): string =>
  `\`find\` pastes ${pieces} into an SQL statement instead of passing ${many ? 'them as parameters' : 'it as a parameter'}.`;

describe('security/sql-built-from-strings in Java', () => {
  fileCases(sqlBuiltFromStrings, 'src/main/java/Store.java', [
    [
      'finds a value in a JDBC statement',
      '',
      java('statement.executeQuery("SELECT * FROM users WHERE name = \'" + name + "\'");'),
      [`4 ${says('`name`')}`],
    ],
    [
      'finds a value that came through a variable',
      '',
      java('String sql = "DELETE FROM users WHERE name = \'" + name + "\'";', 'connection.prepareStatement(sql);'),
      [`5 ${says('`name`')}`],
    ],
    [
      'finds a value in a string builder',
      '',
      java(
        'StringBuilder sql = new StringBuilder("select * from users where name = \'");',
        'sql.append(name).append("\'");',
        'statement.execute(sql.toString());',
      ),
      [`6 ${says('`name`')}`],
    ],
    [
      'finds a value in a format',
      '',
      java('jdbcTemplate.queryForList(String.format("select * from users where name = \'%s\'", name));'),
      [`4 ${says('`name`')}`],
    ],
    ['leaves constants and numbers alone', '', java('statement.executeQuery("SELECT * FROM " + TABLE + " WHERE age = " + age);'), []],
    [
      'leaves placeholders alone',
      '',
      java(
        'connection.prepareStatement("select * from users where id in (" + String.join(",", Collections.nCopies(ids.length, "?")) + ")");',
      ),
      [],
    ],
    [
      'leaves a query with parameters alone',
      '',
      java('em.createQuery("select u from User u where u.name = :name").setParameter("name", name);'),
      [],
    ],
    ['leaves text that is no SQL alone', '', java('executor.execute("select a seat for " + name);', 'log.update("Hello " + name);'), []],
  ]);
});

describe('security/sql-built-from-strings in TypeScript', () => {
  fileCases(sqlBuiltFromStrings, 'src/store.ts', [
    [
      'finds a value in Prisma’s unsafe query',
      '',
      "export function find(name: string) {\n  return prisma.$queryRawUnsafe(`SELECT * FROM users WHERE name = '${name}'`);\n}\n",
      [`2 ${says('`name`')}`],
    ],
    [
      'finds two values in a raw query',
      '',
      'export function find(name: string, city: string) {\n  return knex.raw("select * from users where name = \'" + name + "\' and city = \'" + city + "\'");\n}\n',
      [`2 ${says('`name` and `city`', true)}`],
    ],
    [
      'finds a value in an object with the text',
      '',
      'export function find(name: string) {\n  return pool.query({ text: `delete from users where name = ${name}` });\n}\n',
      [`2 ${says('`name`')}`],
    ],
    [
      'leaves numbers alone',
      '',
      'export function find(limit: number, id: string) {\n  return pool.query(`select * from users where id = ${Number(id)} limit ${limit}`);\n}\n',
      [],
    ],
    [
      'leaves a constant of the module alone',
      '',
      "const table = 'users';\n\nexport function find(name: string) {\n  return pool.query(`select * from ${table} where name = $1`, [name]);\n}\n",
      [],
    ],
    [
      'leaves an escaped value alone',
      '',
      'export function find(name: string) {\n  return pool.query(`select * from users where name = ${connection.escape(name)}`);\n}\n',
      [],
    ],
    [
      'leaves names that a function quotes alone',
      '',
      'export function find(table: string, columns: string[]) {\n  const names = columns.map(quoteIdentifier).join(", ");\n  const from = driver.escape(table);\n  const all = columns.map((each) => `t.${driver.escape(each)}`).join(", ");\n  return pool.query(`select ${names}, ${all} from ${from}`);\n}\n',
      [],
    ],
    [
      'leaves what is chosen from a fixed list alone',
      '',
      "const orders = { up: 'asc', down: 'desc' };\n\nexport function find(up: 'up' | 'down') {\n  for (const table of ['users', 'admins']) pool.query(`select * from ${table} where state = '${State.Open}' order by name ${orders[up]}`);\n}\n",
      [],
    ],
    [
      'finds a name from a list that is handed over',
      '',
      'export function find(tables: string[]) {\n  for (const table of tables) pool.query(`delete from users where name = ${table}`);\n}\n',
      [`2 ${says('`table`')}`],
    ],
    [
      'leaves a query of something else alone',
      '',
      'export function find(name: string) {\n  return document.query(`from ${name} to there`);\n}\n',
      [],
    ],
  ]);
});

describe('security/sql-built-from-strings in JavaScript', () => {
  fileCases(sqlBuiltFromStrings, 'lib/store.js', [
    [
      'finds a value that is added',
      '',
      "exports.find = function (name, done) {\n  db.query('SELECT * FROM users WHERE name = \"' + name + '\"', done);\n};\n",
      [`2 ${says('`name`')}`],
    ],
    [
      'finds a value of a request',
      '',
      "exports.find = function (req) {\n  return db.all('select * from users where name = ' + req.query.name);\n};\n",
      [`2 ${says('`req.query.name`')}`],
    ],
    [
      'finds a condition that is added later',
      '',
      "exports.find = function (name) {\n  let sql = 'select * from users where 1 = 1';\n  sql += ` and name = '${name}'`;\n  return db.query(sql);\n};\n",
      [`4 ${says('`name`')}`],
    ],
    [
      'leaves a list of placeholders alone',
      '',
      "exports.find = function (ids) {\n  const marks = ids.map(() => '?').join(', ');\n  return db.query('select * from users where id in (' + marks + ')', ids);\n};\n",
      [],
    ],
    [
      'leaves fixed text in several pieces alone',
      '',
      "exports.find = function () {\n  return db.query('select * ' + 'from users');\n};\n",
      [],
    ],
    [
      'leaves parameters alone',
      '',
      "exports.find = function (name) {\n  return db.query('select * from users where name = ?', [name]);\n};\n",
      [],
    ],
  ]);
});

describe('security/sql-built-from-strings: further statements of Java', () => {
  fileCases(sqlBuiltFromStrings, 'src/main/java/Store.java', [
    ['finds a restriction', '', java('criteria.add(Restrictions.sqlRestriction("name = " + name));'), [`4 ${says('`name`')}`]],
    [
      'finds a statement behind the name of its language',
      '',
      java('manager.newQuery("javax.jdo.query.SQL", "select * from users where name = " + name);'),
      [`4 ${says('`name`')}`],
    ],
    ['leaves a query of a class alone', '', java('manager.newQuery(User.class, "name == :name");'), []],
  ]);

  it('prepares a statement that was made without parameters', async () => {
    const path = 'src/main/java/Store.java';
    const before = java(
      'Statement statement = connection.createStatement();',
      'ResultSet rows = statement.executeQuery("select * from users where name = \'" + name + "\'");',
    );
    const findings = await expectFindings(sqlBuiltFromStrings, {}, { [path]: before }, [`${path}:5 ${says('`name`')}`]);
    assert.deepEqual(withFixes({ [path]: before }, findings), {
      [path]: java(
        'java.sql.PreparedStatement statement = connection.prepareStatement("select * from users where name = ?");',
        'statement.setObject(1, name);',
        'ResultSet rows = statement.executeQuery();',
      ),
    });
  });
});
