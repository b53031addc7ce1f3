import * as z from 'zod/mini';
import type { TextRange } from '../../base/text-range.ts';
import { constantOf } from '../../code/flow/constant.ts';
import type { Scope } from '../../code/flow/scope.ts';
import { visitsOf } from '../../code/walk.ts';
import { codeIn, reference } from '../code-in-file.ts';
import { isProductive } from '../pattern/test-names.ts';
import { defineFileRule } from '../rule.ts';
import { explosiveGroup, longestPattern } from './slow-pattern/slow-pattern.ts';

export const slowRegex = defineFileRule({
  id: 'security/slow-regex',
  title: 'A regular expression can take exponentially long',
  reason:
    'A repetition whose parts can take the same text in several ways is tried in all of them before a text is refused: thirty characters can take minutes. One request with such a text holds up the program.',
  remedy:
    'Write the repetition so that there is one way only to take each text: no repetition right within another one, no branches that begin alike.',
  severity: 'warning',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  cwe: [1333],
  sources: [
    {
      title: 'OWASP Regular expression Denial of Service',
      url: 'https://owasp.org/www-community/attacks/Regular_expression_Denial_of_Service_-_ReDoS',
    },
  ],
  limits:
    'Repetitions within repetitions, and branches of one character that overlap, where something that follows may refuse the text. What takes time in proportion to a power of the length is not looked for, nor whether the text comes from outside.',
  examples: [
    {
      name: 'words are repeated within a repetition',
      base: {},
      head: { 'src/names.ts': 'export const isName = (text: string) => /^(\\w+\\s?)*$/.test(text);\n' },
      finds: [
        'src/names.ts:1 The repetition `(\\w+\\s?)*` can take the same text in many ways: a text that does not match takes exponentially long.',
      ],
    },
    {
      name: 'there is one way to take each text',
      base: {},
      head: { 'src/names.ts': 'export const isName = (text: string) => /^\\w+(\\s\\w+)*$/.test(text);\n' },
      finds: [],
    },
    {
      name: 'branches overlap',
      base: {},
      head: { 'src/names.js': 'export const isName = (text) => /^(\\d|\\w)+$/.test(text);\n' },
      finds: [
        'src/names.js:1 The repetition `(\\d|\\w)+` can take the same text in many ways: a text that does not match takes exponentially long.',
      ],
    },
    {
      name: 'branches do not overlap',
      base: {},
      head: { 'src/names.js': 'export const isName = (text) => /^(\\d|[a-z])+$/.test(text);\n' },
      finds: [],
    },
    {
      name: 'a pattern is compiled',
      base: {},
      head: { 'src/main/java/Names.java': 'class Names {\n  static final Pattern NAME = Pattern.compile("^([a-z]+)+$");\n}\n' },
      finds: [
        'src/main/java/Names.java:2 The repetition `([a-z]+)+` can take the same text in many ways: a text that does not match takes exponentially long.',
      ],
    },
    {
      name: 'the repetition gives nothing back',
      base: {},
      head: { 'src/main/java/Names.java': 'class Names {\n  static final Pattern NAME = Pattern.compile("^([a-z]++)+$");\n}\n' },
      finds: [],
    },
  ],
  options: z.object({}),
  *check(file) {
    if (!isProductive(file)) return;
    for (const { symbol, code } of codeIn(file)) {
      for (const { pattern, range } of patternsIn({ file, symbol, code })) {
        if (pattern.length > longestPattern)
          yield { unchecked: `a regular expression of more than ${longestPattern} characters was not looked at` };
        const group = explosiveGroup(pattern, file.facts?.language !== 'java');
        if (group === undefined) continue;
        yield {
          message: `The repetition \`${group}\` can take the same text in many ways: a text that does not match takes exponentially long.`,
          place: { file, range },
          subject: `${symbol.qualifiedName} ${pattern}`,
          content: pattern,
          symbol: reference(symbol),
          properties: { category: 'redos' },
        };
      }
    }
  },
});

interface Pattern {
  readonly pattern: string;
  readonly range: TextRange;
}

/** Regular expressions as literals, and texts that are compiled to one. */
function* patternsIn(scope: Scope): Generator<Pattern> {
  const isJava = scope.file.facts?.language === 'java';
  for (const { node } of visitsOf(scope.code, 'regex', 'call', 'new')) {
    if (node.kind === 'regex') {
      yield { pattern: node.pattern, range: node.range };
      continue;
    }
    const [first] = node.arguments;
    const compiles = node.kind === 'new' ? node.type === 'RegExp' : isJava && compiling.test(node.name);
    const pattern = first && compiles ? constantOf(first, scope) : undefined;
    // `matches` asks for the whole text.
    if (typeof pattern === 'string')
      yield { pattern: node.kind === 'call' && node.name === 'matches' ? `${pattern}$` : pattern, range: node.range };
  }
}

const compiling = /^(compile|matches|replaceAll|replaceFirst|split)$/;
