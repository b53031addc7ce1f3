import type { Node, Tree } from 'web-tree-sitter';

/** A node of a syntax tree; offsets are UTF-16. Lives only until its tree is freed. */
export type SyntaxNode = Node;

/** A parsed text. Whoever parsed it frees it with `delete()` as soon as its facts are read: it holds memory outside the garbage collector. */
export type SyntaxTree = Tree;
