import type { TextRange } from '../../base/text-range.ts';
import type { SyntaxNode } from '../../syntax/tree.ts';

const trivia = new Set(['comment', 'html_comment', 'hash_bang_line']);

/**
 * A syntax node whose type and offsets were read once: each look at a node crosses into wasm.
 * Its parts are its named children without comments.
 */
export class Part {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly #node: SyntaxNode;
  #parts: readonly Part[] | undefined;

  constructor(node: SyntaxNode) {
    this.#node = node;
    this.type = node.type;
    this.start = node.startIndex;
    this.end = node.endIndex;
  }

  get parts(): readonly Part[] {
    this.#parts ??= this.#node.namedChildren.map((child) => new Part(child)).filter((part) => !trivia.has(part.type));
    return this.#parts;
  }

  get first(): Part | undefined {
    return this.parts[0];
  }

  get last(): Part | undefined {
    return this.parts.at(-1);
  }

  find(...types: readonly string[]): Part | undefined {
    return this.parts.find((part) => types.includes(part.type));
  }
}

export function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}
