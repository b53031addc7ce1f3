import { apiRule } from './api/api-rule.ts';
import { changedTypeHierarchyExamples } from './changed-type-hierarchy-examples.ts';

export const changedTypeHierarchy = apiRule({
  id: 'compatibility/changed-type-hierarchy',
  title: 'A type that consumers use is another kind of thing',
  reason:
    'Code outside extends types, creates them and hands them on as what they are a kind of. Where a type becomes final, abstract or another kind of type, or is no longer what it was a kind of, that code no longer compiles, and what was compiled before fails when it is loaded.',
  remedy:
    'Keep the type as it was and put the new shape beside it. Where it has to change, deprecate first, announce it, and raise the major version.',
  languages: ['java', 'typescript'],
  sources: [
    {
      title: 'Java Language Specification, chapter 13: Binary Compatibility',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html',
    },
  ],
  limits:
    'Supertypes that neither the change nor the table of the JDK’s common types names are not followed: what they inherit is taken to stay. One more type that a sealed type permits and one more constant of an enum break no caller by themselves, only a `switch` that names them all; fields that hide one of a superclass are left out, and so is the order of the constants of an enum, which only numbers taken from it show.',
  examples: changedTypeHierarchyExamples,
});
