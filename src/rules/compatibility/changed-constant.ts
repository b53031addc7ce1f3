import { apiRule } from './api/api-rule.ts';
import { changedConstantExamples } from './changed-constant-examples.ts';

export const changedConstant = apiRule({
  id: 'compatibility/changed-constant',
  title: 'A constant has another value',
  reason:
    'Compilers copy the value of a constant into the code that uses it, and values are stored and sent: what was compiled, stored or sent with the old value goes on with it.',
  remedy:
    'Keep the value and add a new constant, or hand the value out by a function; where it has to change, say so in the release notes.',
  languages: ['java', 'typescript'],
  sources: [
    {
      title: 'Java Language Specification, chapter 13: Binary Compatibility',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html',
    },
  ],
  limits:
    'Only values that are made of literals are compared; in TypeScript only texts, since numbers are limits more often than names. Constants whose name says that they are a version are left alone.',
  examples: changedConstantExamples,
});
