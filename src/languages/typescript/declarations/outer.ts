import type { TextRange } from '../../../base/text-range.ts';
import type { AnnotationFact } from '../../../code/facts.ts';

/** What stands around a declaration: `export`, `declare`, decorators. */
export interface Outer {
  readonly range: TextRange;
  /** Where the words before the name begin. */
  readonly wordsStart: number;
  readonly annotations: readonly AnnotationFact[];
}
