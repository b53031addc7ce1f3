/** A Java class whose method `total` has these lines. */
export const cart = (...body: readonly string[]): string =>
  `public class Cart {\n  public int total(int tax) {\n${body.map((line) => `    ${line}\n`).join('')}  }\n}\n`;

/** A JUnit class of these test methods, each from its name on. */
export const cartTest = (...tests: readonly string[]): string =>
  `import static org.junit.jupiter.api.Assertions.*;\nimport org.junit.jupiter.api.Test;\n\nclass CartTest {\n${tests.map((each) => `  @Test\n  void ${each}\n`).join('\n')}}\n`;

/** A test of the result, for `cartTest`. */
export const adds = 'addsTheTax() {\n    assertEquals(3, new Cart().total(1));\n  }';

/** A test of the error, for `cartTest`. */
export const refuses = 'refusesANegativeTax() {\n    assertThrows(IllegalArgumentException.class, () -> new Cart().total(-1));\n  }';

/** A TypeScript function `total` of these lines. */
export const ts = (...body: readonly string[]): string =>
  `export function total(items: number[], tax: number): number {\n${body.map((line) => `  ${line}\n`).join('')}}\n`;

/** A Vitest file of these tests. */
export const tsTest = (...tests: readonly string[]): string =>
  `import { expect, it } from 'vitest';\nimport { total } from '../src/total';\n\n${tests.join('\n')}\n`;

/** A test of the result, for `tsTest`. */
export const sums = "it('sums up', () => {\n  expect(total([1, 2], 0)).toBe(3);\n});";
