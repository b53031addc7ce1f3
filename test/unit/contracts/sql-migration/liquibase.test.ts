import assert from 'node:assert/strict';
import { told } from './migration-cases.ts';

const xml = (...changesets: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">\n${changesets.join('')}</databaseChangeLog>\n`;
const set = (id: string, changes: string, attributes = ''): string =>
  `  <changeSet id="${id}" author="ann"${attributes}>\n    ${changes}\n  </changeSet>\n`;
const made = set(
  '1',
  '<createTable tableName="orders"><column name="id" type="bigint" autoIncrement="true"><constraints primaryKey="true" nullable="false"/></column><column name="total" type="int"/><column name="note" type="varchar(200)"/></createTable>',
);
const yaml = (...changes: readonly string[]): string =>
  `databaseChangeLog:\n  - changeSet:\n      id: 1\n      author: ann\n      changes:\n        - createTable:\n            tableName: orders\n            columns:\n              - column: { name: id, type: bigint }\n              - column: { name: total, type: int }\n${changes.map((change, index) => `  - changeSet:\n      id: ${String(index + 2)}\n      author: ann\n      changes:\n${change}`).join('')}`;

/** What a second changeset does, and what is told of it. */
const cases: readonly (readonly [name: string, changes: string, expected: readonly string[]])[] = [
  ['a column dropped', '<dropColumn tableName="orders" columnName="total"/>', ['ban-drop-column breaking orders.total']],
  [
    'columns dropped',
    '<dropColumn tableName="orders"><column name="total"/><column name="note"/></dropColumn>',
    ['ban-drop-column breaking orders.total', 'ban-drop-column breaking orders.note'],
  ],
  [
    'a column renamed',
    '<renameColumn tableName="orders" oldColumnName="total" newColumnName="sum"/>',
    ['renaming-column breaking orders.total'],
  ],
  ['a table renamed', '<renameTable oldTableName="orders" newTableName="sales"/>', ['renaming-table breaking orders']],
  ['a table dropped', '<dropTable tableName="orders"/>', ['ban-drop-table breaking orders']],
  [
    'a type narrowed',
    '<modifyDataType tableName="orders" columnName="note" newDataType="varchar(50)"/>',
    ['changing-column-type breaking orders.note'],
  ],
  [
    'a type widened',
    '<modifyDataType tableName="orders" columnName="note" newDataType="varchar(500)"/>',
    ['changing-column-type compatible orders.note'],
  ],
  [
    'a required column',
    '<addColumn tableName="orders"><column name="k" type="int"><constraints nullable="false"/></column></addColumn>',
    ['adding-required-field breaking orders.k'],
  ],
  [
    'a required column with a default',
    '<addColumn tableName="orders"><column name="k" type="int" defaultValueNumeric="0"><constraints nullable="false"/></column></addColumn>',
    [],
  ],
  ['an optional column', '<addColumn tableName="orders"><column name="k" type="int"/></addColumn>', []],
  ['not null', '<addNotNullConstraint tableName="orders" columnName="total"/>', ['adding-not-nullable-field breaking orders.total']],
  [
    'unique',
    '<addUniqueConstraint tableName="orders" columnNames="total, note" constraintName="u"/>',
    ['adding-unique risky orders.u', 'disallowed-unique-constraint risky orders.u'],
  ],
  [
    'a foreign key',
    '<addForeignKeyConstraint baseTableName="orders" baseColumnNames="total" constraintName="f" referencedTableName="t" referencedColumnNames="id"/>',
    ['adding-foreign-key risky orders.f', 'adding-foreign-key-constraint risky orders.f'],
  ],
  [
    'an index',
    '<createIndex indexName="i" tableName="orders"><column name="total"/></createIndex>',
    ['require-concurrent-index-creation risky i'],
  ],
  ['SQL', '<sql>ALTER TABLE orders DROP COLUMN total</sql>', ['ban-drop-column breaking orders.total']],
  ['rows of data', '<insert tableName="orders"><column name="id" valueNumeric="1"/></insert>', []],
  [
    'a table of its own',
    '<createTable tableName="t"><column name="a" type="int"/></createTable><dropColumn tableName="t" columnName="a"/>',
    [],
  ],
  [
    'the way back',
    '<addColumn tableName="orders"><column name="k" type="int"/></addColumn><rollback><dropTable tableName="orders"/></rollback>',
    [],
  ],
];

const path = 'src/main/resources/db/changelog/changes.xml';

describe('sql-migration: changelogs of Liquibase that are documents', () => {
  for (const [name, changes, expected] of cases) {
    it(`tells ${name}`, async () => {
      assert.deepEqual(await told({ [path]: xml(made) }, { [path]: xml(made, set('2', changes)) }), expected);
    });
  }

  it('reads them in YAML and JSON, and what others of the folder made', async () => {
    const dropped = '        - dropColumn:\n            tableName: orders\n            columnName: total\n';
    const file = 'db/changelog/one.yaml';
    assert.deepEqual(await told({ [file]: yaml() }, { [file]: yaml(dropped) }), ['ban-drop-column breaking orders.total']);
    const json = (column: string): string =>
      JSON.stringify(
        {
          databaseChangeLog: [
            { changeSet: { id: '9', author: 'ann', changes: [{ dropColumn: { tableName: 'orders', columnName: column } }] } },
          ],
        },
        null,
        2,
      );
    assert.deepEqual(await told({}, { 'db/changelog/two.json': json('total') }), ['ban-drop-column breaking orders.total']);
  });

  it('tells an edited and a deleted changeset by what its checksum is made of', async () => {
    const edited = made.replace('varchar(200)', 'varchar(300)');
    assert.deepEqual(await told({ [path]: xml(made) }, { [path]: xml(edited) }), [`editing-applied-migration breaking ${path} ann:1`]);
    assert.deepEqual(
      await told({ [path]: xml(made) }, { [path]: xml(made.replace('    <create', '    <!-- orders -->\n    <create')) }),
      [],
    );
    assert.deepEqual(await told({ [path]: xml(made) }, { [path]: xml(made.replace('</createTable>', '</createTable><rollback/>')) }), []);
    assert.deepEqual(await told({ [path]: xml(made, set('2', '<tagDatabase tag="a"/>')) }, { [path]: xml(made) }), [
      `deleting-applied-migration breaking ${path} ann:2`,
    ]);
  });

  it('takes attributes, conditions and the layout of SQL for no edit, in any form', async () => {
    const file = 'db/changelog/one.yaml';
    const more = (lines: string): string => yaml().replace('      author: ann\n', `      author: ann\n${lines}`);
    for (const attribute of [
      'context: prod',
      'runInTransaction: false',
      'labels: [a, b]',
      'comment: orders',
      'preConditions: [{ dbms: { type: h2 } }]',
    ])
      assert.deepEqual(await told({ [file]: yaml() }, { [file]: more(`      ${attribute}\n`) }), [], attribute);
    assert.deepEqual(await told({ [path]: xml(made) }, { [path]: xml(made.replace('author="ann"', 'author="ann" context="prod"')) }), []);
    const sql = (text: string): string => xml(made, set('2', `<sql>${text}</sql>`));
    assert.deepEqual(
      await told({ [path]: sql('UPDATE orders SET total = 1') }, { [path]: sql('\n      UPDATE orders\n      SET total = 1\n    ') }),
      [],
    );
  });

  it('tells an edit of a procedure, and one at the end of a long changeset', async () => {
    const procedure = (text: string): string => xml(set('1', `<createProcedure>${text}</createProcedure>`));
    const editing = [`editing-applied-migration breaking ${path} ann:1`];
    assert.deepEqual(
      await told({ [path]: procedure('create procedure p() select 1') }, { [path]: procedure('create procedure p() select 2') }),
      editing,
    );
    const rows = (last: string): string =>
      xml(
        set(
          '1',
          `${'<insert tableName="orders"><column name="note" value="a long note that says nothing at all"/></insert>'.repeat(500)}<insert tableName="orders"><column name="note" value="${last}"/></insert>`,
        ),
      );
    assert.deepEqual(await told({ [path]: rows('a') }, { [path]: rows('b') }), editing);
  });

  it('lets a changeset that runs again be edited', async () => {
    const again = (view: string): string => set('3', `<createView viewName="v">${view}</createView>`, ' runOnChange="true"');
    assert.deepEqual(await told({ [path]: xml(again('select 1')) }, { [path]: xml(again('select 2')) }), []);
  });
});
