import type { ReadFurther } from '../contract-kind.ts';
import type { Side } from '../../change/change-set.ts';

/** Where a dependency's types stand in what consumers see. */
export interface ApiUse {
  /** `Node`, or the package itself where it is handed on as a whole. */
  readonly name: string;
  readonly path: string;
}

export interface SearchedTree {
  readonly side: Side;
  readonly read: ReadFurther;
}

/** Comments as blanks, so that nothing is taken from them. */
export function uncommented(text: string): string {
  return text.replaceAll(/\/\*[^]*?\*\/|(?<![:"'\w/])\/\/[^\n]*/g, ' ');
}
