import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv04 from 'ajv-draft-04';
import type { Log } from 'sarif';
import { sarif } from '../../../src/report/sarif.ts';
import { finding, location, options, review, sample } from './sample-review.ts';

const schemaFile = new URL('../../fixtures/sarif-2.1.0-rtm.5.schema.json', import.meta.url);

function validator() {
  const ajv = new Ajv04({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false });
  return ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')) as object);
}

function log(text: string): Log {
  return JSON.parse(text) as Log;
}

describe('the SARIF report', () => {
  it('says a pointer beside the name of a part of an interface file', () => {
    const symbol = { qualifiedName: 'shop.Order.total', kind: 'element', pointer: '/fields/1' } as const;
    const [result] = log(sarif(review([finding({ symbol })]), options)).runs[0]!.results!;
    assert.deepEqual(result?.locations?.[0]?.logicalLocations, [
      { name: 'total', fullyQualifiedName: 'shop.Order.total', kind: 'element' },
      { name: '1', fullyQualifiedName: '/fields/1', kind: 'value' },
    ]);
  });

  it('is valid by the 2.1.0 schema, with and without what does not count', () => {
    const validate = validator();
    for (const all of [false, true]) {
      validate(JSON.parse(sarif(sample, { ...options, all })));
      assert.deepEqual(validate.errors, null);
    }
  });

  it('is refused by the same schema when a level is no SARIF level', () => {
    const broken = sarif(sample, options).replace('"level": "error"', '"level": "fatal"');
    assert.equal(validator()(JSON.parse(broken)), false);
  });

  it('holds only what counts by default, and everything with `all`', () => {
    const states = (all: boolean) => log(sarif(sample, { ...options, all })).runs[0]!.results!.map((result) => result.baselineState);
    assert.deepEqual(states(false), ['new', 'new']);
    assert.deepEqual(states(true), ['new', 'new', 'new', 'unchanged', 'absent', 'new']);
  });

  it('says all of a finding: place, symbol, related place, fix, state, fingerprint and properties', () => {
    assert.deepEqual(log(sarif(sample, options)).runs[0]!.results![0], {
      ruleId: 'compatibility/removed-public-symbol',
      ruleIndex: 0,
      level: 'error',
      message: { text: 'Public method `Order.total` was removed.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'src/main/java/Order.java', uriBaseId: '%SRCROOT%' },
            region: { startLine: 12, startColumn: 5, endLine: 12, endColumn: 12 },
          },
          logicalLocations: [{ name: 'total', fullyQualifiedName: 'com.acme.Order.total', kind: 'function' }],
        },
      ],
      relatedLocations: [
        {
          id: 1,
          message: { text: 'it was here (before the change)' },
          physicalLocation: {
            artifactLocation: { uri: 'src/main/java/Order.java', uriBaseId: '%SRCROOT%' },
            region: { startLine: 10, startColumn: 5, endLine: 10, endColumn: 12 },
          },
        },
      ],
      partialFingerprints: { 'plumbline/v1': '0123456789abcdef' },
      baselineState: 'new',
      fixes: [
        {
          description: { text: 'Restore it as deprecated' },
          artifactChanges: [
            {
              artifactLocation: { uri: 'src/main/java/Order.java', uriBaseId: '%SRCROOT%' },
              replacements: [
                {
                  deletedRegion: { startLine: 12, startColumn: 1, endLine: 12, endColumn: 1 },
                  insertedContent: { text: '  @Deprecated int total() { return 0; }\n' },
                },
              ],
            },
          ],
          properties: { safety: 'unsafe' },
        },
      ],
      properties: { breaking: true, expectation: 'compatibility', confidence: 'high' },
    });
  });

  it('marks what was allowed in the source, with the reason', () => {
    const place = location('a.ts', 3);
    const allowed = finding({ suppressions: [{ kind: 'in-source', reason: 'a test key', location: place }] });
    assert.deepEqual(log(sarif(review([allowed]), { ...options, all: true })).runs[0]!.results![0]!.suppressions, [
      {
        kind: 'inSource',
        status: 'accepted',
        justification: 'a test key',
        location: {
          physicalLocation: {
            artifactLocation: { uri: 'a.ts', uriBaseId: '%SRCROOT%' },
            region: { startLine: 3, startColumn: 5, endLine: 3, endColumn: 12 },
          },
        },
      },
    ]);
  });

  it('escapes paths as URI references and says notices as notifications', () => {
    const run = log(sarif(sample, options)).runs[0]!;
    assert.equal(run.results![1]!.locations![0]!.physicalLocation!.artifactLocation!.uri, 'a%20dir/%C3%BC%25.yml');
    assert.deepEqual(run.invocations![0]!.toolExecutionNotifications, [
      {
        descriptor: { id: 'file-too-large' },
        level: 'warning',
        message: { text: 'The file is larger than 5 MB and was not read. Add it to `ignore`.' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'data/big.json', uriBaseId: '%SRCROOT%' } } }],
        properties: { incomplete: true },
      },
    ]);
  });

  it('gives a rule its weaknesses as tags', () => {
    assert.deepEqual(log(sarif(sample, options)).runs[0]!.tool.driver.rules![1]!.properties, {
      tags: ['security', 'external/cwe/cwe-798'],
      precision: 'medium',
      'problem.severity': 'error',
    });
  });
});
