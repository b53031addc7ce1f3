import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../../../src/change/in-memory.ts';
import { review } from '../../../../../src/review/review.ts';
import { rules } from '../../../../../src/rules/index.ts';
import { standardOf } from '../../../review/reviewing.ts';
import { sharedExtractor } from '../../rule-cases.ts';

const signature = rules.filter(({ id }) => id === 'compatibility/changed-signature');
const around = { 'package.json': '{"name":"acme","version":"1.2.0","types":"./index.d.ts"}\n' };

function overloads(count: number, prefix: string): string {
  return Array.from({ length: count }, (_, at) => `export declare function on(event: '${prefix}${String(at)}'): void;\n`).join('');
}

async function noticesOf(count: number): Promise<readonly unknown[]> {
  const [base, head] = ['old', 'new'].map((prefix) => ({ ...around, 'index.d.ts': overloads(count, prefix) }));
  const request = { changeSet: inMemoryChangeSet(base ?? {}, head ?? {}, []), standard: standardOf(signature), rules: signature };
  const { notices } = await review({ ...request, now: new Date('2026-08-10') }, sharedExtractor());
  return notices.map(({ id, message, path }) => [id, message, path]);
}

describe('Overloads', () => {
  it('says where a name has more signatures than are compared', async () => {
    assert.deepEqual(await noticesOf(330), [
      [
        'partly-checked',
        'Not all of index.d.ts was checked: `on` has so many signatures that only some of them were compared.',
        'index.d.ts',
      ],
    ]);
  });

  it('says nothing of as many as are all compared', async () => {
    assert.deepEqual(await noticesOf(20), []);
  });
});
