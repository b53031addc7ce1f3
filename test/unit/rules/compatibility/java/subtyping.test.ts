import assert from 'node:assert/strict';
import { JavaSide } from '../../../../../src/rules/compatibility/java/java-side.ts';
import {
  erasure,
  isWidening,
  parseBounds,
  parseJavaType,
  type JavaType,
  type Names,
} from '../../../../../src/rules/compatibility/java/java-type.ts';
import { isChecked } from '../../../../../src/rules/compatibility/java/exceptions.ts';
import { isAssignable, isSubtype, type Answer } from '../../../../../src/rules/compatibility/java/subtyping.ts';

const side = new JavaSide({ files: [], relatedTypes: [] }, 'head');
const variables: ReadonlyMap<string, JavaType> = new Map([
  ['T', variable('1#0', 'Number')],
  ['U', variable('1#1')],
]);
const names: Names = {
  variable: (name) => variables.get(name),
  qualifier: (name) => (name === 'Map' ? 'java.util' : ''),
};

function variable(name: string, bound?: string): JavaType {
  const bounds = (): readonly JavaType[] => (bound === undefined ? [] : parseBounds(bound, names));
  return { name, qualifier: '', args: [], dimensions: 0, bounds };
}

function read(text: string): JavaType {
  return parseJavaType(text, names);
}

type Case = readonly [from: string, to: string, answer: Answer];

function answers(title: string, compare: (from: JavaType, to: JavaType) => Answer, cases: readonly Case[]): void {
  describe(title, () => {
    for (const [from, to, answer] of cases) {
      const verdict = answer === undefined ? 'cannot be told to be' : answer ? 'is' : 'is not';
      it(`\`${from}\` ${verdict} a \`${to}\``, () => {
        assert.equal(compare(read(from), read(to)), answer);
      });
    }
  });
}

describe('compatibility/java/subtyping', () => {
  answers('of primitives and what holds them', (from, to) => isAssignable(from, to, side), [
    ['int', 'int', true],
    ['int', 'long', true],
    ['long', 'int', false],
    ['char', 'int', true],
    ['char', 'short', false],
    ['short', 'char', false],
    ['byte', 'char', false],
    ['int', 'boolean', false],
    ['float', 'double', true],
    ['int', 'Integer', true],
    ['Integer', 'int', true],
    ['int', 'Number', true],
    ['int', 'Object', true],
    ['int', 'Long', false],
    ['int', 'String', false],
  ]);

  answers('of classes', (from, to) => isSubtype(from, to, side), [
    ['String', 'CharSequence', true],
    ['CharSequence', 'String', false],
    ['String', 'Object', true],
    ['Object', 'String', false],
    ['Thing', 'Object', true],
    ['Thing', 'Other', undefined],
    ['java.util.ArrayList', 'java.util.List', true],
    ['ArrayList<String>', 'Collection<String>', true],
    ['ArrayList<String>', 'Collection<Object>', false],
    ['ArrayList<String>', 'Collection', true],
    ['ArrayList', 'Collection<String>', true],
    ['Map.Entry<String, Integer>', 'java.util.Map.Entry<String, Integer>', true],
    ['java.util.List', 'java.awt.List', false],
    ['@Nullable String', 'String', true],
  ]);

  answers('of type arguments', (from, to) => isSubtype(from, to, side), [
    ['List<String>', 'List<?>', true],
    ['List<String>', 'List<? extends Object>', true],
    ['List<String>', 'List<? extends CharSequence>', true],
    ['List<Integer>', 'List<? extends CharSequence>', false],
    ['List<Object>', 'List<? super String>', true],
    ['List<Integer>', 'List<? super String>', false],
    ['List<? extends String>', 'List<? extends CharSequence>', true],
    ['List<? super CharSequence>', 'List<? super String>', true],
    ['List<? super String>', 'List<? super CharSequence>', false],
    ['List<? extends String>', 'List<? super String>', false],
    ['List<?>', 'List<String>', false],
    ['List<?>', 'List<? extends CharSequence>', false],
    ['List<Thing>', 'List<? extends Other>', undefined],
    ['Map<String, List<Integer>>', 'Map<String, ? extends List<?>>', true],
  ]);

  answers('of arrays', (from, to) => isSubtype(from, to, side), [
    ['String[]', 'Object[]', true],
    ['Object[]', 'String[]', false],
    ['String[]', 'Object', true],
    ['int[]', 'Object', true],
    ['int[]', 'int[]', true],
    ['int[]', 'long[]', false],
    ['int[][]', 'Object[]', true],
    ['int[]', 'Object[]', false],
    ['String[]', 'Cloneable', true],
    ['String[]', 'Serializable', true],
    ['String[]', 'Iterable', false],
    ['String', 'String[]', false],
    ['String...', 'CharSequence[]', true],
  ]);

  answers('of variables', (from, to) => isSubtype(from, to, side), [
    ['T', 'T', true],
    ['T', 'Number', true],
    ['T', 'String', false],
    ['U', 'String', false],
    ['U', 'Object', true],
    ['String', 'T', false],
    ['List<T>', 'List<? extends Number>', true],
    ['T[]', 'Number[]', true],
  ]);

  it('tells checked exceptions, and guesses what nobody declares by the name alone', () => {
    const checked = (name: string): Answer => isChecked(read(name), side);
    assert.deepEqual(
      ['IOException', 'IllegalStateException', 'OutOfMemoryError', 'CartException', 'CartRuntimeException', 'CartError'].map(checked),
      [true, false, false, undefined, false, false],
    );
  });

  it('erases a variable to its first bound', () => {
    assert.deepEqual(
      ['List<String>[]', 'T', 'T[]', 'U', 'U...', 'int'].map((each) => erasure(read(each))),
      ['List[]', 'Number', 'Number[]', 'Object', 'Object[]', 'int'],
    );
  });

  it('reads bounds, and ends where a type is odd', () => {
    assert.deepEqual(
      parseBounds('Number & Comparable<String>', names).map(({ name, args }) => [name, args.map((each) => each.name)]),
      [
        ['Number', []],
        ['Comparable', ['String']],
      ],
    );
    assert.deepEqual(read(''), { name: '', qualifier: '', args: [], dimensions: 0 });
    assert.equal(read('Map.Entry').qualifier, 'java.util.Map');
    assert.equal(read('com.acme.Cart').qualifier, 'com.acme');
  });

  it('widens primitives only', () => {
    assert.equal(isWidening('char', 'long'), true);
    assert.equal(isWidening('boolean', 'int'), false);
    assert.equal(isWidening('Integer', 'long'), false);
  });
});
