import type { SourceFile } from '../../../code/code-change.ts';
import type { TestCase } from '../gaps/test-index.ts';

/** How the tests of a class are written. */
export interface JavaStyle {
  readonly framework: 'junit4' | 'junit5' | 'testng';
  /** The class that has the framework's assertions. */
  readonly assertions: string;
  readonly usesAssertJ: boolean;
  /** `public ` where the nearest test is so. */
  readonly visibility: string;
  /** A method's name for words. */
  nameOf(words: string): string;
}

export function javaStyle({ file, test, text }: Pick<TestCase, 'file' | 'test' | 'text'>): JavaStyle {
  const name = test.titles.at(-1) ?? '';
  return {
    framework: frameworkOf(file),
    assertions: assertionClass(file),
    usesAssertJ: importsFrom(file, 'org.assertj'),
    visibility: /\bpublic\s+void\b/.test(text) ? 'public ' : '',
    nameOf: (words) => {
      const parts = spoken(words)
        .replace(/-(?=\d)/g, 'minus ')
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
      const joined = name.includes('_') ? parts.join('_') : camelCase(parts);
      return /^test[A-Z_]/.test(name) ? `test${capitalised(joined)}` : joined;
    },
  };
}

/** A condition in words: without its operators a name would say the opposite. */
function spoken(text: string): string {
  return operators.reduce((said, [operator, words]) => said.replace(operator, ` ${words} `), text);
}

const operators: readonly (readonly [RegExp, string])[] = [
  [/!==?/g, 'is not'],
  [/={2,3}/g, 'is'],
  [/(?<!-)>=/g, 'at least'],
  [/<=/g, 'at most'],
  [/(?<!-)>/g, 'above'],
  [/</g, 'below'],
  [/&&/g, 'and'],
  [/\|\|/g, 'or'],
  [/!/g, 'not'],
];

function frameworkOf(file: SourceFile): JavaStyle['framework'] {
  if (importsFrom(file, 'org.testng')) return 'testng';
  return importsFrom(file, 'org.junit.jupiter') ? 'junit5' : 'junit4';
}

function importsFrom({ facts }: SourceFile, source: string): boolean {
  return facts?.imports.some((each) => each.source === source || each.source.startsWith(`${source}.`)) ?? false;
}

function camelCase(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : capitalised(word))).join('');
}

function capitalised(word: string): string {
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

/** Where each framework's `@Test` is. */
export const testAnnotation: Readonly<Record<JavaStyle['framework'], string>> = {
  junit4: 'org.junit',
  junit5: 'org.junit.jupiter.api',
  testng: 'org.testng.annotations',
};

const assertionClasses: Readonly<Record<JavaStyle['framework'], string>> = {
  junit4: 'org.junit.Assert',
  junit5: 'org.junit.jupiter.api.Assertions',
  testng: 'org.testng.Assert',
};

/** The class that has the assertions of the framework that a test is written with. */
export function assertionClass(file: SourceFile): string {
  return assertionClasses[frameworkOf(file)];
}
