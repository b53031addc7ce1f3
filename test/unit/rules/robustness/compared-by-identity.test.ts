import { comparedByIdentity } from '../../../../src/rules/robustness/compared-by-identity.ts';
import { fileCases } from '../rule-cases.ts';

const code = (...lines: readonly string[]): string =>
  `class A {\n  boolean run(Long a, Long b, long c, String text, String other, byte[] bytes, byte[] more, double ratio, Object it) throws Exception {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('robustness/compared-by-identity', () => {
  fileCases(comparedByIdentity, 'src/main/java/A.java', [
    [
      'finds boxed numbers',
      '',
      code('return a == b;'),
      ['3 `a == b` asks whether both are the same Long object, which equal ones above 127 are not.'],
    ],
    [
      'finds a text and a literal',
      '',
      code('return text != "none";'),
      ['3 `text != "none"` asks whether both are the same String object, which equal texts need not be.'],
    ],
    [
      'finds arrays',
      '',
      code('return bytes.equals(more);'),
      ['3 `equals` of the array `bytes` asks whether both are the same array, not whether the same is in them.'],
    ],
    [
      'finds an array in the log',
      '',
      code('log.info(bytes.toString());', 'return true;'),
      ['3 `toString` of the array `bytes` tells which array it is, not what is in it.'],
    ],
    [
      'finds what is no number',
      '',
      code('return ratio == Double.NaN;'),
      ['3 `ratio == Double.NaN` is never true: NaN equals nothing, not even itself; ask `isNaN`.'],
    ],
    ['finds null in equals', '', code('return it.equals(null);'), ['3 `it.equals(null)` is never true: compare with `== null`.']],
    [
      'finds fractions, of which none are kept',
      '',
      code('return a == b;').replace('Long a, Long b', 'Double a, Double b'),
      ['3 `a == b` asks whether both are the same Double object, which equal ones hardly ever are.'],
    ],
    ['leaves a number that is unboxed alone', '', code('return a == c;'), []],
    ['leaves null alone', '', code('return a == null || text != null;'), []],
    ['leaves a shortcut alone', '', code('return a == b || a.equals(b);'), []],
    ['leaves two texts alone that may be marks', '', code('return text == other;'), []],
    ['leaves arrays alone whose content is compared', '', code('return Arrays.equals(bytes, more);'), []],
  ]);
});
