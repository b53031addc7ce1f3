import { migrationCases } from './migration-cases.ts';

const up = (...lines: readonly string[]): string =>
  `class Next < ActiveRecord::Migration[8.0]\n  def change\n${lines.map((line) => `    ${line}\n`).join('')}  end\nend\n`;

describe('sql-migration: Active Record', () => {
  migrationCases(
    [
      [
        'reads what goes',
        up(
          'remove_column :users, :age, :integer',
          'remove_columns(:users, :a,',
          '  :b)',
          'drop_table :orders',
          'remove_reference :users, :owner, polymorphic: true',
        ),
        [
          'ban-drop-column breaking users.age',
          'ban-drop-column breaking users.a',
          'ban-drop-column breaking users.b',
          'ban-drop-table breaking orders',
          'ban-drop-column breaking users.owner_id',
          'ban-drop-column breaking users.owner_type',
        ],
      ],
      [
        'reads what gets another name',
        up('rename_column :users, :age, :years', 'rename_table "users", "people"', 'rename_schema :app, :core'),
        ['renaming-column breaking users.age', 'renaming-table breaking users', 'renaming-schema breaking app'],
      ],
      [
        'reads what becomes required',
        up(
          'add_column :users, :city, :string, null: false',
          "add_column :users, :town, :string, null: false, default: ''",
          'change_column_null :users, :age, false',
        ),
        ['adding-required-field breaking users.city', 'adding-not-nullable-field breaking users.age'],
      ],
      [
        'reads types',
        up('change_column :users, :age, :integer', 'change_column :users, :bio, :text'),
        ['changing-column-type breaking users.age', 'changing-column-type risky users.bio'],
      ],
      [
        'reads the type that was from the way back',
        'class Next < ActiveRecord::Migration[8.0]\n  def up\n    change_column :users, :country, :string, limit: 21\n    change_column :users, :city, :string, limit: 9\n  end\n\n  def down\n    change_column :users, :country, :string, limit: 20\n    change_column :users, :city, :string, limit: 20\n  end\nend\n',
        ['changing-column-type compatible users.country', 'changing-column-type breaking users.city'],
      ],
      [
        'reads a new column that ends as a required one',
        up('add_column :users, :city, :string', "change_column_null :users, :city, false, 'x'"),
        ['adding-required-field breaking users.city'],
      ],
      [
        'takes a value for old rows for no default',
        up('change_column_null :users, :age, false, 7'),
        ['adding-not-nullable-field breaking users.age'],
      ],
      [
        'knows what cannot be compared',
        up('add_column :users, :extra, :json', 'add_column :users, :more, :jsonb'),
        ['adding-json-column breaking users.extra'],
      ],
      [
        'reads inside of change_table',
        up('change_table :users, bulk: true do |t|', '  t.remove :age', '  t.rename :a, :b', '  t.string :city, null: false', 'end'),
        ['ban-drop-column breaking users.age', 'renaming-column breaking users.a', 'adding-required-field breaking users.city'],
      ],
      [
        'leaves a new table alone',
        up(
          'create_table :carts do |t|',
          '  t.string :name, null: false',
          '  t.references :user, foreign_key: true',
          'end',
          'add_index :carts, :name',
          'remove_column :carts, :name',
        ),
        [],
      ],
      ['reads a table that is made anew', up('create_table :users, force: :cascade do |t|', 'end'), ['ban-drop-table breaking users']],
      [
        'reads SQL',
        up('execute <<~SQL', '  DROP TABLE users;', 'SQL', 'execute "DROP VIEW adults"'),
        ['ban-drop-table breaking users', 'ban-drop-view breaking adults'],
      ],
      [
        'leaves the way down alone',
        'class A < ActiveRecord::Migration[8.0]\n  def up\n    if table_exists?(:x)\n      add_column :users, :a, :text\n    end\n  end\n\n  def down\n    drop_table :users\n  end\nend\n',
        [],
      ],
      [
        'believes who says that it is safe',
        up('safety_assured { remove_column :users, :age }', 'safety_assured do', '  add_index :users, :a', 'end'),
        ['ban-drop-column risky users.age'],
      ],
      [
        'reads locks',
        up(
          'add_index :users, :name',
          'add_foreign_key :users, :orders',
          'add_foreign_key :users, :carts, validate: false',
          'add_check_constraint :users, "age > 0", name: "c"',
        ),
        [
          'require-concurrent-index-creation risky users',
          'adding-foreign-key risky users.foreign-key',
          'adding-foreign-key-constraint risky users.foreign-key',
          'adding-foreign-key risky users.foreign-key',
          'adding-check risky users.c',
          'constraint-missing-not-valid risky users.c',
        ],
      ],
      [
        'knows that Rails opens a transaction',
        up('add_index :users, :name, algorithm: :concurrently'),
        ['ban-concurrent-index-creation-in-transaction risky users'],
      ],
      [
        'knows that it opens none when told so',
        up('add_index :users, :name, algorithm: :concurrently').replace('  def', '  disable_ddl_transaction!\n\n  def'),
        [],
      ],
      [
        'reads what is taken back',
        up('revert CreateUsers', 'revert do', '  create_table :x', '  add_column :users, :a, :text', 'end'),
        ['reverting-migration breaking CreateUsers', 'ban-drop-table breaking x', 'ban-drop-column breaking users.a'],
      ],
    ],
    'db/migrate/20260102030405_next.rb',
    {},
  );
});
