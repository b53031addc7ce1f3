import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { standardJsonSchema } from '../../../src/standard/json-schema.ts';
import { testRules } from './standard-testing.ts';

describe('standardJsonSchema', () => {
  const schema = standardJsonSchema(testRules);
  const validate = new Ajv({ strict: false }).compile(JSON.parse(schema) as object);

  for (const [standard, isValid] of [
    [{}, true],
    [{ name: 'a', extends: ['plumbline:strict'], gate: { failOn: 'never' }, ignore: ['a/**'], minimumConfidence: 'low' }, true],
    [
      { rules: { 'tests/*': 'off', 'tests/untested-change': { severity: 'note' }, 'versioning/oversized-change': { maximumLines: 9 } } },
      true,
    ],
    [{ overrides: [{ paths: ['a'], rules: { '*': 'off' } }] }, true],
    [{ rules: { 'tests/unknown': 'off' } }, false],
    [{ rules: { 'versioning/oversized-change': { maximumLines: 0 } } }, false],
    [{ rules: { 'tests/*': 'fatal' } }, false],
    [{ overrides: [{ rules: {} }] }, false],
    [{ nmae: 'a' }, false],
  ] as const) {
    it(`${isValid ? 'takes' : 'refuses'} ${JSON.stringify(standard)}`, () => {
      assert.equal(validate(standard), isValid);
    });
  }

  it('is the same for the same rules, in whatever order', () => {
    assert.equal(standardJsonSchema([...testRules].reverse()), schema);
  });

  it('explains every rule and option', () => {
    for (const part of ['Title of tests/untested-change. Because.', 'Most lines.']) assert.ok(schema.includes(part), part);
  });
});
