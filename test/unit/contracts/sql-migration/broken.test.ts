import assert from 'node:assert/strict';
import { compared, start, told } from './migration-cases.ts';

const next = 'db/migrations/002_next.sql';

async function notices(migration: string): Promise<readonly string[]> {
  const { notices: all } = await compared(start, { ...start, [next]: migration });
  return all.map(
    ({ id, message, path, incomplete }) =>
      `${id} ${path ?? ''} ${String(incomplete)} ${/line (\d+) \(`([^`]*)`\)(, and \d+ more)?/.exec(message)?.slice(1).join(' ').trim() ?? message}`,
  );
}

const one = (place: string): readonly string[] => [`migration-not-understood ${next} true ${place}`];

describe('statements that are not understood', () => {
  it('are a notice with the first place, and others are still compared', async () => {
    const { changes, notices: found } = await compared(start, {
      ...start,
      [next]: 'CREAT TABLE a (id int);\nDROP TABLE users;\nALTRE TABLE b ADD c int;\n',
    });
    assert.deepEqual(
      found.map(({ message }) => message),
      [
        `The statement in line 1 (\`CREAT TABLE a (id int)\`), and 1 more, of \`${next}\` was not understood: what it does was not compared.`,
      ],
    );
    assert.deepEqual(
      changes.filter(({ impact }) => impact === 'breaking').map(({ element }) => element),
      ['users'],
    );
  });
  for (const [name, text, place] of [
    ['have an open bracket', 'SELECT 1;\nCREATE TABLE a (id int;\n', '2 CREATE TABLE a (id int'],
    ['have a bracket too much', 'ALTER TABLE a ADD b int);\n', '1 ALTER TABLE a ADD b int)'],
    ['have an open quote', "SELECT 1;\nINSERT INTO a VALUES ('x);\nDROP TABLE users;\n", "2 INSERT INTO a VALUES ('x);"],
    ['have an open dollar quote', 'DO $x$ BEGIN END $y$;\n', '1 DO $x$ BEGIN END $y$;'],
    ['are in a comment that does not end', 'SELECT 1; -- /* fine\n/* DROP TABLE users;\n', '2 /* DROP TABLE users;'],
    ['begin anew behind a comma', 'ALTER TABLE a DROP b,\nALTER TABLE a RENAME c TO d;\n', '1 ALTER TABLE a DROP b,'],
    ['name no table', 'ALTER TABLE;\n', '1 ALTER TABLE'],
  ] as const)
    it(name, async () => {
      assert.deepEqual(await notices(text), one(place));
    });
  for (const text of [
    'ALTER TABLE users DROP COLUMN age);',
    'ALTER TABLE users DROP COLUMN age, ADD x (int;',
    'DROP TABLE users (;',
    'ALTER TABLE users RENAME (name TO n;',
  ])
    it(`take nothing away: ${text}`, async () => {
      const { changes, notices: found } = await compared(start, { ...start, [next]: `${text}\nDROP TABLE orders;\n` });
      assert.equal(found.length, 1);
      // A bracket that is open takes in what follows.
      assert.deepEqual(
        changes
          .filter(({ impact }) => impact === 'breaking')
          .map(({ element }) => element)
          .filter((element) => element !== 'orders'),
        [],
      );
    });
  it('are none where all is well, or a tool fills something in', async () => {
    assert.deepEqual(
      await notices(
        "-- it's (fine\n/* don't ( */ INSERT INTO a VALUES ('it''s (', $q$ ' ( $q$);\nSELECT 1; {% if x %} FROB (; {% endif %};\nCREATE TABLE IF NOT EXISTS \"a b\" (id int);\nREINDEX TABLE a; /* x */\n",
      ),
      [],
    );
  });
  it('are none where only the last quote is missing', async () => {
    assert.deepEqual(await notices('DROP TABLE "users\n'), []);
    assert.deepEqual(
      await told(start, { ...start, [next]: 'DROP TABLE "users\n' }),
      await told(start, { ...start, [next]: 'DROP TABLE "users"\n' }),
    );
  });
  it('are none in what was there before', async () => {
    const odd = { 'db/migrations/001_start.sql': `${start['db/migrations/001_start.sql'] ?? ''}\nFROB (;` };
    assert.deepEqual(await told(odd, { ...odd, [next]: 'SELECT 1;' }), []);
  });
  it('take no changeset away where a changelog is cut off', async () => {
    const changelog =
      '<databaseChangeLog>\n<changeSet id="1" author="a"><createTable tableName="a"/></changeSet>\n<changeSet id="2" author="a"><createTable tableName="b"/></changeSet>\n</databaseChangeLog>\n';
    const path = 'db/changelog/a.xml';
    const { changes, notices: found } = await compared({ [path]: changelog }, { [path]: changelog.slice(0, 100) });
    assert.deepEqual(changes, []);
    assert.equal(found.length, 1);
  });
});
