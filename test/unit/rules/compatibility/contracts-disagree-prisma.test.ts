import { contractsDisagree } from '../../../../src/rules/compatibility/contracts-disagree.ts';
import { expectFindings, type Texts } from '../rule-cases.ts';

const path = 'prisma/schema.prisma';
const schema = (fields: readonly string[], more = ''): string =>
  `datasource db {\n  provider = "postgresql"\n}\n\nenum State {\n  NEW\n  DONE\n}\n\nmodel User {\n  id String @id @default(cuid())\n  orders Order[]\n}\n\n// What is bought.\nmodel Order {\n  id     String @id @default(cuid()) // its number\n  userId String @map("user_id")\n  user   User   @relation(fields: [userId], references: [id])\n${fields.map((field) => `  ${field}\n`).join('')}\n  @@map("orders")\n}\n${more}`;
const first: Texts = {
  'prisma/migrations/migration_lock.toml': 'provider = "postgresql"\n',
  'prisma/migrations/20260101000000_init/migration.sql':
    'CREATE TABLE "User" ("id" TEXT NOT NULL, CONSTRAINT "User_pkey" PRIMARY KEY ("id"));\nCREATE TABLE "orders" (\n    "id" TEXT NOT NULL,\n    "user_id" TEXT NOT NULL,\n    "note" TEXT,\n    "total" INTEGER NOT NULL,\n    "state" TEXT NOT NULL DEFAULT \'NEW\',\n    CONSTRAINT "orders_pkey" PRIMARY KEY ("id")\n);\n',
};
const second = 'prisma/migrations/20260202000000_next/migration.sql';
const was = ['note String?', 'total Int', 'state State @default(NEW)'];
const coupons = '\nmodel Coupon {\n  id String @id\n}\n';

describe('compatibility/contracts-disagree, of schemas of Prisma', () => {
  const cases: readonly (readonly [name: string, head: Texts, found: readonly string[]])[] = [
    [
      'finds a field that no migration adds',
      { [path]: schema([...was, 'shipNote String? @map("ship_note")']) },
      [
        `${path}:23 \`Order.shipNote\` is a new column (\`ship_note\`), but no migration adds it: the first query of \`Order\` fails where the database is made by migrations.`,
      ],
    ],
    [
      'finds a model that no migration makes',
      { [path]: schema(was, coupons) },
      [
        `${path}:27 \`Coupon\` is a new model (\`Coupon\`), but no migration makes its table, as they do for all other models: the first query of \`Coupon\` fails where the database is made by migrations.`,
      ],
    ],
    [
      'finds a field that may be empty, or is required, by the schema only',
      { [path]: schema(['note String', 'total Int?', 'state State @default(NEW)']) },
      [
        `${path}:20 \`Order.note\` is required now, but by the migrations \`orders.note\` may be \`NULL\`: reading such a row fails.`,
        `${path}:21 \`Order.total\` may be empty now, but by the migrations \`orders.total\` is \`NOT NULL\`: rows without it are refused.`,
      ],
    ],
    [
      'finds a field that is gone while its column must have a value',
      { [path]: schema(was.filter((each) => !each.startsWith('total'))) },
      [
        `${path}:16 \`Order.total\` is gone, but by the migrations \`orders.total\` must have a value and has no default: every insert of \`Order\` fails.`,
      ],
    ],
    [
      'finds a column that a migration drops while a field is mapped to it',
      { [second]: 'ALTER TABLE "orders" DROP COLUMN "user_id";\n' },
      [
        `${second}:1 \`orders.user_id\` is dropped here, but \`Order.userId\` (\`${path}\`) is still mapped to it: every query of \`Order\` fails.`,
      ],
    ],
    [
      'finds a table that a migration renames while a model is mapped to it',
      { [second]: 'ALTER TABLE "orders" RENAME TO "purchases";\n' },
      [
        `${second}:1 \`orders\` becomes \`purchases\` here, but \`Order\` (\`${path}\`) is still mapped to it: every query of \`Order\` fails.`,
      ],
    ],
    [
      'leaves what a migration does too',
      {
        [path]: schema(['note String', 'shipNote String? @map("ship_note")', 'state State @default(NEW)'], coupons),
        [second]:
          'ALTER TABLE "orders" DROP COLUMN "total",\nADD COLUMN     "ship_note" TEXT,\nALTER COLUMN "note" SET NOT NULL;\nCREATE TABLE "Coupon" ("id" TEXT NOT NULL);\n',
      },
      [],
    ],
    [
      'leaves relations, lists of models, and what Prisma is told to ignore',
      {
        [path]: schema(
          [
            ...was,
            'parent Order? @relation("tree", fields: [id], references: [id])',
            'children Order[] @relation("tree")',
            'old String? @ignore',
            '// gone String',
          ],
          '\nmodel Legacy {\n  id Int @id\n\n  @@ignore\n}\n',
        ),
      },
      [],
    ],
    [
      'leaves a field that is called otherwise for the same column, and one whose column may stay empty',
      { [path]: schema(['comment String? @map("note")', 'total Int']) },
      [],
    ],
    [
      'leaves a model whose fields the migrations never knew',
      { [path]: schema([...was, 'shipNote String?'].map((each) => each.replace('total Int', 'sum Int'))) },
      [],
    ],
    [
      'leaves a table that is made anew with the same columns',
      {
        [second]:
          'CREATE TABLE "new_orders" ("id" TEXT NOT NULL, "user_id" TEXT NOT NULL, "note" TEXT, "total" INTEGER NOT NULL, "state" TEXT NOT NULL DEFAULT \'NEW\');\nINSERT INTO "new_orders" SELECT * FROM "orders";\nDROP TABLE "orders";\nALTER TABLE "new_orders" RENAME TO "orders";\n',
      },
      [],
    ],
  ];
  for (const [name, change, found] of cases)
    it(name, async () => {
      const base = {
        ...first,
        [path]: schema(name.includes('never knew') ? was.map((each) => each.replace('total Int', 'sum Int')) : was),
      };
      await expectFindings(contractsDisagree, base, { ...base, ...change }, found);
    });

  it('leaves schemas without migrations, and those of another database', async () => {
    const grown = schema([...was, 'shipNote String?']);
    await expectFindings(contractsDisagree, { [path]: schema(was) }, { [path]: grown }, []);
    const mongo = (text: string): Texts => ({ ...first, [path]: text.replace('postgresql', 'mongodb') });
    await expectFindings(contractsDisagree, mongo(schema(was)), mongo(grown), []);
    const other = (text: string): Texts => ({
      ...first,
      'apps/other/schema.prisma': text,
      'apps/other/migrations/1_a/migration.sql': 'CREATE TABLE a (b int);\n',
    });
    await expectFindings(contractsDisagree, other(schema(was)), other(grown), []);
  });
});
