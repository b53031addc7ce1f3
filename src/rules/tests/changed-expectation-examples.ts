import type { Example } from '../rule.ts';

const javaPolicy = (allowed: string): string =>
  `package acme;\n\npublic class Policy {\n  public boolean isAllowed(String role) {\n    return ${allowed};\n  }\n}\n`;
const javaTest = (assertion: string): string =>
  `package acme;\n\nimport org.junit.jupiter.api.Test;\n\nclass PolicyTest {\n  @Test\n  void guestsMayNotPass() {\n    Policy policy = new Policy();\n    ${assertion}\n  }\n}\n`;
const script = (limit: number): string =>
  `export function withdraw(amount) {\n  if (amount > ${limit}) throw new RangeError('too much');\n  return amount;\n}\n`;
const scriptTest = (assertion: string): string =>
  `import { withdraw } from '../src/bank';\n\nit('keeps to the limit', () => {\n  ${assertion}\n});\n`;

const java = (before: string, now: string, head = 'role != null'): Pick<Example, 'base' | 'head'> => ({
  base: { 'src/main/java/acme/Policy.java': javaPolicy('role.equals("admin")'), 'src/test/java/acme/PolicyTest.java': javaTest(before) },
  head: { 'src/main/java/acme/Policy.java': javaPolicy(head), 'src/test/java/acme/PolicyTest.java': javaTest(now) },
});
const scripts = (suffix: string, before: string, now: string, limit = 1000): Pick<Example, 'base' | 'head'> => ({
  base: { [`src/bank.${suffix}`]: script(100), [`test/bank.test.${suffix}`]: scriptTest(before) },
  head: { [`src/bank.${suffix}`]: script(limit), [`test/bank.test.${suffix}`]: scriptTest(now) },
});

/** Printed on the rule's page. */
export const changedExpectationExamples: readonly Example[] = [
  {
    name: 'who was refused is allowed, and so says the test',
    ...java('assertFalse(policy.isAllowed("guest"));', 'assertTrue(policy.isAllowed("guest"));'),
    finds: [
      'src/test/java/acme/PolicyTest.java:9 The test “guestsMayNotPass” expected a refusal and now expects to be let through: `assertFalse(policy.isAllowed("guest"))` became `assertTrue(policy.isAllowed("guest"))`, in the same change as `Policy.isAllowed`.',
    ],
  },
  {
    name: 'the test alone changes',
    ...java('assertFalse(policy.isAllowed("guest"));', 'assertTrue(policy.isAllowed("guest"));', 'role.equals("admin")'),
    finds: [],
  },
  {
    name: 'an error is no longer expected',
    ...scripts('ts', 'expect(() => withdraw(500)).toThrow(RangeError);', 'expect(withdraw(500)).toBe(500);'),
    finds: [
      'test/bank.test.ts:4 The test “keeps to the limit” expected a refusal and now expects to be let through: `expect(() => withdraw(500)).toThrow(RangeError)` became `expect(withdraw(500)).toBe(500)`, in the same change as `withdraw`.',
    ],
  },
  {
    name: 'the input is another one',
    ...scripts('ts', 'expect(() => withdraw(500)).toThrow(RangeError);', 'expect(() => withdraw(5000)).toThrow(RangeError);'),
    finds: [],
  },
  {
    name: 'another value is expected, which is told with low confidence',
    ...scripts('js', 'expect(withdraw(50)).toBe(50);', 'expect(withdraw(50)).toBe(49);'),
    finds: [
      'test/bank.test.js:4 The test “keeps to the limit” expects something else than before: `expect(withdraw(50)).toBe(50)` became `expect(withdraw(50)).toBe(49)`, in the same change as `withdraw`.',
    ],
  },
  {
    name: 'the same is written in another way',
    ...scripts('js', 'expect(withdraw(50)).toBe(50);', 'expect(\n    withdraw(50),\n  ).toEqual(50);'),
    finds: [],
  },
];
