import assert from 'node:assert/strict';
import { sqlBuiltFromStrings } from '../../../../src/rules/security/sql-built-from-strings.ts';
import { newFindings, reviewExample, withFixes } from '../rule-cases.ts';

/** What a file becomes by the fixes of all that is found in it, and what is found then. */
async function fixed(path: string, text: string): Promise<readonly [text: string, left: readonly string[]]> {
  const head = withFixes({ [path]: text }, newFindings(await reviewExample(sqlBuiltFromStrings, { base: {}, head: { [path]: text } })));
  const left = newFindings(await reviewExample(sqlBuiltFromStrings, { base: {}, head }));
  return [head[path] ?? '', left.map(({ message }) => message)];
}

const cases: readonly (readonly [name: string, path: string, before: string, after: string])[] = [
  [
    'a number beside a text in JDBC',
    'src/main/java/A.java',
    `class A {\n  ResultSet find(Connection c, String name, int age) throws SQLException {\n    Statement s = c.createStatement();\n    return s.executeQuery("select * from o where name = '" + name + "' and age > " + age);\n  }\n}\n`,
    `class A {\n  ResultSet find(Connection c, String name, int age) throws SQLException {\n    java.sql.PreparedStatement s = c.prepareStatement("select * from o where name = ? and age > ?");\n    s.setObject(1, name);\n    s.setObject(2, age);\n    return s.executeQuery();\n  }\n}\n`,
  ],
  [
    'a statement that is prepared with the value in it',
    'src/main/java/A.java',
    `class A {\n  void remove(Connection c, String id) throws SQLException {\n    PreparedStatement s = c.prepareStatement("delete from o where id = '" + id + "'");\n    s.executeUpdate();\n  }\n}\n`,
    `class A {\n  void remove(Connection c, String id) throws SQLException {\n    PreparedStatement s = c.prepareStatement("delete from o where id = ?");\n    s.setObject(1, id);\n    s.executeUpdate();\n  }\n}\n`,
  ],
  [
    'a statement in the head of a try',
    'src/main/java/A.java',
    `class A {\n  void remove(Connection c, String id) throws SQLException {\n    try (PreparedStatement s = c.prepareStatement("delete from o where id = " + id)) {\n      s.executeUpdate();\n    }\n  }\n}\n`,
    `class A {\n  void remove(Connection c, String id) throws SQLException {\n    try (PreparedStatement s = c.prepareStatement("delete from o where id = ?")) {\n      s.setObject(1, id);\n      s.executeUpdate();\n    }\n  }\n}\n`,
  ],
  [
    'two values of one name in JPA',
    'src/main/java/A.java',
    `class A {\n  Object find(EntityManager em, Owner a, Owner b) {\n    return em.createQuery("select o from O o where o.a = '" + a.name + "' or o.b = '" + b.name + "'").getResultList();\n  }\n}\n`,
    `class A {\n  Object find(EntityManager em, Owner a, Owner b) {\n    return em.createQuery("select o from O o where o.a = :name or o.b = :value2").setParameter("name", a.name).setParameter("value2", b.name).getResultList();\n  }\n}\n`,
  ],
  [
    'a part of a value with JdbcTemplate',
    'src/main/java/A.java',
    `class A {\n  List<O> find(String name) {\n    return jdbcTemplate.query("select * from o where name like '%" + name + "%'", mapper);\n  }\n}\n`,
    `class A {\n  List<O> find(String name) {\n    return jdbcTemplate.query("select * from o where name like ?", mapper, "%" + name + "%");\n  }\n}\n`,
  ],
  [
    'Prisma',
    'src/a.ts',
    "export const find = (name: string) => prisma.$queryRawUnsafe(`select * from o where name = '${name}'`);\n",
    'export const find = (name: string) => prisma.$queryRaw`select * from o where name = ${name}`;\n',
  ],
  [
    'Prisma with a statement that only changes',
    'src/a.js',
    "export const remove = (id) => prisma.$executeRawUnsafe('delete from o where id = ' + id);\n",
    'export const remove = (id) => prisma.$executeRaw`delete from o where id = ${id}`;\n',
  ],
  [
    'Sequelize with options',
    'src/a.ts',
    "import { Sequelize } from 'sequelize';\nexport const find = (db: Sequelize, name: string) => db.query(`select * from o where name = '${name}'`, { raw: true });\n",
    "import { Sequelize } from 'sequelize';\nexport const find = (db: Sequelize, name: string) => db.query('select * from o where name = :name', { replacements: { name }, raw: true });\n",
  ],
  [
    'Sequelize without',
    'src/a.js',
    "import { Sequelize } from 'sequelize';\nexport const find = (db, o) => db.query(`select * from o where name = '${o.name}'`);\n",
    "import { Sequelize } from 'sequelize';\nexport const find = (db, o) => db.query('select * from o where name = :name', { replacements: { name: o.name } });\n",
  ],
  [
    'a condition of knex',
    'src/a.ts',
    "import knex from 'knex';\nexport const find = (term: string) => knex('o').whereRaw(`name like '%${term}%'`);\n",
    "import knex from 'knex';\nexport const find = (term: string) => knex('o').whereRaw('name like ?', [`%${term}%`]);\n",
  ],
  [
    'a number beside a text with pg',
    'src/a.ts',
    "import { Pool } from 'pg';\nexport const find = (db: Pool, name: string, age: number) => db.query(`select * from o where name = '${name}' and age > ${age}`);\n",
    "import { Pool } from 'pg';\nexport const find = (db: Pool, name: string, age: number) => db.query('select * from o where name = $1 and age > $2', [name, age]);\n",
  ],
  [
    'a statement that a variable holds, in JDBC',
    'src/main/java/A.java',
    `class A {\n  ResultSet find(Connection c, String name) throws SQLException {\n    String sql = "select * from o where name = '" + name + "'";\n    Statement s = c.createStatement();\n    return s.executeQuery(sql);\n  }\n}\n`,
    `class A {\n  ResultSet find(Connection c, String name) throws SQLException {\n    String sql = "select * from o where name = ?";\n    java.sql.PreparedStatement s = c.prepareStatement(sql);\n    s.setObject(1, name);\n    return s.executeQuery();\n  }\n}\n`,
  ],
  [
    'a statement that a variable holds, with JdbcTemplate',
    'src/main/java/A.java',
    `class A {\n  int remove(String name) {\n    String sql = "delete from o where name = '" + name + "'";\n    return jdbcTemplate.update(sql);\n  }\n}\n`,
    `class A {\n  int remove(String name) {\n    String sql = "delete from o where name = ?";\n    return jdbcTemplate.update(sql, name);\n  }\n}\n`,
  ],
  [
    'a statement that a constant holds, with mysql2',
    'src/a.ts',
    "import mysql from 'mysql2/promise';\nexport async function find(db: mysql.Pool, name: string) {\n  const sql = `select * from o where name = '${name}'`;\n  return db.query(sql);\n}\n",
    "import mysql from 'mysql2/promise';\nexport async function find(db: mysql.Pool, name: string) {\n  const sql = 'select * from o where name = ?';\n  return db.query(sql, [name]);\n}\n",
  ],
  [
    'TypeORM with a data source of PostgreSQL',
    'src/a.ts',
    "import { DataSource } from 'typeorm';\nconst source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });\nexport const find = (name: string) => source.query(`select * from o where name = '${name}'`);\n",
    "import { DataSource } from 'typeorm';\nconst source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });\nexport const find = (name: string) => source.query('select * from o where name = $1', [name]);\n",
  ],
  [
    'TypeORM with a data source of MariaDB',
    'src/a.ts',
    "import { DataSource } from 'typeorm';\nconst source = new DataSource({ type: 'mariadb', host: 'db' });\nexport const remove = (name: string) => source.manager.query('delete from o where name = \"' + name + '\"');\n",
    "import { DataSource } from 'typeorm';\nconst source = new DataSource({ type: 'mariadb', host: 'db' });\nexport const remove = (name: string) => source.manager.query('delete from o where name = ?', [name]);\n",
  ],
];

describe('parameters in place of what is pasted', () => {
  for (const [name, path, before, after] of cases)
    it(name, async () => {
      assert.deepEqual(await fixed(path, before), [after, []]);
    });

  it('offers none where the database of TypeORM is not told, or the held statement is read twice', async () => {
    const untold =
      "import { DataSource } from 'typeorm';\nexport const find = (source: DataSource, name: string) => source.query(`select * from o where name = '${name}'`);\n";
    const logged =
      "import mysql from 'mysql2/promise';\nexport async function find(db: mysql.Pool, name: string) {\n  const sql = `select * from o where name = '${name}'`;\n  log.debug(sql);\n  return db.query(sql);\n}\n";
    const extended =
      "import mysql from 'mysql2/promise';\nexport async function find(db: mysql.Pool, name: string) {\n  let sql = `select * from o where name = '${name}'`;\n  sql += ` and age > '${name}'`;\n  return db.query(sql);\n}\n";
    for (const text of [untold, logged, extended]) assert.equal((await fixed('src/a.ts', text))[0], text);
  });

  it('leaves a statement alone that has parameters of its own, or a name where a value would stand', async () => {
    const counted =
      "import mysql from 'mysql2';\nexport const find = (db, name) => db.query(`select * from o where a = ? and name = '${name}'`);\n";
    const named =
      "import mysql from 'mysql2';\nexport const find = (db, table, name) => db.query(`select * from ${table} where name = '${name}'`);\n";
    for (const text of [counted, named]) assert.equal((await fixed('src/a.js', text))[0], text);
  });
});
