import assert from 'node:assert/strict';
import { inMemoryChangeSet, type Texts } from '../../../../src/change/in-memory.ts';
import type { TreeReader } from '../../../../src/change/change-set.ts';
import { review } from '../../../../src/review/review.ts';
import { rules as allRules } from '../../../../src/rules/index.ts';
import { extractorOfCheckout, standardOf } from '../../review/reviewing.ts';
import * as kind from './hostile-kinds.ts';
import { hostileKinds, yamlKinds, type HostileKind } from './hostile-kinds.ts';

const rules = allRules.filter(({ id }) => id.startsWith('compatibility/'));
const extractor = extractorOfCheckout();
after(() => extractor.dispose());

/** What a review of two texts of a kind says, and which paths it asked for. */
async function reviewed({ path, further = {} }: HostileKind, base: string, head: string) {
  const side = (text: string): Texts => ({ ...further, ...(text !== '' && { [path]: text }) });
  const changeSet = inMemoryChangeSet(side(base), side(head));
  const asked: string[] = [];
  const watched = (tree: TreeReader): TreeReader =>
    Object.assign(Object.create(tree) as TreeReader, {
      read: (paths: readonly string[]) => {
        asked.push(...paths);
        return tree.read(paths);
      },
    });
  const trees = { base: watched(changeSet.trees.base), head: watched(changeSet.trees.head) };
  const { findings, notices } = await review(
    { changeSet: { ...changeSet, trees }, standard: standardOf(rules), rules, now: new Date('2026-08-10') },
    extractor,
  );
  return { found: findings.map(({ message }) => message).sort(), notices, asked };
}

/** Says nothing but that the document was not compared, where, and what to do. */
async function isOneNotice(each: HostileKind, base: string, head: string, where: RegExp): Promise<void> {
  const { found, notices } = await reviewed(each, base, head);
  assert.deepEqual(found, []);
  assert.deepEqual(
    notices.map(({ path }) => path),
    [each.path],
  );
  for (const { message, remedy } of notices) {
    assert.match(message, where);
    assert.match(remedy ?? '', /\w/);
  }
}

describe('a document that is broken in one half', () => {
  for (const each of hostileKinds) {
    it(`of ${each.name} is a notice, and nothing is gone from it`, () => isOneNotice(each, each.text, each.broken, each.brokenAt));
    if (each.text !== '') it(`of ${each.name} is one at the base too`, () => isOneNotice(each, each.broken, each.text, each.brokenAt));
  }
});

describe('a document that is nested without end', () => {
  for (const each of hostileKinds)
    it(`of ${each.name} is a notice`, () => isOneNotice(each, each.text, each.deep, /deep|nested|not closed|not understood/));
});

describe('a document that is longer than is read', () => {
  for (const each of hostileKinds)
    it(`of ${each.name} is a notice`, () =>
      isOneNotice(each, each.text, each.padded(each.text, each.tooLong), /too large|more than|longer than/));
});

describe('a document with a line of a million characters', () => {
  for (const each of hostileKinds)
    it(`of ${each.name} is compared as any other`, async () => {
      const length = each.longestLine ?? 1_000_000;
      const base = each.text === '' ? '' : each.padded(each.text, length);
      const { found, notices } = await reviewed(each, base, each.padded(each.changed, length));
      const usual = await reviewed(each, each.text, each.changed);
      assert.ok(usual.found.length > 0);
      assert.deepEqual([found, notices], [usual.found, []]);
    });
});

describe('a document with a bomb of aliases', () => {
  const levels = (value: number): string =>
    Array.from({ length: 30 }, (_, level) => {
      const members = Array.from({ length: 9 }, (_each, at) => `p${at}: *x${level}`).join(', ');
      return `x${level + 1}: &x${level + 1} {<<: [*x${level}, *x${level}], ${members}}\n`;
    }).reduce((text, line) => text + line, `x0: &x0 {a: ${value}}\n`);
  for (const each of yamlKinds)
    it(`of ${each.name} is compared as any other`, async () => {
      const usual = await reviewed(each, each.text, each.changed);
      const { found, notices } = await reviewed(each, each.text + levels(1), each.changed + levels(2));
      assert.deepEqual([found, notices], [usual.found, []]);
    });
  it('of JSON Schema says once what all its paths lead to', async () => {
    const bomb = (type: string): string =>
      `${kind.jsonSchema.text}  deep: *x30\n`
        .replace('type: object', `${levels(1)}type: object`)
        .replace('{a: 1}', `{type: object, properties: {a: {type: ${type}}}}`);
    const { found, notices } = await reviewed(kind.jsonSchema, bomb('string'), bomb('number'));
    assert.equal(found.length, 1);
    assert.deepEqual(notices, []);
  });
  it('of pom.xml, there of entities, is a notice', async () => {
    const entities = Array.from({ length: 30 }, (_, level) => `<!ENTITY a${level + 1} "${`&a${level};`.repeat(9)}">`).join('');
    const bomb = `<!DOCTYPE project [<!ENTITY a0 "a">${entities}]>\n${kind.pom.text.replace('orders', '&a30;')}`;
    await isOneNotice(kind.pom, kind.pom.text, bomb, /entities/);
  });
});

describe('a document that is a part of itself', () => {
  const cycles: readonly (readonly [HostileKind, from: string, to: string])[] = [
    [kind.openApi, '{description: ok}', "{$ref: '#/paths/~1things/get/responses/200'}"],
    [kind.asyncApi, '{id: {type: string}}', "{id: {type: string}, next: {$ref: '#/channels/orders/messages/placed/payload'}}"],
    [kind.jsonSchema, '  name: {type: string}', "  name: {type: string}\n  next: {$ref: '#'}"],
    [kind.graphql, '  id: ID!', '  id: ID!\n  me: Thing'],
    [kind.protobuf, 'package a;', 'package a;\nimport "api/thing.proto";\nmessage Own { Own own = 1; }'],
    [
      kind.avro,
      '"name": "id", "type": "string"}',
      '"name": "id", "type": "string"},\n{"name": "me", "type": ["null", "Thing"], "default": null}',
    ],
  ];
  for (const [each, from, to] of cycles)
    it(`of ${each.name} is compared as any other`, async () => {
      const usual = await reviewed(each, each.text, each.changed);
      const { found, notices, asked } = await reviewed(each, each.text.replace(from, to), each.changed.replace(from, to));
      assert.deepEqual([found, notices], [usual.found, []]);
      assert.ok(asked.length < 40, asked.join(' '));
    });
  it('of Helm values is a notice', () =>
    isOneNotice(
      kind.helmValues,
      kind.helmValues.text,
      kind.helmValues.text.replace('mail:\n', 'mail: &m\n  own: *m\n'),
      /`\*m` .* line 6/,
    ));
});

describe('a document that refers to what is elsewhere', () => {
  const remote: readonly (readonly [HostileKind, from: string, to: string])[] = [
    [kind.openApi, '{description: ok}', "{$ref: 'https://far.test/a.yaml'}"],
    [kind.asyncApi, '{type: object, properties: {id: {type: string}}}', "{$ref: '//far.test/a.yaml'}"],
    [kind.jsonSchema, 'name: {type: string}', "name: {$ref: 'https://far.test/a.yaml'}"],
    [kind.graphql, 'type Query {', '# import Other from "https://far.test/a.graphql"\ntype Query {'],
    [kind.protobuf, 'package a;', 'package a;\nimport "https://far.test/a.proto";'],
    [kind.avro, '"name": "id", "type": "string"', '"name": "id", "type": "https://far.test/a.avsc"'],
    [kind.pom, '<project>', '<!DOCTYPE project [<!ENTITY far SYSTEM "https://far.test/a">]>\n<project>'],
    [{ ...kind.migration, text: 'SELECT 1;' }, 'SELECT 1;', '\\i https://far.test/a.sql'],
  ];
  for (const [each, from, to] of remote)
    it(`of ${each.name} is a notice, and that is not asked for`, async () => {
      const head = each.text.replace(from, to);
      await isOneNotice(each, each === remote.at(-1)?.[0] ? '' : each.text, head, /far\.test|[Ee]xternal entities/);
      const { asked } = await reviewed(each, each.text, head);
      assert.deepEqual(
        asked.filter((path) => path.includes('far.test')),
        [],
      );
    });
});
