/** The lines as the body of a JUnit test. */
export function javaTest(...lines: readonly string[]): string {
  return `import static org.junit.jupiter.api.Assertions.*;\n\nimport org.junit.jupiter.api.Test;\n\nclass CartTest {\n  @Test\n  void totalsUp() throws Exception {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
}

/** The lines as the body of a test of vitest, in an async function. */
export function scriptTest(...lines: readonly string[]): string {
  return `import { expect, it, vi } from 'vitest';\n\nit('totals up', async () => {\n${lines.map((line) => `  ${line}\n`).join('')}});\n`;
}
