import assert from 'node:assert/strict';
import { compared, told } from './migration-cases.ts';

const start = {
  'db/migrations/1600000000000-Start.ts': `import { MigrationInterface, QueryRunner } from 'typeorm';
export class Start1600000000000 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(\`CREATE TABLE "users" ("id" bigint PRIMARY KEY, "name" varchar(200), "age" integer)\`);
  }
  public async down(queryRunner: QueryRunner): Promise<void> { await queryRunner.query('DROP TABLE "users"'); }
}
`,
};

const typeorm = (up: string, down = 'await queryRunner.query("SELECT 1");'): string =>
  `import { MigrationInterface, QueryRunner, TableColumn } from 'typeorm';
export class Next1700000000000 implements MigrationInterface {
  name = 'Next1700000000000';
  public async up(queryRunner: QueryRunner): Promise<void> {\n${up}\n  }
  public async down(queryRunner: QueryRunner): Promise<void> {\n${down}\n  }
}
`;
const knex = (up: string): string =>
  `exports.up = async function (knex) {\n${up}\n};\nexports.down = async function (knex) {\n  await knex.schema.dropTable('users');\n};\n`;
const typed = (up: string): string =>
  `import type { Knex } from 'knex';\nexport async function up(knex: Knex): Promise<void> {\n${up}\n}\nexport async function down(knex: Knex): Promise<void> {\n  await knex.schema.dropTable('users');\n}\n`;
const sequelize = (up: string): string =>
  `'use strict';\nmodule.exports = {\n  up: async (queryInterface, Sequelize) => {\n${up}\n  },\n  down: async (queryInterface) => {\n    await queryInterface.dropTable('users');\n  },\n};\n`;
const mikro = (up: string): string =>
  `import { Migration } from '@mikro-orm/migrations';\nexport class Migration20240101 extends Migration {\n  override async up(): Promise<void> {\n${up}\n  }\n  override async down(): Promise<void> {\n    this.addSql('drop table "users";');\n  }\n}\n`;
const kysely = (up: string): string =>
  `import { type Kysely, sql } from 'kysely';\nexport async function up(db: Kysely<any>): Promise<void> {\n${up}\n}\nexport async function down(db: Kysely<any>): Promise<void> {\n  await db.schema.dropTable('users').execute();\n}\n`;
const pgm = (up: string): string => `exports.up = (pgm) => {\n${up}\n};\nexports.down = (pgm) => {\n  pgm.dropTable('users');\n};\n`;
const flyway = (body: string): string =>
  `package db.migration;\nimport org.flywaydb.core.api.migration.BaseJavaMigration;\nimport org.flywaydb.core.api.migration.Context;\npublic class V2__Next extends BaseJavaMigration {\n  @Override\n  public void migrate(Context context) throws Exception {\n${body}\n  }\n}\n`;

const script = 'db/migrations/1700000000000-Next.ts';
const cases: readonly (readonly [name: string, path: string, text: string, expected: readonly string[]])[] = [
  [
    'TypeORM: SQL in one text, in several, and in a template of several lines',
    script,
    typeorm(
      'await queryRunner.query(`ALTER TABLE "users"\n  DROP COLUMN "age"`);\nawait queryRunner.query(\'ALTER TABLE "users" \' + \'DROP COLUMN "name"\');',
    ),
    ['ban-drop-column breaking users.age', 'ban-drop-column breaking users.name'],
  ],
  [
    'TypeORM: calls',
    script,
    typeorm(
      "await queryRunner.dropColumn('users', 'age');\nawait queryRunner.renameColumn('users', 'name', 'title');\nawait queryRunner.addColumn('users', new TableColumn({ name: 'key', type: 'text' }));",
    ),
    ['ban-drop-column breaking users.age', 'renaming-column breaking users.name', 'adding-required-field breaking users.key'],
  ],
  [
    'TypeORM: what may be left empty, has a default, or is of a table that is made here',
    script,
    typeorm(
      "await queryRunner.addColumns('users', [new TableColumn({ name: 'a', type: 'text', isNullable: true }), new TableColumn({ name: 'b', type: 'int', default: 0 })]);\nawait queryRunner.createTable(new Table({ name: 'pets', columns: [{ name: 'id', type: 'bigint', isPrimary: true }] }));\nawait queryRunner.dropColumn('pets', 'id');",
    ),
    [],
  ],
  [
    'TypeORM: a changed type and a required one',
    script,
    typeorm("await queryRunner.changeColumn('users', 'name', new TableColumn({ name: 'name', type: 'varchar(50)', isNullable: false }));"),
    ['changing-column-type breaking users.name', 'adding-not-nullable-field breaking users.name'],
  ],
  [
    'TypeORM: only the way up counts, behind a check and in a block, too',
    script,
    typeorm(
      "if (await queryRunner.hasColumn('users', 'age')) {\n  try { await queryRunner.dropColumn('users', 'age'); } catch (error) { console.log(error); }\n}",
      "await queryRunner.dropTable('users');",
    ),
    ['ban-drop-column breaking users.age'],
  ],
  ['TypeORM: nothing of what is computed', script, typeorm('for (const t of tables) await queryRunner.query(`DROP TABLE "${t}"`);'), []],
  [
    'knex: a callback for a table',
    script.replace('.ts', '.js'),
    knex(
      "  await knex.schema.alterTable('users', (table) => {\n    table.dropColumn('age');\n    table.string('name', 50).notNullable().alter();\n    table.integer('rank').notNullable();\n  });",
    ),
    [
      'ban-drop-column breaking users.age',
      'changing-column-type breaking users.name',
      'adding-not-nullable-field breaking users.name',
      'adding-required-field breaking users.rank',
    ],
  ],
  [
    'knex: functions, renames and SQL',
    script,
    typed(
      "  return knex.schema\n    .table('users', function (t) {\n      t.renameColumn('name', 'title');\n    })\n    .raw('ALTER TABLE users DROP COLUMN age')\n    .renameTable('users', 'people');",
    ),
    ['renaming-column breaking users.name', 'ban-drop-column breaking users.age', 'renaming-table breaking users'],
  ],
  [
    'knex: an arrow without a block, and a column with a default',
    script.replace('.ts', '.js'),
    "exports.up = (knex) => knex.schema.alterTable('users', (t) => t.boolean('active').notNullable().defaultTo(true)).dropTableIfExists('users');\nexports.down = (knex) => knex.schema.dropTable('orders');\n",
    ['ban-drop-table breaking users'],
  ],
  [
    'Sequelize',
    script.replace('.ts', '.cjs'),
    sequelize(
      "    await queryInterface.sequelize.transaction(async (transaction) => {\n      await queryInterface.removeColumn('users', 'age', { transaction });\n      await queryInterface.changeColumn('users', 'name', { type: Sequelize.STRING(20), allowNull: false });\n      await queryInterface.addColumn('users', 'rank', { type: Sequelize.INTEGER, allowNull: false });\n    });",
    ),
    [
      'ban-drop-column breaking users.age',
      'changing-column-type breaking users.name',
      'adding-not-nullable-field breaking users.name',
      'adding-required-field breaking users.rank',
    ],
  ],
  [
    'Sequelize: several at once, and a method in short',
    script.replace('.ts', '.js'),
    "module.exports = {\n  async up(queryInterface, Sequelize) {\n    return Promise.all([queryInterface.removeColumn('users', 'age'), queryInterface.renameTable('users', 'people')]);\n  },\n  async down(queryInterface) {\n    await queryInterface.dropTable('users');\n  },\n};\n",
    ['ban-drop-column breaking users.age', 'renaming-table breaking users'],
  ],
  [
    'TypeORM: a class that is exported without a name of its own',
    script.replace('.ts', '.js'),
    "module.exports = class Next1700000000000 {\n  name = 'Next1700000000000';\n  async up(queryRunner) {\n    await queryRunner.query(`DROP TABLE \"users\"`);\n  }\n  async down(queryRunner) {\n    await queryRunner.dropTable('pets');\n  }\n};\n",
    ['ban-drop-table breaking users'],
  ],
  [
    'MikroORM',
    'src/migrations/Migration20240101120000.ts',
    mikro('    this.addSql(\'alter table "users" drop column "age";\');'),
    ['ban-drop-column breaking users.age'],
  ],
  [
    'kysely',
    script,
    kysely(
      "  await db.schema.alterTable('users').dropColumn('age').alterColumn('name', (col) => col.setNotNull()).execute();\n  await sql`ALTER TABLE users RENAME COLUMN name TO title`.execute(db);",
    ),
    ['ban-drop-column breaking users.age', 'adding-not-nullable-field breaking users.name', 'renaming-column breaking users.name'],
  ],
  [
    'node-pg-migrate',
    script.replace('.ts', '.js'),
    pgm(
      "  pgm.dropColumns('users', ['age', 'name']);\n  pgm.addColumns('users', { rank: { type: 'integer', notNull: true } });\n  pgm.sql('DROP VIEW adults');",
    ),
    [
      'ban-drop-column breaking users.age',
      'ban-drop-column breaking users.name',
      'adding-required-field breaking users.rank',
      'ban-drop-view breaking adults',
    ],
  ],
  [
    'Flyway in Java',
    'src/main/java/db/migration/V2__Next.java',
    flyway(
      '    try (Statement statement = context.getConnection().createStatement()) {\n      statement.execute("ALTER TABLE users " +\n          "DROP COLUMN age");\n    }\n    new JdbcTemplate(dataSource).execute("""\n        ALTER TABLE users\n          RENAME COLUMN name TO title\n        """);',
    ),
    ['ban-drop-column breaking users.age', 'renaming-column breaking users.name'],
  ],
  ['no migration: a script beside them', 'db/migrations/index.ts', typeorm("await queryRunner.dropTable('users');"), []],
  [
    'no migration: a Java class of such a name',
    'src/main/java/db/V2__Next.java',
    'class V2__Next { void migrate(S s) { s.execute("DROP TABLE users"); } }',
    [],
  ],
];

describe('migrations that are written in code', () => {
  for (const [name, path, text, expected] of cases)
    it(name, async () => {
      const kept = await told(start, { ...start, [path]: text });
      assert.deepEqual(
        kept.filter((each) => !/^(?:require-concurrent|adding-unique|disallowed)/.test(each)),
        expected,
      );
    });

  it('are told when they were there and say something else now, and not when they are only laid out anew', async () => {
    const [path, text] = ['db/migrations/1600000000000-Start.ts', start['db/migrations/1600000000000-Start.ts']] as const;
    assert.deepEqual(await told(start, { [path]: text.replace('varchar(200)', 'varchar(100)') }), [
      `editing-applied-migration risky ${path}`,
    ]);
    assert.deepEqual(await told(start, { [path]: text.replace('public async up', 'async up') }), [
      `editing-applied-migration compatible ${path}`,
    ]);
    assert.deepEqual(await told(start, {}), [`deleting-applied-migration breaking ${path}`]);
  });

  it('are told when their way back is empty', async () => {
    const text = typeorm("await queryRunner.dropColumn('users', 'age');", '');
    assert.deepEqual(await told(start, { ...start, [script]: text }), [
      `missing-down-migration risky ${script}`,
      'ban-drop-column breaking users.age',
    ]);
  });

  for (const [name, text] of [
    ['calls nested without end', `queryRunner ${'up(('.repeat(20_000)}`],
    ['a template without end', `queryRunner up() { a(\`${'${'.repeat(50_000)}`],
    ['brackets without end', `queryRunner up() { a(${'[{a:('.repeat(50_000)}`],
    ['functions without end', `queryRunner up() { ${'a((b) => {'.repeat(20_000)}`],
    ['a comment without end', `queryRunner up() { /*${'*'.repeat(100_000)}`],
  ] as const)
    it(`end with ${name}`, async () => {
      assert.deepEqual(await told(start, { ...start, [script]: text }), []);
    });

  it('says where a script is too long to be read', async () => {
    const rows = `    const rows = ['${'x'.repeat(300_000)}'];`;
    const { notices } = await compared(start, { ...start, [script]: typeorm(rows) });
    assert.deepEqual(
      notices.map(({ id, message, path }) => [id, message, path]),
      [['migration-too-long', 'The migration is longer than 0.3 million characters and was not compared.', script]],
    );
  });
});
