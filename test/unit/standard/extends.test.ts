import assert from 'node:assert/strict';
import { UserError } from '../../../src/base/errors.ts';
import { loadStandard } from '../../../src/standard/load.ts';
import type { StandardSources } from '../../../src/standard/references.ts';
import { testRules, treeOf } from './standard-testing.ts';

async function failure(files: Readonly<Record<string, string>>, sources: StandardSources = { root: '/nowhere' }): Promise<string> {
  return loadStandard(treeOf(files), testRules, sources).then(
    () => 'no failure',
    (error: unknown) => (error as Error).message.split('\n').slice(1).join('\n').trim(),
  );
}

describe('extends', () => {
  it('finds a package that is part of the base side', async () => {
    const standard = await loadStandard(
      treeOf({
        'plumbline.yaml': "extends: ['@acme/standard', acme/strict.yaml]",
        'node_modules/@acme/standard/plumbline.yaml': 'extends: ./more.yaml\nname: from package',
        'node_modules/@acme/standard/more.yaml': 'rules: { tests/*: off }',
        'node_modules/acme/strict.yaml': 'gate: { failOn: note }',
      }),
      testRules,
      { root: '/nowhere' },
    );
    assert.deepEqual(
      ['name', 'rules.tests/untested-change.severity', 'gate.failOn'].map((setting) => standard.provenance.get(setting)),
      [
        { source: '@acme/standard/plumbline.yaml', line: 2, column: 1 },
        { source: '@acme/standard/more.yaml', line: 1, column: 10 },
        { source: 'acme/strict.yaml', line: 1, column: 9 },
      ],
    );
  });

  for (const [reference, message] of [
    ['../outside.yaml', '"../outside.yaml" lies outside of what the standard belongs to.'],
    ['./a/../../outside.yaml', '"./a/../../outside.yaml" lies outside of what the standard belongs to.'],
    ['/etc/passwd', '"/etc/passwd" lies outside of what the standard belongs to.'],
    ['C:\\secrets.yaml', '"C:\\secrets.yaml" lies outside of what the standard belongs to.'],
    ['acme/../../x', '"acme/../../x" is no name of a package.'],
    ['..', '".." is no name of a package.'],
    ['./missing.yaml', '"./missing.yaml" is not to be found: there is no missing.yaml.'],
    ['@acme/none', '"@acme/none" is not to be found: there is no @acme/none/plumbline.yaml.'],
    ['plumbline:recomended', 'There is no standard "plumbline:recomended" (did you mean "plumbline:recommended"?).'],
    ['github:acme/standard', '"github:acme/standard" names no tag or commit; write one after "#", e.g. "github:acme/standard#v1.0.0".'],
    ['git+https://x.example/y#--upload-pack=z', '"git+https://x.example/y#--upload-pack=z" names no tag or commit'],
    ['git+file:///etc#v1', '"git+file:///etc#v1" is not the address of a git repository by https or ssh.'],
    ['git+ext::sh -c id#v1', '"git+ext::sh -c id#v1" is not the address of a git repository by https or ssh.'],
    ['github:acme/standard#v1', '"github:acme/standard#v1" may not be fetched here.'],
  ] as const) {
    it(`refuses ${reference}`, async () => {
      const said = await failure({ 'plumbline.yaml': `extends:\n  - '${reference}'` });
      assert.ok(said.startsWith(`plumbline.yaml:2:5 ${message}`), said);
    });
  }

  it('says what was wrong with a fetched standard', async () => {
    const fetchPinned = (url: string, revision: string) => Promise.reject(new UserError(`${url} has no tag ${revision}.`, 'Name a tag.'));
    assert.equal(
      await failure({ 'plumbline.yaml': 'extends: github:acme/standard#v9' }, { root: '/nowhere', fetchPinned }),
      'plumbline.yaml:1:10 https://github.com/acme/standard.git has no tag v9. Name a tag.',
    );
  });

  it('ends where standards extend each other in a circle', async () => {
    assert.equal(
      await failure({ 'plumbline.yaml': 'extends: ./a.yaml', 'a.yaml': 'extends: ./b.yaml', 'b.yaml': 'extends: ./a.yaml' }),
      'b.yaml:1:10 Standards extend each other in a circle: plumbline.yaml → a.yaml → b.yaml → a.yaml. Take one of them out.',
    );
  });

  it('ends where standards multiply', async () => {
    const twice = Object.fromEntries(
      Array.from({ length: 9 }, (_, index) => [`s${index}.yaml`, `extends: [./s${index + 1}.yaml, ./s${index + 1}.yaml]`]),
    );
    const said = await failure({ 'plumbline.yaml': 'extends: ./s0.yaml', ...twice, 's9.yaml': 'name: end' });
    assert.match(said, /extend each other too far/);
  });

  it('ends where aliases multiply, where brackets nest and where a file is huge', async () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefg'[index] ?? ''},`.repeat(9)}]`),
    ];
    assert.match(await failure({ 'plumbline.yaml': bomb.join('\n') }), /its aliases unfold to too much/);
    for (const deep of [
      '['.repeat(60_000),
      '- '.repeat(10_000),
      Array.from({ length: 250 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
    ])
      assert.equal(await failure({ 'plumbline.yaml': deep }), 'plumbline.yaml The file is nested too deeply (at most 50 levels).');
    assert.match(await failure({ 'plumbline.yaml': '#'.repeat(300_000) }), /larger than 64 KB/);
  });
});
