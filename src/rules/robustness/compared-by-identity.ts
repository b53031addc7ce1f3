import { patternRule } from '../pattern/pattern-rule.ts';
import { edited } from '../safeguards/example.ts';
import { wrongComparisons } from './comparing/wrong-comparisons.ts';

const java = (parameters: string, line: string): string => `class Order {\n  boolean fits(${parameters}) {\n    ${line}\n  }\n}\n`;

export const comparedByIdentity = patternRule({
  id: 'robustness/compared-by-identity',
  title: 'Objects are compared as the same object, not as equal ones',
  reason:
    'Two texts or two boxed numbers that are equal need not be the same object: small numbers and literals happen to be, so that it works in every test and fails with the first number above 127 or the first text from outside. Arrays answer by identity to `equals`, `hashCode` and `toString`, too.',
  remedy: 'Compare with `equals`, `Objects.equals`, `Arrays.equals`, `BigDecimal.compareTo` or `Double.isNaN`.',
  severity: 'warning',
  confidence: 'high',
  category: 'comparison',
  languages: ['java'],
  cwe: [595, 597],
  sources: [
    {
      title: 'SEI CERT EXP03-J: Do not use the equality operators when comparing values of boxed primitives',
      url: 'https://wiki.sei.cmu.edu/confluence/display/java/EXP03-J.+Do+not+use+the+equality+operators+when+comparing+values+of+boxed+primitives',
    },
  ],
  limits:
    'Only where the types of both sides are declared in the file, or a side is a literal. Where the same condition compares with `equals` as well, the comparison by identity is taken for a shortcut and left alone.',
  examples: [
    edited(
      'two boxed numbers',
      'src/main/java/Order.java',
      '',
      java('Long a, Long b', 'return a == b;'),
      ['3 `a == b` asks whether both are the same Long object, which equal ones above 127 are not.'],
      java('Long a, Long b', 'return java.util.Objects.equals(a, b);'),
    ),
    edited('they are compared as equal', 'src/main/java/Order.java', '', java('Long a, Long b', 'return a.equals(b);')),
    edited(
      'two arrays',
      'src/main/java/Order.java',
      '',
      java('byte[] a, byte[] b', 'return a.equals(b);'),
      ['3 `equals` of the array `a` asks whether both are the same array, not whether the same is in them.'],
      java('byte[] a, byte[] b', 'return java.util.Arrays.equals(a, b);'),
    ),
    edited('what is in them', 'src/main/java/Order.java', '', java('byte[] a, byte[] b', 'return Arrays.equals(a, b);')),
  ],
  *look(code) {
    yield* wrongComparisons(code);
  },
});
