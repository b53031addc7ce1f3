import type { TextRange } from '../../base/text-range.ts';
import type { SyntaxNode } from '../../syntax/tree.ts';

const trivia = new Set(['comment', 'html_comment', 'hash_bang_line']);

/**
 * A syntax node whose type and offsets are read at most once: each look at a node crosses into wasm.
 * Its parts are its named children without comments.
 */
export class Part {
  readonly type: string;
  readonly start: number;
  readonly #node: SyntaxNode;
  #end: number | undefined;
  #parts: readonly Part[] | undefined;

  constructor(node: SyntaxNode, type = node.type) {
    this.#node = node;
    this.type = type;
    this.start = node.startIndex;
  }

  get end(): number {
    return (this.#end ??= this.#node.endIndex);
  }

  get parts(): readonly Part[] {
    return (this.#parts ??= partsOf(this.#node));
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

function partsOf(node: SyntaxNode): Part[] {
  const parts: Part[] = [];
  for (const child of node.namedChildren) {
    const { type } = child;
    if (!trivia.has(type)) parts.push(new Part(child, type));
  }
  return parts;
}
