import { RE2JS } from 're2js';
import type { CompilePattern } from './query-predicates.ts';

/** Linear still means that many steps at each character: `a{0,1000}` is a thousand. */
const mostSteps = 500;

/** Regular expressions that take time linear in the text, whatever they say: patterns of others, on texts of others. */
export const compileLinearPattern: CompilePattern = (pattern) => {
  const compiled = RE2JS.compile(pattern);
  if (compiled.programSize() > mostSteps) throw new Error('with its counted repetitions written out it is too long');
  return (text) => compiled.matcher(text).find();
};
