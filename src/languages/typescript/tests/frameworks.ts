import type { ImportFact } from '../../../code/facts.ts';

const bySource: Readonly<Record<string, string>> = {
  vitest: 'vitest',
  '@jest/globals': 'jest',
  'bun:test': 'bun:test',
  mocha: 'mocha',
  'node:test': 'node:test',
  test: 'node:test',
  ava: 'ava',
  tap: 'tap',
  tape: 'tape',
  uvu: 'uvu',
  jasmine: 'jasmine',
  '@playwright/test': 'playwright',
  cypress: 'cypress',
};

/** What only one framework writes, for tests that take their words from globals. */
const byText: readonly (readonly [RegExp, string])[] = [
  [/\bjest\.(?:fn|mock|spyOn|useFakeTimers)\b/, 'jest'],
  [/\bvi\.(?:fn|mock|spyOn|useFakeTimers)\b/, 'vitest'],
  [/\bcy\.(?:visit|get|contains|intercept|request)\(/, 'cypress'],
  [/\bjasmine\.(?:createSpy|createSpyObj|any)\b/, 'jasmine'],
  [/\bfrom\s{1,4}['"](?:chai|sinon)['"]|\brequire\(['"](?:chai|sinon)['"]\)|\bthis\.timeout\(/, 'mocha'],
];

/** The test framework of a file; `unknown` where only the shape of its tests tells. */
export function frameworkOf(imports: readonly ImportFact[], text: string): string {
  for (const { source } of imports) if (Object.hasOwn(bySource, source)) return bySource[source] ?? 'unknown';
  return byText.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

/** Local names of what a test framework gives, with its own names; the whole framework is `*`. */
export function frameworkNames(imports: readonly ImportFact[]): ReadonlyMap<string, string> {
  const ours = imports.filter(({ source }) => Object.hasOwn(bySource, source));
  return new Map(ours.map(({ local, name }) => [local, name === 'default' ? '*' : name]));
}
