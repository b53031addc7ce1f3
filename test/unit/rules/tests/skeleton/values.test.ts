import assert from 'node:assert/strict';
import type { ParameterFact } from '../../../../../src/code/facts.ts';
import type { EdgeValue } from '../../../../../src/rules/tests/gaps/obligation.ts';
import { javaArguments } from '../../../../../src/rules/tests/skeleton/java-values.ts';
import { scriptArguments } from '../../../../../src/rules/tests/skeleton/script-values.ts';

function parameter(type: string | undefined, more: Partial<ParameterFact> = {}): ParameterFact {
  return {
    name: 'it',
    ...(type !== undefined && { type }),
    optional: false,
    rest: false,
    annotations: [],
    range: { start: 0, end: 0 },
    ...more,
  };
}

function value(kind: EdgeValue['kind'], text = ''): EdgeValue {
  return { kind, text };
}

function given(each: EdgeValue | undefined, about: string) {
  return each ? { title: '', given: { parameter: 'it', about, value: each } } : { title: '' };
}

type Row = readonly [type: string | undefined, given: EdgeValue | undefined, about: string, expected: string | undefined];

const scripts: readonly Row[] = [
  ['string', undefined, 'it', "'a'"],
  ['number', undefined, 'it', '1'],
  ['bigint', undefined, 'it', '1n'],
  ['boolean', undefined, 'it', 'false'],
  ['string[]', undefined, 'it', '[]'],
  ['ReadonlyArray<number>', undefined, 'it', '[]'],
  ["'fast' | 'safe'", undefined, 'it', "'fast'"],
  ['3 | 4', undefined, 'it', '3'],
  ['(done: () => void) => void', undefined, 'it', '() => undefined'],
  ['Order', undefined, 'it', '{} as never'],
  [undefined, undefined, 'it', 'undefined'],
  ['string', value('null', 'null'), 'it', 'null'],
  ['string', value('undefined', 'undefined'), 'it', 'undefined'],
  ['string', value('empty'), 'it', "''"],
  ['number[]', value('empty'), 'it', '[]'],
  ['number[]', value('none'), 'it', '[]'],
  ['number[]', value('one'), 'it', '[0]'],
  ['string[]', value('many'), 'it', "['a', 'a']"],
  ['number', value('number', '-1'), 'it', '-1'],
  ['string', value('string', "'x'"), 'it', "'x'"],
  ['number', value('constant', 'LIMIT - 1'), 'it', undefined],
  ['string', value('number', '3'), 'it.length', "'a'.repeat(3)"],
  ['number[]', value('number', '2'), 'it.length', 'Array.from({ length: 2 }, () => 0)'],
  ['string', value('number', '-1'), 'it.length', undefined],
  ['Options', value('number', '0'), 'it.limit', '{ limit: 0 } as never'],
  ['Options', value('number', '0'), 'it.a.b', undefined],
];

const javas: readonly Row[] = [
  ['String', undefined, 'it', '"a"'],
  ['CharSequence', undefined, 'it', '"a"'],
  ['int', undefined, 'it', '1'],
  ['final long', undefined, 'it', '1L'],
  ['double', undefined, 'it', '1d'],
  ['float', undefined, 'it', '1f'],
  ['short', undefined, 'it', '(short) 1'],
  ['boolean', undefined, 'it', 'false'],
  ['char', undefined, 'it', "'a'"],
  ['java.util.List<String>', undefined, 'it', 'java.util.List.of()'],
  ['Map<String, Integer>', undefined, 'it', 'java.util.Map.of()'],
  ['Optional<String>', undefined, 'it', 'java.util.Optional.empty()'],
  ['byte[]', undefined, 'it', 'new byte[0]'],
  ['Order', undefined, 'it', 'null'],
  ['Order', value('null', 'null'), 'it', 'null'],
  ['int', value('null', 'null'), 'it', undefined],
  ['String', value('empty'), 'it', '""'],
  ['List<String>', value('none'), 'it', 'java.util.List.of()'],
  ['Order', value('empty'), 'it', undefined],
  ['List<String>', value('one'), 'it', 'java.util.Collections.nCopies(1, "a")'],
  ['List<Long>', value('one'), 'it', 'java.util.Collections.nCopies(1, 1L)'],
  ['List<Order>', value('one'), 'it', 'java.util.Collections.nCopies(1, null)'],
  ['char', value('string', "'x'"), 'it', "'x'"],
  ['int[]', value('number', '2'), 'it.length', 'new int[2]'],
  ['T[]', value('number', '2'), 'it.length', undefined],
  ['Collection<String>', value('many'), 'it', 'java.util.Collections.nCopies(2, "a")'],
  ['String', value('many'), 'it', undefined],
  ['Long', value('number', '7'), 'it', '7L'],
  ['String', value('number', '7'), 'it', undefined],
  ['String', value('string', '"x"'), 'it', '"x"'],
  ['int', value('string', '"x"'), 'it', undefined],
  ['Color', value('constant', 'Color.RED'), 'it', undefined],
  ['String', value('number', '0'), 'it.length()', '""'],
  ['String', value('number', '4'), 'it.length()', '"a".repeat(4)'],
  ['String', value('number', '-1'), 'it.length()', undefined],
  ['List<String>', value('number', '2'), 'it.size()', 'java.util.Collections.nCopies(2, "a")'],
  ['Order', value('number', '2'), 'it.total()', undefined],
];

describe('the values of skeleton tests', () => {
  for (const [type, each, about, expected] of scripts) {
    it(`give ${type ?? 'an untyped parameter'} ${expected ?? 'nothing'} for ${each ? `${each.kind} ${each.text} of ${about}` : 'no case'}`, () => {
      assert.equal(scriptArguments([parameter(type)], given(each, about), true), expected);
    });
  }

  for (const [type, each, about, expected] of javas) {
    it(`give Java's ${type ?? ''} ${expected ?? 'nothing'} for ${each ? `${each.kind} ${each.text} of ${about}` : 'no case'}`, () => {
      assert.equal(javaArguments([parameter(type)], given(each, about)), expected);
    });
  }

  it('leave out what may be left out', () => {
    const optional = parameter('number', { name: 'most', optional: true });
    assert.equal(
      scriptArguments([parameter('string'), optional, parameter('string', { name: 'rest', rest: true })], { title: '' }, true),
      "'a'",
    );
    assert.equal(scriptArguments([optional, parameter('string')], { title: '' }, false), "1, 'a'");
    assert.equal(javaArguments([parameter('int'), parameter('String', { name: 'rest', rest: true })], {}), '1');
  });
});
