import { apiRule } from './api/api-rule.ts';
import { changedNullabilityExamples } from './changed-nullability-examples.ts';

export const changedNullability = apiRule({
  id: 'compatibility/changed-nullability',
  title: 'What may be null is another',
  reason:
    'Kotlin’s compiler, checkers and readers go by these annotations: a parameter that no longer takes null fails callers that pass it, and a result that may be null now fails callers that do not look.',
  remedy: 'Take null on, deprecated, and hand out an empty value or an `Optional` from a new method.',
  languages: ['java'],
  sources: [
    {
      title: 'Java Language Specification, chapter 13: Binary Compatibility',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html',
    },
  ],
  limits:
    'Only annotations at the declaration are seen, not defaults of a package such as `@NullMarked`. Where nothing was said before and the code is the same, confidence is low: it could be null all along.',
  examples: changedNullabilityExamples,
});
