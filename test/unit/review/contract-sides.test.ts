import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import type { ChangedFile } from '../../../src/code/code-change.ts';
import { sourceFile } from '../../../src/code/source-file.ts';
import { compareContracts } from '../../../src/review/contracts.ts';
import { WholeFiles } from '../../../src/review/whole-files.ts';
import { sharedExtractor } from '../rules/rule-cases.ts';

const schema = 'type Query {\n  a: Int\n}\n';

/** The ids of what is found where one side of a schema is there and could not be read. */
async function found(kind: 'modified' | 'deleted'): Promise<readonly string[]> {
  const { files, trees } = inMemoryChangeSet({ 'schema.graphql': schema }, {});
  const [only] = files;
  assert.ok(only);
  const change = { ...only, kind };
  const base = sourceFile(change, 'base', { role: 'configuration', secrets: [] });
  const file: ChangedFile = { path: change.path, change, ...(base && { base }) };
  const { contracts } = await compareContracts([file], new Date('2026-08-10'), new WholeFiles(sharedExtractor()), (_name, _inputs, work) =>
    work(trees),
  );
  return contracts.map(({ change: id }) => id);
}

describe('contracts of which one side could not be read', () => {
  it('are not gone', async () => {
    assert.deepEqual(await found('modified'), []);
    assert.deepEqual(await found('deleted'), ['type-removed']);
  });
});
