import assert from 'node:assert/strict';
import type { Shape } from '../../../../../src/rules/tests/gaps/shape.ts';
import { shapeOf, truthOf } from '../../../../../src/rules/tests/gaps/shapes.ts';
import { seenInJava, seenInScript } from '../../../code/flow/scopes.ts';

const constant = (value: string | number | boolean | null | undefined): Shape => ({ kind: 'constant', value });
const known: ReadonlyMap<string, Shape> = new Map([
  ['two', constant(2)],
  ['text', constant('Ab')],
  ['blank', constant(' ')],
  ['nothing', constant(null)],
  ['yes', constant(true)],
  ['error', { kind: 'instance', type: 'RangeError' }],
]);

async function shape(text: string): Promise<Shape | undefined> {
  const { expression } = await seenInScript(`see(${text});`);
  return shapeOf(expression, (name) => known.get(name));
}

describe('a condition on what a test gives', () => {
  const answers: readonly (readonly [string, boolean | undefined])[] = [
    ['nothing === null', true],
    ['nothing === undefined', false],
    ['nothing == undefined', true],
    ['nothing != undefined', false],
    ['undefined == null', true],
    ['undefined !== null', true],
    ['text == null', false],
    ['unknown === null', undefined],
    ['[] === null', false],
    ['[] !== null', true],
    ['error == null', false],
    ['error > 2', undefined],
    ['error === {}', undefined],
    ['two > 1', true],
    ['two > 2', false],
    ['two >= 2', true],
    ['two < 2', false],
    ['two <= 2', true],
    ['two < 3', true],
    ['two > -1', true],
    ['two === 2', true],
    ['two !== 2', false],
    ['two > text', undefined],
    ['two > unknown', undefined],
    ['two + 1 === 3', true],
    ['two - 1 === 1', true],
    ['two * 3 === 6', true],
    ['two % 2 === 0', true],
    ['two % 0 === 0', undefined],
    ["text === 'Ab'", true],
    ["text !== 'Ab'", false],
    ["text < 'B'", true],
    ["text > 'B'", false],
    ["text >= 'Ab'", true],
    ["text === ''", false],
    ['text.length === 2', true],
    ['[1, 2].length > 1', true],
    ['[].length === 0', true],
    ['[...unknown].length === 0', undefined],
    ['[1].first === 1', undefined],
    ['text.first === 1', undefined],
    ['unknown.length === 0', undefined],
    ['nothing?.length', false],
    ["typeof two === 'number'", true],
    ["typeof text === 'string'", true],
    ["typeof nothing === 'object'", true],
    ["typeof undefined === 'undefined'", true],
    ["typeof (() => 1) === 'function'", true],
    ["typeof [] === 'object'", true],
    ["typeof unknown === 'object'", undefined],
    ['error instanceof RangeError', true],
    ['error instanceof errors.RangeError', true],
    ['error instanceof Error', undefined],
    ['unknown instanceof Error', undefined],
    ['text instanceof Error', false],
    ['[] instanceof Array', true],
    ['[] instanceof Map', false],
    ['(() => 1) instanceof Map', undefined],
    ['new Map() instanceof Map', true],
    ['!text', false],
    ["!''", true],
    ['!unknown', undefined],
    ['!nothing', true],
    ['-two < 0', true],
    ['-text', undefined],
    ['void text', false],
    ['yes && two', true],
    ['nothing && unknown', false],
    ['nothing || unknown', undefined],
    ['text || unknown', true],
    ['unknown && false', false],
    ['unknown || true', true],
    ['unknown && true', undefined],
    ['unknown || false', undefined],
    ['nothing ?? two', true],
    ['undefined ?? 0', false],
    ['two ?? 0', true],
    ['unknown ?? two', undefined],
    ["yes ? text : ''", true],
    ["nothing ? text : ''", false],
    ['unknown ? text : text', undefined],
    ['({ a: 0 }).a', false],
    ['({ a: 1 }).b', false],
    ['({ ...unknown }).b', undefined],
    ['({ ...unknown, a: 1 }).a', true],
    ['({ a: 1, ...unknown }).a', undefined],
    ['({ a: 1, [key]: 0 }).a', undefined],
    ['Array.isArray([])', true],
    ['Array.isArray(text)', false],
    ['Array.isArray(unknown)', undefined],
    ["text.startsWith('A')", true],
    ["text.startsWith('b')", false],
    ["text.endsWith('b')", true],
    ["text.includes('c')", false],
    ["text.indexOf('b') === 1", true],
    ['text.includes(unknown)', undefined],
    ["text.matchAll('b')", undefined],
    ["text.toLowerCase() === 'ab'", true],
    ["text.toUpperCase() === 'AB'", true],
    ["blank.trim() === ''", true],
    ['two.startsWith(2)', undefined],
    ['isKnown(text)', undefined],
    ['true', true],
    ['false', false],
    ['0x10 === 16', true],
    ['/a/', true],
    ['/^a/i.test(text)', true],
    ['/^b/i.test(text)', false],
    ['/^(a+)+$/.test(text)', false],
    ['/(a)\\1/.test(text)', false],
    ['/^a/.test(unknown)', undefined],
    ['/(/.test(text)', undefined],
    ['text.match(/^a/i) !== null', true],
    ['text.match(/^b/) !== null', false],
    ["`${text}c` === 'Abc'", true],
    ["text + 'c' === 'Abc'", true],
    ['`${unknown}c` === text', undefined],
    ['[1, two][1] === 2', true],
    ['[1][1] === undefined', true],
    ["text[0] === 'A'", true],
    ['({ a: [two] }).a[0] === 2', true],
    ['Number.isNaN(two)', false],
    ['Number.isInteger(two)', true],
    ['Math.max(two, 3) === 3', true],
    ['Math.min(two, unknown)', undefined],
    ['Math.abs(-two) === 2', true],
  ];
  for (const [text, answer] of answers)
    it(`${text} is ${answer ?? 'not known'}`, async () => {
      assert.equal(truthOf(await shape(text)), answer);
    });

  it('is not known where it is nested too deeply', async () => {
    assert.equal(truthOf(await shape(`${'!'.repeat(10)}yes`)), true);
    assert.equal(truthOf(await shape(`${'!'.repeat(11)}yes`)), undefined);
  });

  const inJava: readonly (readonly [string, boolean | undefined])[] = [
    ['text.isEmpty()', false],
    ['"".isEmpty()', true],
    ['blank.isBlank()', true],
    ['text.isBlank()', false],
    ['text.length() == 2', true],
    ['text.contains("A")', true],
    ['text.equals("Ab")', true],
    ['"b".equals(text)', false],
    ['text.equals(unknown)', undefined],
    ['"b".equals(nothing)', false],
    ['10L > two', true],
    ['Collections.emptyList().isEmpty()', true],
    ['List.of().isEmpty()', true],
    ['List.of(1, two).size() == 2', true],
    ['Arrays.asList(1, unknown).isEmpty()', false],
    ['new ArrayList<>().isEmpty()', true],
    ['new ArrayList<>(unknown).isEmpty()', undefined],
    ['new int[two].length == 2', true],
    ['new int[] { 1 }.length == 0', false],
    ['Objects.isNull(nothing)', true],
    ['Objects.nonNull(nothing)', false],
    ['Double.isNaN(two)', false],
  ];
  for (const [text, answer] of inJava)
    it(`${text} is ${answer ?? 'not known'} in Java`, async () => {
      const { expression } = await seenInJava(`class A { void run() { see(${text}); } }`);
      assert.equal(truthOf(shapeOf(expression, (name) => known.get(name))), answer);
    });

  it('knows how long a list is that stands for a name', async () => {
    const { expression } = await seenInJava('class A { void run() { see(items.isEmpty()); } }');
    assert.equal(truthOf(shapeOf(expression, () => ({ kind: 'array', length: 0 }))), true);
    assert.equal(truthOf(shapeOf(expression, () => ({ kind: 'array', length: 1 }))), false);
  });
});
