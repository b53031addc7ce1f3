import { apiRule } from './api/api-rule.ts';
import { changedAnnotationTypeExamples } from './changed-annotation-type-examples.ts';

export const changedAnnotationType = apiRule({
  id: 'compatibility/changed-annotation-type',
  title: 'An annotation no longer fits where it stands',
  reason:
    'Code outside wears the annotation: where it may no longer stand, be repeated, or leave an element out, that code no longer compiles; where it is no longer kept, what looks for it finds nothing.',
  remedy: 'Give new elements a default, and widen where an annotation may stand but never narrow it.',
  languages: ['java'],
  sources: [
    {
      title: 'Java Language Specification, chapter 13: Binary Compatibility',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html',
    },
  ],
  limits: 'What a framework makes of an annotation is not known.',
  examples: changedAnnotationTypeExamples,
});
