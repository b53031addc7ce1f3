import assert from 'node:assert/strict';
import { asyncApiKind } from '../../../../src/contracts/asyncapi/asyncapi-kind.ts';
import { jsonSchemaKind } from '../../../../src/contracts/json-schema/json-schema-kind.ts';
import { compare, shown } from '../comparing.ts';

/** An envelope of CloudEvents as a schema. */
const envelope = (type: string, data: string, more = ''): string =>
  `{"type":"object","required":["specversion","type","source","id"${more}],"properties":{"specversion":{"const":"1.0"},"type":{"const":"${type}"},"source":{"type":"string","format":"uri-reference"},"id":{"type":"string"},"subject":{"type":"string"},"data":${data}}}`;
const order = '{"type":"object","required":["number"],"properties":{"number":{"type":"string"}}}';
const placed = envelope('com.acme.order.placed.v1', order);

async function told(base: string, head: string): Promise<readonly string[]> {
  const asyncApi = (payload: string): Record<string, string> => ({
    'asyncapi.json': `{"asyncapi":"3.0.0","info":{"title":"E","version":"1.0.0"},"channels":{"o":{"address":"o","messages":{"m":{"payload":${payload}}}}},"operations":{"tell":{"action":"send","channel":{"$ref":"#/channels/o"}}}}`,
  });
  const { changes, notices } = await compare(asyncApiKind, asyncApi(base), asyncApi(head));
  assert.deepEqual(notices, []);
  return changes.map((each) =>
    shown(each)
      .replace('/channels/o/messages/m/payload/properties', '')
      .replace(/ head:1| base:1/, ''),
  );
}

describe('an event in an envelope of CloudEvents', () => {
  const cases: readonly (readonly [name: string, head: string, expected: readonly string[]])[] = [
    ['of another type', envelope('com.acme.order.placed.v2', order), ['breaking message-payload-property-const-changed /type']],
    [
      'of another version of the envelope',
      placed.replace('"1.0"', '"0.3"'),
      ['breaking message-payload-property-const-changed /specversion'],
    ],
    [
      'whose data may lack what it had',
      placed.replace('"required":["number"],', ''),
      ['breaking message-payload-property-became-optional /data/properties/number'],
    ],
    [
      'whose data is of another type',
      placed.replace('"number":{"type":"string"}', '"number":{"type":"integer"}'),
      ['breaking message-payload-property-type-changed /data/properties/number'],
    ],
    [
      'that always has a subject now',
      envelope('com.acme.order.placed.v1', order, ',"subject"'),
      ['compatible message-payload-property-became-required /subject'],
    ],
    [
      'whose source may be any text',
      placed.replace(',"format":"uri-reference"', ''),
      ['breaking message-payload-property-format-removed /source'],
    ],
    ['that is as it was', placed, []],
  ];
  for (const [name, head, expected] of cases)
    it(name, async () => {
      assert.deepEqual(await told(placed, head), expected);
    });
  it('is compared as a schema of its own for those who read and those who write', async () => {
    const schema = (text: string): Record<string, string> => ({
      'event.json': text.replace('{', '{"$schema":"https://json-schema.org/draft/2020-12/schema",'),
    });
    const { changes } = await compare(jsonSchemaKind, schema(placed), schema(envelope('com.acme.order.placed.v2', order)));
    assert.deepEqual(
      changes.map(({ promise, impact, change, element }) => [promise, impact, change, element].join(' ')),
      ['backward breaking const-changed /properties/type', 'forward breaking const-changed /properties/type'],
    );
  });
});
