import { fileCases, type FileCase } from '../rule-cases.ts';
import type { Rule } from '../../../../src/rules/rule.ts';

/** The body of a test, and what is found in it: the line within the body, from 1, with the rest of the message behind the quoted code. */
export type BodyCase = readonly [name: string, body: readonly string[], finds: readonly string[]];

const javaHead = [
  'import static org.assertj.core.api.Assertions.*;',
  'import static org.junit.jupiter.api.Assertions.*;',
  'import static org.mockito.Mockito.*;',
  '',
  'import org.junit.jupiter.api.Test;',
  '',
  'class CartTest {',
  '  @Test',
];

/** Declares a test for each body as a JUnit test that the change adds. */
export function javaBodies(rule: Rule, cases: readonly BodyCase[], title = 'adds'): void {
  const text = (body: readonly string[]): string =>
    [...javaHead, `  void ${title}() throws Exception {`, ...body.map((line) => `    ${line}`), '  }', '}', ''].join('\n');
  fileCases(rule, 'src/test/java/CartTest.java', asFileCases(cases, text, javaHead.length + 1));
}

/** The same as a test of vitest. */
export function scriptBodies(rule: Rule, path: string, cases: readonly BodyCase[], title = 'adds'): void {
  const head = ["import { expect, it, vi } from 'vitest';", '', `it('${title}', async () => {`];
  const text = (body: readonly string[]): string => [...head, ...body.map((line) => `  ${line}`), '});', ''].join('\n');
  fileCases(rule, path, asFileCases(cases, text, head.length));
}

function asFileCases(cases: readonly BodyCase[], text: (body: readonly string[]) => string, before: number): readonly FileCase[] {
  return cases.map(([name, body, finds]) => [
    name,
    text([]),
    text(body),
    finds.map((each) => each.replace(/^\d+/, (line) => String(Number(line) + before))),
  ]);
}
