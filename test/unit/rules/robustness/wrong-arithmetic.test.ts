import { wrongArithmetic } from '../../../../src/rules/robustness/wrong-arithmetic.ts';
import { fileCases } from '../rule-cases.ts';

const code = (...lines: readonly string[]): string =>
  `class A {\n  Object run(int a, int b, long c, byte d, Object key, Random random) throws Exception {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

describe('robustness/wrong-arithmetic', () => {
  fileCases(wrongArithmetic, 'src/main/java/A.java', [
    [
      'finds a product that wraps around',
      '',
      code('long size = a * b;', 'return size;'),
      ['3 `a * b` is worked out as int and wraps around before it becomes a long.'],
    ],
    [
      'finds a product with a large number',
      '',
      code('long micros = a * 1_000_000;', 'return micros;'),
      ['3 `a * 1_000_000` is worked out as int and wraps around before it becomes a long.'],
    ],
    [
      'finds a fraction that is cut off',
      '',
      code('double share = a / b;', 'return share;'),
      ['3 `a / b` is worked out as int: what stands behind the point is gone before it becomes a double.'],
    ],
    [
      'finds the magnitude of a hash',
      '',
      code('return Math.abs(Objects.hash(key)) % 16;'),
      ['3 `Math.abs(Objects.hash(key))` is negative for the smallest number, which has no positive counterpart: use `Math.floorMod`.'],
    ],
    [
      'finds the magnitude of a random number',
      '',
      code('return Math.abs(random.nextInt()) % 16;'),
      ['3 `Math.abs(random.nextInt())` is negative for the smallest number, which has no positive counterpart: use `Math.floorMod`.'],
    ],
    [
      'finds a byte that is never so large',
      '',
      code('return d == 0xFF;'),
      ['3 `d == 0xFF` is never true: a byte is at most 127; compare `d & 0xFF`.'],
    ],
    ['leaves a product of a long alone', '', code('long size = a * c;', 'return size;'), []],
    ['leaves a small product alone', '', code('long seconds = a * 60;', 'return seconds;'), []],
    ['leaves a whole quotient alone', '', code('int share = a / b;', 'return share;'), []],
    ['leaves a random number below a limit alone', '', code('return Math.abs(random.nextInt(16));'), []],
    ['leaves a masked byte alone', '', code('return (d & 0xFF) == 0xFF;'), []],
  ]);
});

describe('robustness/wrong-arithmetic of bytes as texts', () => {
  fileCases(wrongArithmetic, 'src/main/java/A.java', [
    [
      'finds a zero that is left out',
      '',
      code('StringBuilder text = new StringBuilder();', 'text.append(Integer.toHexString(d & 0xFF));', 'return text;'),
      ['4 `Integer.toHexString(d & 0xFF)` leaves out the zero in front of a small byte: different bytes come to the same text.'],
    ],
    [
      'leaves a zero that is put in front alone',
      '',
      code(
        'StringBuilder text = new StringBuilder();',
        'if ((d & 0xFF) < 16) text.append("0");',
        'text.append(Integer.toHexString(d & 0xFF));',
        'return text;',
      ),
      [],
    ],
    ['leaves a number alone', '', code('return "#" + Integer.toHexString(a);'), []],
  ]);
});

describe('robustness/wrong-arithmetic of long products', () => {
  const java = (value: string): string => `class Times {\n  long of(int days, long hours) {\n    return ${value};\n  }\n}\n`;
  fileCases(wrongArithmetic, 'src/main/java/Times.java', [
    [
      'finds a product of several',
      '',
      java('days * 24 * 60 * 60 * 1000'),
      ['3 `days * 24 * 60 * 60 * 1000` is worked out as int and wraps around before it becomes a long.'],
    ],
    ['is silent on a small one', '', java('days * 24 * 60'), []],
    ['is silent where one is a long', '', java('hours * 60 * 60 * 1000'), []],
    ['is silent where the last is a long', '', java('days * 24 * 60 * 60 * 1000L'), []],
  ]);
});
