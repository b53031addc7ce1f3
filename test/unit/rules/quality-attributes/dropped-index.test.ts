import { droppedIndex } from '../../../../src/rules/quality-attributes/dropped-index.ts';
import { expectFindings, fileCases } from '../rule-cases.ts';

const user = (email: string, more = ''): string => `model User {\n  id    Int    @id\n  email String${email}\n${more}}\n`;

describe('quality-attributes/dropped-index', () => {
  fileCases(droppedIndex, 'prisma/schema.prisma', [
    [
      'finds a field that is no longer unique',
      user(' @unique'),
      user(''),
      ['1 The unique key `@unique of User.email` is dropped: the same can be stored twice from then on.'],
    ],
    ['leaves alone a field that is gone', user(' @unique'), 'model User {\n  id Int @id\n}\n', []],
    [
      'leaves alone an index with a name of its own',
      user('', '  @@index([email])\n'),
      user('', '  @@index([email], map: "by_mail")\n'),
      [],
    ],
    [
      'finds an index on a part of a text',
      user('', '  @@index([email(length: 100, sort: Desc), id])\n'),
      user(''),
      [
        '1 The index `@@index([email(length: 100, sort: Desc), id]) of User` is dropped: what is looked up by it reads the whole table from then on.',
      ],
    ],
    ['leaves alone columns that cannot be read', user('', '  @@index([email, *])\n'), user(''), []],
    ['leaves alone a model of another name', user(' @unique'), user(' @unique').replace('model User', 'model Person'), []],
  ]);

  const added: readonly (readonly [name: string, path: string, text: string, finds: readonly string[]])[] = [
    [
      'finds what SQL drops',
      'db/migration/V7__drop.sql',
      'DROP INDEX CONCURRENTLY IF EXISTS orders_user;\n',
      ['db/migration/V7__drop.sql:1 The index `orders_user` is dropped: what is looked up by it reads the whole table from then on.'],
    ],
    [
      'finds what Liquibase drops',
      'db/changelog/7.yaml',
      'databaseChangeLog:\n  - changeSet:\n      id: 7\n      changes:\n        - dropIndex: { indexName: orders_user, tableName: orders }\n',
      ['db/changelog/7.yaml:5 The index `orders_user` is dropped: what is looked up by it reads the whole table from then on.'],
    ],
    [
      'finds what a migration of TypeORM drops',
      'src/migrations/7.ts',
      "export class Drop7 {\n  async up(runner: QueryRunner) {\n    await runner.dropIndex('orders', 'by_user');\n  }\n}\n",
      ["src/migrations/7.ts:3 The index `'orders', 'by_user'` is dropped: what is looked up by it reads the whole table from then on."],
    ],
    [
      'leaves alone the way back',
      'src/migrations/7.ts',
      "export class Add7 {\n  async up(runner: QueryRunner) {\n    await runner.createIndex('orders', byUser);\n  }\n  async down(runner: QueryRunner) {\n    await runner.dropIndex('orders', 'by_user');\n  }\n}\n",
      [],
    ],
    ['leaves alone a migration down', 'db/migrations/7.down.sql', 'DROP INDEX orders_user;\n', []],
    ['leaves alone an index that is replaced', 'db/migrations/7.sql', 'CREATE INDEX a2 ON t (a, b);\nDROP INDEX a;\n', []],
    ['leaves alone a cache that is no database', 'src/cache.ts', "export const clear = (cache: Cache) => cache.dropIndex('a');\n", []],
  ];
  for (const [name, path, text, finds] of added) {
    it(name, async () => {
      await expectFindings(droppedIndex, {}, { [path]: text }, finds);
    });
  }
});
