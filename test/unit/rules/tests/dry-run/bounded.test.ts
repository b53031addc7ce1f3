import assert from 'node:assert/strict';
import { BoundedPattern } from '../../../../../src/rules/tests/dry-run/patterns/bounded.ts';
import { Unclear } from '../../../../../src/rules/tests/dry-run/value.ts';

const patterns = [
  '(a+)(b*)?c',
  String.raw`(?:\.(\d+|\w*[a-z]\w*))*$`,
  '^(?:(a)|b)*$',
  String.raw`(?<year>\d{4})-(?<month>\d\d)`,
  String.raw`(\w+)\s\1`,
  '(?=a(b))ab',
  '(?<=x)y+',
  '(?<!x)y+?z',
  '(a{2,3})+?',
  String.raw`([^]]*?\])+`,
  String.raw`(\bfoo\b)+`,
  '(^a|b$)+',
  '(?:x*)*y',
  String.raw`([\]\-a]+)*`,
  '(z)((a+)?(b+)?(c))*',
  String.raw`(\p{L}+)*`,
  '(a|ab)(c|bcd)(d*)*',
];
const texts = ['aaabbc', '.1.a2', 'abab', '2024-05', 'foo foo', 'xyy', 'yyz', 'aaaa', 'abc]', 'b\na', ']-a', 'zaacbbbcac', '😀ä', ''];

describe('A pattern of reviewed code', () => {
  it('finds what the language finds', () => {
    for (const pattern of patterns)
      for (const flags of ['', 'g', 'i', 'm', 'u'])
        for (const text of texts) {
          const make = (create: (one: string, flags: string) => RegExp): readonly unknown[] | undefined => {
            try {
              const uses = [(one: RegExp) => one.exec(text), (one: RegExp) => text.replace(one, '<$1>'), (one: RegExp) => text.split(one)];
              return uses.map((use) => use(create(pattern, flags)));
            } catch {
              return undefined;
            }
          };
          assert.equal(
            JSON.stringify(make((one, given) => new BoundedPattern(one, given))),
            JSON.stringify(make((one, given) => new RegExp(one, given))),
            `${pattern} ${flags} ${text}`,
          );
        }
  });
  it('gives up where it would take for ever', () => {
    for (const pattern of ['^(a|aa)+$', '^(a+)+$', '^a*a*a*a*a*a*a*a*$'])
      assert.throws(() => new BoundedPattern(pattern).test(`${'a'.repeat(200)}b`), Unclear);
  });
});
