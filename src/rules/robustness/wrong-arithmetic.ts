import { patternRule } from '../pattern/pattern-rule.ts';
import { edited } from '../safeguards/example.ts';
import { arithmeticMistakes } from './numbers/arithmetic-mistakes.ts';

const java = (parameters: string, type: string, value: string): string =>
  `class Sizes {\n  ${type} of(${parameters}) {\n    ${type} size = ${value};\n    return size;\n  }\n}\n`;

export const wrongArithmetic = patternRule({
  id: 'robustness/wrong-arithmetic',
  title: 'A calculation gives another number than it says',
  reason:
    'Whole numbers wrap around and cut off before they become a larger type, the smallest number has no positive counterpart, and a byte is never above 127. The result is right for all the numbers of a test, and wrong for the first large one.',
  remedy:
    'Make one operand the larger type first (`(long) a * b`, `(double) a / b`), take the rest by `Math.floorMod`, and compare bytes as `b & 0xFF`.',
  severity: 'warning',
  confidence: 'medium',
  category: 'numeric',
  languages: ['java'],
  cwe: [190, 681, 682],
  sources: [
    {
      title: 'SpotBugs: ICAST and RV_ABSOLUTE_VALUE',
      url: 'https://spotbugs.readthedocs.io/en/stable/bugDescriptions.html#icast-result-of-integer-multiplication-cast-to-long-icast-integer-multiply-cast-to-long',
    },
  ],
  limits: 'Only where the types are declared in the file.',
  examples: [
    edited(
      'it wraps around before it is a long',
      'src/main/java/Sizes.java',
      '',
      java('int rows, int columns', 'long', 'rows * columns'),
      ['3 `rows * columns` is worked out as int and wraps around before it becomes a long.'],
      java('int rows, int columns', 'long', '(long) rows * columns'),
    ),
    edited('one operand is a long', 'src/main/java/Sizes.java', '', java('long rows, int columns', 'long', 'rows * columns')),
    edited(
      'the fraction is cut off',
      'src/main/java/Sizes.java',
      '',
      java('int part, int whole', 'double', 'part / whole'),
      ['3 `part / whole` is worked out as int: what stands behind the point is gone before it becomes a double.'],
      java('int part, int whole', 'double', '(double) part / whole'),
    ),
    edited(
      'the smallest number stays negative',
      'src/main/java/Sizes.java',
      '',
      java('Object key', 'int', 'Math.abs(key.hashCode()) % 16'),
      ['3 `Math.abs(key.hashCode())` is negative for the smallest number, which has no positive counterpart: use `Math.floorMod`.'],
    ),
  ],
  *look(code) {
    yield* arithmeticMistakes(code);
  },
});
