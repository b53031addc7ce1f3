import { contractsDisagree } from '../../../../src/rules/compatibility/contracts-disagree.ts';
import { expectFindings, type Texts } from '../rule-cases.ts';

const first = {
  'db/migration/V1__orders.sql':
    "CREATE TABLE orders (id bigint PRIMARY KEY, ship_note text, total numeric NOT NULL, state text NOT NULL DEFAULT 'new');\n",
};
const second = 'db/migration/V2__next.sql';
const path = 'src/main/java/shop/Order.java';
const entity = (fields: string): Texts => ({
  [path]: `package shop;\n\n@Entity\n@Table(name = "orders")\nclass Order {\n  private long id;\n${fields}}\n`,
});
const note = '  private String shipNote;\n';
const total = '  private BigDecimal total;\n';
const typeorm = (fields: string): Texts => ({
  'src/order.entity.ts': `@Entity({ name: 'orders' })\nexport class Order {\n  @PrimaryColumn() id: number;\n  @Column() total: number;\n${fields}}\n`,
});
const mapped = (what: string, becomes: string, by: string): string =>
  `${second}:1 \`${what}\` ${becomes} here, but ${by} is still mapped to it: every query of \`Order\` fails.`;

describe('compatibility/contracts-disagree, of tables', () => {
  const cases: readonly (readonly [string, Texts, string, Texts, string[]])[] = [
    [
      'finds a column that is dropped while a field is mapped to it',
      entity(note + total),
      'ALTER TABLE orders DROP COLUMN ship_note;\n',
      {},
      [mapped('orders.ship_note', 'is dropped', `\`Order.shipNote\` (\`${path}\`)`)],
    ],
    [
      'finds one that is renamed, and is said by its name',
      entity('  @Column(name = "ship_note") private String text;\n' + total),
      'ALTER TABLE public.orders RENAME COLUMN ship_note TO note;\n',
      {},
      [mapped('orders.ship_note', 'becomes `note`', `\`Order.text\` (\`${path}\`)`)],
    ],
    [
      'finds a table that is dropped, for a class that is called like it',
      { [path]: 'package shop;\n\n@Entity\nclass Orders {\n  private long id;\n}\n' },
      'DROP TABLE orders;\n',
      {},
      [mapped('orders', 'is dropped', `\`Orders\` (\`${path}\`)`).replace('`Order` fails', '`Orders` fails')],
    ],
    [
      'finds that of TypeORM',
      typeorm("  @Column({ name: 'ship_note' }) note: string;\n"),
      'ALTER TABLE orders DROP COLUMN ship_note;\n',
      {},
      [mapped('orders.ship_note', 'is dropped', '`Order.note` (`src/order.entity.ts`)')],
    ],
    ['leaves a column alone whose field goes too', entity(note + total), 'ALTER TABLE orders DROP COLUMN ship_note;\n', entity(total), []],
    [
      'leaves a column alone that is made again',
      entity(note + total),
      'ALTER TABLE orders DROP COLUMN ship_note, ADD COLUMN ship_note varchar(9);\n',
      {},
      [],
    ],
    [
      'leaves other tables and other columns alone',
      entity(note + total),
      'ALTER TABLE bills DROP COLUMN ship_note;\nALTER TABLE orders DROP COLUMN state;\nDROP TABLE bills;\n',
      {},
      [],
    ],
    [
      'finds a new column that must have a value and that no field fills',
      entity(note + total),
      'ALTER TABLE orders ADD COLUMN customer_id bigint NOT NULL;\n',
      {},
      [
        `${second}:1 \`orders.customer_id\` must have a value and has no default, but \`Order\` (\`${path}\`) does not fill it: every insert of \`Order\` fails.`,
      ],
    ],
    [
      'leaves new columns alone that have a default, may be empty, or are filled by a field, a relation or the database',
      entity(total + '  @ManyToOne private Customer customer;\n'),
      'ALTER TABLE orders ADD COLUMN customer_id bigint NOT NULL;\nALTER TABLE orders ADD COLUMN grade int NOT NULL DEFAULT 1;\nALTER TABLE orders ADD COLUMN zip int;\nALTER TABLE orders ADD COLUMN queue bigserial NOT NULL;\nALTER TABLE orders ADD twice int GENERATED ALWAYS AS (zip * 2) STORED NOT NULL;\nALTER TABLE orders ADD stamp rowversion NOT NULL;\n',
      {},
      [],
    ],
    [
      'leaves a class alone whose superclass may fill it',
      { [path]: 'package shop;\n\n@Entity\n@Table(name = "orders")\nclass Order extends Base {\n  private long id;\n}\n' },
      'ALTER TABLE orders ADD COLUMN changed_at timestamp NOT NULL;\n',
      {},
      [],
    ],
  ];
  for (const [name, code, migration, changed, finds] of cases)
    it(name, () => expectFindings(contractsDisagree, { ...first, ...code }, { ...first, ...code, ...changed, [second]: migration }, finds));

  const without: (readonly [string, Texts, Texts, string[]])[] = [
    [
      'finds a field that is gone while its column must have a value',
      { ...first, ...entity(note + total) },
      { ...first, ...entity(note) },
      [
        `${path}:5 \`Order\` no longer fills \`orders.total\`, which migrations keep from being empty and give no default: every insert of \`Order\` fails.`,
      ],
    ],
    ['leaves a field alone whose column may be empty', { ...first, ...entity(note + total) }, { ...first, ...entity(total) }, []],
    [
      'leaves a field alone whose column has a default, or is dropped too',
      { ...first, ...entity('  private String state;\n' + total) },
      { ...first, ...entity(''), [second]: 'ALTER TABLE orders DROP COLUMN total;\n' },
      [],
    ],
    [
      'leaves a field alone that is called otherwise and has the column',
      { ...first, ...entity(total) },
      { ...first, ...entity('  @Column(name = "total") private BigDecimal sum;\n') },
      [],
    ],
  ];
  const chat = {
    'chat/db/migration/V1__start.sql': first['db/migration/V1__orders.sql'],
    'chat/src/main/java/chat/Order.java': entity(note + total)[path] ?? '',
  };
  const shop = {
    'shop/db/migration/V1__start.sql': first['db/migration/V1__orders.sql'],
    'shop/src/main/java/shop/Order.java': entity(total)[path] ?? '',
  };
  const step = 'shop/db/migration/V2__next.sql';
  without.push([
    'leaves the classes of another product alone, whose migrations are its own',
    { ...chat, ...shop },
    { ...chat, ...shop, [step]: 'ALTER TABLE orders DROP COLUMN ship_note;\nALTER TABLE orders ADD grade int NOT NULL;\n' },
    [
      `${step}:2 \`orders.grade\` must have a value and has no default, but \`Order\` (\`shop/src/main/java/shop/Order.java\`) does not fill it: every insert of \`Order\` fails.`,
    ],
  ]);
  for (const [name, base, head, finds] of without) it(name, () => expectFindings(contractsDisagree, base, head, finds));

  const inCode: readonly (readonly [string, Texts, string, string, string[]])[] = [
    [
      'finds what a migration of TypeORM drops while a field is mapped to it',
      typeorm("  @Column({ name: 'ship_note' }) note: string;\n"),
      'src/migrations/1700000000000-Next.ts',
      "import { MigrationInterface, QueryRunner } from 'typeorm';\nexport class Next1700000000000 implements MigrationInterface {\n  async up(queryRunner: QueryRunner) {\n    await queryRunner.dropColumn('orders', 'ship_note');\n  }\n}\n",
      [
        'src/migrations/1700000000000-Next.ts:4 `orders.ship_note` is dropped here, but `Order.note` (`src/order.entity.ts`) is still mapped to it: every query of `Order` fails.',
      ],
    ],
    [
      'finds what a migration in Java renames while a field is mapped to it',
      entity(note + total),
      'src/main/java/db/migration/V2__Next.java',
      'package db.migration;\n\npublic class V2__Next extends BaseJavaMigration {\n  public void migrate(Context context) throws Exception {\n    context.getConnection().createStatement().execute("ALTER TABLE orders RENAME COLUMN ship_note TO note");\n  }\n}\n',
      [
        'src/main/java/db/migration/V2__Next.java:5 `orders.ship_note` becomes `note` here, but `Order.shipNote` (`src/main/java/shop/Order.java`) is still mapped to it: every query of `Order` fails.',
      ],
    ],
    [
      'finds a column that a migration of knex asks for and no class fills',
      typeorm(''),
      'migrations/20240101_next.js',
      "exports.up = (knex) => knex.schema.alterTable('orders', (t) => {\n  t.integer('customer_id').notNullable();\n});\n",
      [
        'migrations/20240101_next.js:2 `orders.customer_id` must have a value and has no default, but `Order` (`src/order.entity.ts`) does not fill it: every insert of `Order` fails.',
      ],
    ],
    [
      'leaves migrations in code alone that drop what nothing is mapped to',
      typeorm(''),
      'src/migrations/1700000000000-Next.ts',
      "import { MigrationInterface, QueryRunner } from 'typeorm';\nexport class Next1700000000000 implements MigrationInterface {\n  async up(queryRunner: QueryRunner) {\n    await queryRunner.dropColumn('orders', 'ship_note');\n  }\n}\n",
      [],
    ],
  ];
  for (const [name, code, file, text, finds] of inCode)
    it(name, async () => {
      await expectFindings(contractsDisagree, { ...first, ...code }, { ...first, ...code, [file]: text }, finds);
    });
});
