import { RE2JS } from 're2js';
import type { CompilePattern } from './query-predicates.ts';

/** Regular expressions that take time linear in the text, whatever they say: patterns of others, on texts of others. */
export const compileLinearPattern: CompilePattern = (pattern) => {
  const compiled = RE2JS.compile(pattern);
  return (text) => compiled.matcher(text).find();
};
