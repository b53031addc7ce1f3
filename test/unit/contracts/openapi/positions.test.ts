import assert from 'node:assert/strict';
import { openApiKind } from '../../../../src/contracts/openapi/openapi-kind.ts';
import { compare } from '../comparing.ts';
import { narrowings, others, positions, sent } from './schema-changes.ts';

/** Those who send must not be given less room, those who read not more. */
async function found(position: string, old: string, now: string): Promise<readonly string[]> {
  const document = positions[position] ?? sent;
  const { changes, notices } = await compare(openApiKind, { 'openapi.yaml': document(old) }, { 'openapi.yaml': document(now) });
  assert.deepEqual(notices, []);
  return changes.map(({ impact, change }) => `${impact} ${change}`);
}

describe('a schema of OpenAPI in each position', () => {
  for (const [narrow, wide, narrowed, widened] of narrowings)
    for (const position of Object.keys(positions))
      it(`${position}: ${wide} and ${narrow}`, async () => {
        const [toNarrow, toWide] = position.startsWith('request') ? ['breaking', 'compatible'] : ['compatible', 'breaking'];
        assert.deepEqual(await found(position, wide, narrow), [`${toNarrow} ${position}-${narrowed}`]);
        assert.deepEqual(await found(position, narrow, wide), [`${toWide} ${position}-${widened}`]);
      });
});

describe('another change of a schema of OpenAPI in each position', () => {
  for (const [suffix, old, now, sentImpact, gotImpact] of others)
    for (const position of Object.keys(positions))
      it(`${position}: ${old} to ${now}`, async () => {
        // What is left out of a call is what its default says.
        const isDefault = position === 'request-parameter' && suffix.startsWith('default-value');
        const impact = isDefault ? 'breaking' : position.startsWith('request') ? sentImpact : gotImpact;
        assert.deepEqual(await found(position, old, now), [`${impact} ${position}-${suffix}`]);
      });
});

describe('a format of OpenAPI that only says how a value is shown', () => {
  for (const position of Object.keys(positions))
    it(`rules nothing out: ${position}`, async () => {
      assert.deepEqual(await found(position, '{type: string}', '{type: string, format: password}'), []);
      assert.deepEqual(await found(position, '{type: string, format: html}', '{type: string, format: commonmark}'), []);
    });
});

describe('parts that a schema of OpenAPI is put together from', () => {
  const a = '{type: object, required: [k], properties: {k: {type: string}}}';
  const b = '{type: object, required: [b], properties: {b: {type: string}}}';
  it('are told by what they ask for, and not where they ask for nothing new', async () => {
    assert.deepEqual(await found('request-body', `{allOf: [${a}]}`, `{allOf: [${a}, ${b}]}`), ['breaking request-required-property-added']);
    assert.deepEqual(await found('response-body', `{allOf: [${a}, ${b}]}`, `{allOf: [${a}]}`), [
      'breaking response-required-property-removed',
    ]);
    for (const position of Object.keys(positions)) {
      assert.deepEqual(await found(position, `{allOf: [${a}]}`, `{allOf: [${a}, {description: x}]}`), []);
      assert.deepEqual(await found(position, `{allOf: [${a}, ${a}]}`, a), []);
    }
  });
  it('are one of several after they were all there was', async () => {
    assert.deepEqual(await found('request-body', a, `{oneOf: [${a}, {type: string}]}`), ['compatible request-body-wrapped-in-one-of']);
    assert.deepEqual(await found('response-property', a, `{oneOf: [${a}, {type: string}]}`), [
      'breaking response-property-wrapped-in-one-of',
    ]);
  });
});
