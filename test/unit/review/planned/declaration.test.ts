import assert from 'node:assert/strict';
import { declarationOf } from '../../../../src/review/planned/declaration.ts';
import { DocumentReader } from '../../../../src/documents/document-reader.ts';
import { inMemoryChangeSet, type Texts } from '../../../../src/change/in-memory.ts';
import { TreeFiles } from '../../../../src/review/tree-files.ts';
import { sourceFile } from '../../../../src/code/source-file.ts';
import type { CodeChange, SourceFile } from '../../../../src/code/code-change.ts';

/** What is declared for a break of a TypeScript API in a file. */
async function declared(base: Texts, head: Texts, path: string, subject = 'Work', title?: string): Promise<string | undefined> {
  const reader = new DocumentReader();
  const changeSet = inMemoryChangeSet(base, head);
  await reader.prepare(...Object.keys(head));
  const files = changeSet.files.map((change) => {
    const side = (of: 'base' | 'head') => sourceFile(change, of, { role: 'configuration', secrets: [] }, (file) => reader.read(file));
    const [old, now] = [side('base'), side('head')];
    return { path: change.path, change, ...(old && { base: old }), ...(now && { head: now }) };
  });
  const commits = [{ id: '', subject, body: '', author: '', authored: 0 }];
  const change = { files, commits, ...(title !== undefined && { title }) } as unknown as CodeChange;
  const place = { file: { path } as SourceFile, range: { start: 0, end: 0 } };
  const draft = { message: '', subject: '', place, properties: { contract: 'typescript' } };
  return declarationOf(draft, change, new TreeFiles(changeSet, change));
}

const npm = (folder: string, version: string): Texts => ({ [`${folder}package.json`]: `{ "name": "a", "version": "${version}" }` });

describe('what a change declares of itself', () => {
  it('is a major version of the package around', async () => {
    assert.equal(await declared(npm('', '1.2.0'), npm('', '2.0.0'), 'src/a.ts'), 'the version goes to 2.0.0');
    assert.equal(await declared(npm('a/', '0.2.0'), npm('a/', '0.3.0'), 'a/src/a.ts'), 'the version goes to 0.3.0');
  });

  it('is no minor version, and none of another package', async () => {
    assert.equal(await declared(npm('', '1.2.0'), npm('', '1.3.0'), 'src/a.ts'), undefined);
    assert.equal(await declared(npm('a/', '1.2.0'), npm('a/', '2.0.0'), 'b/src/a.ts'), undefined);
    assert.equal(await declared({}, npm('', '2.0.0'), 'src/a.ts'), undefined);
  });

  it('is that a major version is in the making', async () => {
    const [alpha, release] = [npm('', '6.0.0-alpha.2'), npm('', '6.0.0')];
    assert.equal(await declared(alpha, alpha, 'src/a.ts'), 'the version is 6.0.0-alpha.2, before a major release');
    assert.equal(await declared(release, release, 'src/a.ts'), undefined);
    const minor = npm('', '6.1.0-alpha.2');
    assert.equal(await declared(minor, minor, 'src/a.ts'), undefined);
  });

  it('is a changeset of the change that allows a break of its package', async () => {
    const config = { '.changeset/config.json': '{}' };
    const changeset = (name: string, step: string): Texts => ({
      ...config,
      '.changeset/odd-cats.md': `---\n"${name}": ${step}\n---\n\nWork.\n`,
    });
    const [stable, early] = [
      { ...config, ...npm('', '1.2.0') },
      { ...config, ...npm('', '0.2.0') },
    ];
    const major = { ...stable, ...changeset('a', 'major') };
    assert.equal(await declared(stable, major, 'src/a.ts'), 'the version goes to the next major one by .changeset/odd-cats.md');
    assert.equal(
      await declared(early, { ...early, ...changeset('a', 'minor') }, 'src/a.ts'),
      'the version goes to the next minor one by .changeset/odd-cats.md',
    );
    assert.equal(await declared(stable, { ...stable, ...changeset('a', 'minor') }, 'src/a.ts'), undefined);
    assert.equal(await declared(stable, { ...stable, ...changeset('b', 'major') }, 'src/a.ts'), undefined);
    assert.equal(await declared(major, { ...major, 'src/a.ts': '' }, 'src/a.ts'), undefined);
  });

  it('is a commit or a title that says so', async () => {
    assert.equal(await declared({}, {}, 'src/a.ts', 'feat(core)!: sum'), 'a commit says that it breaks');
    assert.equal(await declared({}, {}, 'src/a.ts', 'Work', 'feat!: sum'), 'a commit says that it breaks');
    assert.equal(await declared({}, {}, 'src/a.ts'), undefined);
  });
});
