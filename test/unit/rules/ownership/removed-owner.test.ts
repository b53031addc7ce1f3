import assert from 'node:assert/strict';
import { removedOwner } from '../../../../src/rules/ownership/removed-owner.ts';
import { expectFindings, fileCases, newFindings, reviewExample } from '../rule-cases.ts';

const path = '.github/CODEOWNERS';
const less = (pattern: string, owners: string): string =>
  `1 \`${pattern}\` is no longer owned by ${owners}: its changes are merged without them.`;

describe('ownership/removed-owner', () => {
  fileCases(removedOwner, path, [
    ['finds a line that is gone', '* @a/devs\n/src/auth/ @a/sec\n', '* @a/devs\n', [less('/src/auth/', '@a/sec')]],
    ['finds owners that are taken off', '/pay/ @a/pay @a/sec\n', '/pay/ @a/pay\n', [less('/pay/', '@a/sec')]],
    ['finds a path that nobody owns', '/pay/ @a/pay\n', '/pay/\n', [less('/pay/', '@a/pay')]],
    ['leaves another team alone', '/pay/ @a/pay\n', '/pay/ @a/money\n', []],
    ['leaves another order and comments alone', '# all\n* @a\n/pay/ @b\n', '/pay/ @b # money\n* @a\n', []],
    ['leaves what the folder above has alone', '/src/ @a/sec\n/src/auth/ @a/sec\n', '/src/ @a/sec\n', []],
    ['leaves another name of the path alone', '/auth/ @a/sec\n', '/packages/auth/ @a/sec\n', []],
    ['leaves sections alone', '[Docs]\n/docs/ @a\n', '/docs/ @a\n', []],
  ]);

  it('finds that there are no owners any more', async () => {
    await expectFindings(removedOwner, { [path]: '# all\n* @a\n/pay/ @b\n' }, {}, [
      `${path}:2 \`${path}\` is deleted: no owner is asked any more before changes are merged.`,
    ]);
  });

  it('leaves owners that are written in another place, and templates, alone', async () => {
    await expectFindings(removedOwner, { CODEOWNERS: '* @a\n' }, { [path]: '* @a\n' }, []);
    await expectFindings(removedOwner, { 'templates/CODEOWNERS': '* @a\n/b/ @b\n' }, { 'templates/CODEOWNERS': '* @a\n' }, []);
  });

  for (const [owners, fewer, severity] of [
    ['@ann @bob', '@ann', 'note'],
    ['@ann @a/sec', '@ann', 'warning'],
    ['@ann', '', 'warning'],
  ] as const)
    it(`takes ${owners} that became ${fewer || 'nobody'} as a ${severity}`, async () => {
      const found = await reviewExample(removedOwner, { base: { [path]: `* ${owners}\n` }, head: { [path]: `* ${fewer}\n` } });
      assert.deepEqual(
        newFindings(found).map((each) => each.severity),
        [severity],
      );
    });

  it('leaves what is deleted along alone', async () => {
    await expectFindings(removedOwner, { [path]: '* @a\n/old/ @b\n', 'old/a.ts': 'export const a = 1;\n' }, { [path]: '* @a\n' }, []);
  });
});
