import assert from 'node:assert/strict';
import { compared, told, type Texts } from './migration-cases.ts';

type Case = readonly [name: string, base: Texts, head: Texts, told: readonly string[]];
const one = 'CREATE TABLE a (id bigint);\n';
const two = 'CREATE TABLE b (id bigint);\n';
const ways: Texts = { 'migrations/1_a.up.sql': one, 'migrations/1_a.down.sql': 'DROP TABLE a;' };
const changeset = (id: string, sql: string, more = ''): string => `--changeset ann:${id}${more}\n${sql}\n`;
const liquibase = (...sets: readonly string[]): Texts => ({
  'src/main/resources/db/changelog/one.sql': `--liquibase formatted sql\n\n${sets.join('\n')}`,
});

const cases: readonly Case[] = [
  ['Flyway: an edit', { 'V1__a.sql': one }, { 'V1__a.sql': `-- why\n${one}` }, ['editing-applied-migration breaking V1__a.sql']],
  ['Flyway: other line ends', { 'V1__a.sql': one }, { 'V1__a.sql': one.replaceAll('\n', '\r\n') }, []],
  [
    'Flyway: an older version',
    { 'V1.10__a.sql': one },
    { 'V1.10__a.sql': one, 'V1.9__b.sql': two },
    ['wrong-order-migration breaking V1.9__b.sql'],
  ],
  [
    'Flyway: the same version',
    { 'V1__a.sql': one },
    { 'V1__a.sql': one, 'V1.0__b.sql': two },
    ['repeating-migration-version breaking V1.0__b.sql'],
  ],
  ['Flyway: a newer version', { 'V1.9__a.sql': one }, { 'V1.9__a.sql': one, 'V1.10__b.sql': two }, []],
  ['Flyway: another version for the same', { 'V1__a.sql': one }, { 'V2__a.sql': one }, ['renaming-applied-migration breaking V2__a.sql']],
  ['Flyway: another folder for the same', { 'x/V1__a.sql': one }, { 'y/V1__a.sql': one }, []],
  [
    'Flyway: a way back',
    { 'V1__a.sql': one, 'U1__a.sql': 'DROP TABLE a;' },
    { 'V1__a.sql': one, 'U1__a.sql': 'DROP TABLE IF EXISTS a;' },
    [],
  ],
  [
    'Flyway: a view of a repeatable migration',
    { 'R__v.sql': 'CREATE OR REPLACE VIEW v AS SELECT id, name FROM a;\nDELETE FROM seed;' },
    { 'R__v.sql': 'CREATE OR REPLACE VIEW v AS SELECT id FROM a;\nDELETE FROM seed;' },
    ['dropping-view-column breaking v.name'],
  ],
  [
    'a deletion',
    { 'migrations/1_a.sql': one, 'migrations/2_b.sql': two },
    { 'migrations/1_a.sql': one },
    ['deleting-applied-migration breaking migrations/2_b.sql'],
  ],
  [
    'many deletions, once',
    { 'migrations/1_a.sql': one, 'migrations/2_b.sql': two },
    {},
    ['deleting-applied-migration breaking migrations/1_a.sql'],
  ],
  [
    'a squash',
    { 'migrations/1_a.sql': one, 'migrations/2_b.sql': two },
    { 'migrations/3_all.sql': 'CREATE TABLE a (id bigint);\nCREATE TABLE b (id bigint, x int);\n' },
    ['deleting-applied-migration risky migrations/1_a.sql'],
  ],
  [
    'plain: an edit',
    { 'migrations/1_a.sql': one },
    { 'migrations/1_a.sql': `${one}${two}` },
    ['editing-applied-migration risky migrations/1_a.sql'],
  ],
  [
    'plain: a comment',
    { 'migrations/1_a.sql': one },
    { 'migrations/1_a.sql': `-- why\n${one}` },
    ['editing-applied-migration compatible migrations/1_a.sql'],
  ],
  [
    'Prisma: an older one',
    { 'prisma/migrations/20260102000000_a/migration.sql': one },
    { 'prisma/migrations/20260102000000_a/migration.sql': one, 'prisma/migrations/20260101000000_b/migration.sql': two },
    ['wrong-order-migration risky prisma/migrations/20260101000000_b/migration.sql'],
  ],
  ['golang-migrate: no way back', ways, { ...ways, 'migrations/2_b.up.sql': two }, ['missing-down-migration risky migrations/2_b.up.sql']],
  [
    'golang-migrate: no way back where none has one',
    { 'migrations/1_a.up.sql': one },
    { 'migrations/1_a.up.sql': one, 'migrations/2_b.up.sql': two },
    [],
  ],
  ['golang-migrate: a way back', ways, { ...ways, 'migrations/2_b.up.sql': two, 'migrations/2_b.down.sql': 'DROP TABLE b;' }, []],
  [
    'dbmate: no way back',
    {},
    { 'db/migrations/1_a.sql': `-- migrate:up\n${one}\n-- migrate:down\n` },
    ['missing-down-migration risky db/migrations/1_a.sql'],
  ],
  ['dbmate: what its way back does', {}, { 'db/migrations/1_a.sql': `-- migrate:up\n${one}\n-- migrate:down\nDROP TABLE z;\n` }, []],
  [
    'Liquibase: a changeset more',
    liquibase(changeset('1', one)),
    liquibase(changeset('1', one), changeset('2', 'ALTER TABLE a DROP COLUMN id;')),
    ['ban-drop-column breaking a.id'],
  ],
  ['Liquibase: an edit', liquibase(changeset('1', one)), liquibase(changeset('1', two)), ['editing-applied-migration breaking ann:1']],
  [
    'Liquibase: white space',
    liquibase(changeset('1', one)),
    liquibase(changeset('1', one.replace(' (', '\n  ('))),
    ['editing-applied-migration compatible ann:1'],
  ],
  ['Liquibase: an edit that it allows', liquibase(changeset('1', one)), liquibase(changeset('1', `--validCheckSum: any\n${two}`)), []],
  [
    'Liquibase: a changeset less',
    liquibase(changeset('1', one), changeset('2', two)),
    liquibase(changeset('1', one)),
    ['deleting-applied-migration breaking ann:2'],
  ],
  [
    'Liquibase: a way back',
    liquibase(changeset('1', one)),
    liquibase(changeset('1', one), changeset('2', `${two}--rollback DROP TABLE b;`)),
    [],
  ],
  [
    'plain: another number for the same',
    { 'migrations/1_a.sql': one },
    { 'migrations/2_a.sql': one },
    ['renaming-applied-migration breaking migrations/2_a.sql'],
  ],
  [
    'plain: another name with the same number',
    { 'migrations/1_a.sql': one },
    { 'migrations/1_b.sql': one },
    ['renaming-applied-migration breaking migrations/1_b.sql'],
  ],
  ['golang-migrate: another name with the same number', { 'migrations/1_a.up.sql': one }, { 'migrations/1_b.up.sql': one }, []],
  [
    'golang-migrate: an older one',
    { 'migrations/2_a.up.sql': one },
    { 'migrations/2_a.up.sql': one, 'migrations/1_b.up.sql': two },
    ['wrong-order-migration breaking migrations/1_b.up.sql'],
  ],
  [
    'plain: the same number, beside older ones',
    { 'migrations/1_a.sql': one, 'migrations/2_b.sql': two },
    { 'migrations/1_a.sql': one, 'migrations/2_b.sql': two, 'migrations/2_c.sql': 'CREATE TABLE c (id bigint);' },
    ['repeating-migration-version risky migrations/2_c.sql'],
  ],
  [
    'plain: an older one',
    { 'migrations/1_a.sql': one, 'migrations/3_b.sql': two },
    { 'migrations/1_a.sql': one, 'migrations/3_b.sql': two, 'migrations/2_c.sql': 'CREATE TABLE c (id bigint);' },
    ['wrong-order-migration risky migrations/2_c.sql'],
  ],
  [
    'plain: an older one of another folder',
    { 'x/migrations/3_a.sql': one },
    { 'x/migrations/3_a.sql': one, 'y/migrations/2_b.sql': two },
    [],
  ],
  ['tests are no deployment', {}, { 'src/test/resources/db/migration/V1__a.sql': 'DROP TABLE a;' }, []],
];

describe('sql-migration: the history', () => {
  for (const [name, base, head, expected] of cases) {
    it(`tells ${name}`, async () => {
      assert.deepEqual(await told(base, head), expected);
    });
  }

  it('says which changelogs it cannot read', async () => {
    const { changes, notices } = await compared(
      {},
      {
        'db/changelog.xml': '<?xml version="1.0"?>\n<databaseChangeLog>\n  <changeSet id="1" author="a">\n</databaseChangeLog>\n',
        'db/changelog.yaml': 'databaseChangeLog:\n  - changeSet: [\n',
        'db/empty.yaml': 'databaseChangeLog: []\n',
        'db/other.yaml': 'a: 1\n',
      },
    );
    assert.deepEqual(
      [changes, notices.map(({ id, path, incomplete }) => [id, path, incomplete])],
      [
        [],
        [
          ['contract-broken', 'db/changelog.xml', true],
          ['contract-broken', 'db/changelog.yaml', true],
        ],
      ],
    );
  });

  it('reads hostile text in linear time, and says where it gave up', async function () {
    this.timeout(60_000);
    const texts = [
      '('.repeat(300_000),
      "'".repeat(300_001),
      '/*'.repeat(200_000),
      '/**/'.repeat(300_000),
      'ALTER TABLE a ADD ('.repeat(20_000),
      `ALTER TABLE a ${'DROP b,'.repeat(50_000)}`,
      '$'.repeat(200_000),
      'CREATE VIEW v AS SELECT ('.repeat(20_000),
    ];
    for (const text of texts) await compared({}, { 'migrations/1_a.sql': text });
    const { notices, changes } = await compared({}, { 'migrations/1_a.sql': `${one}${' '.repeat(2_100_000)}` });
    assert.deepEqual([changes, notices.map(({ id, incomplete }) => [id, incomplete])], [[], [['migration-too-long', true]]]);
  });
});
