import { itemsOf, member, textOf, type DocumentNode } from '../../code/document-node.ts';

/** A dependency as a project of Maven writes it. */
export interface PomDependency {
  /** `com.acme:money`. */
  readonly name: string;
  readonly group: string;
  readonly type: string | undefined;
  readonly scope: string | undefined;
  readonly isOptional: boolean;
  /** The whole element. */
  readonly node: DocumentNode;
  /** As written, e.g. `${money.version}`. */
  readonly written: string | undefined;
  /** What that is, where this project says it, and where. */
  readonly version?: { readonly value: string; readonly node: DocumentNode };
}

/** The dependencies in a list of a project. */
export function pomDependencies(root: DocumentNode | undefined, ...list: readonly string[]): readonly PomDependency[] {
  return severalOf(member(root, ...list, 'dependency')).flatMap((each): PomDependency[] => {
    const [group, artifact, type, scope, optional] = ['groupId', 'artifactId', 'type', 'scope', 'optional'].map((name) =>
      textOf(member(each, name)),
    );
    if (!group || !artifact) return [];
    const written = member(each, 'version');
    const property = /^\$\{([^{}]{1,200})\}$/.exec(textOf(written) ?? '')?.[1];
    const node = property === undefined ? written : member(root, 'properties', property);
    const value = textOf(node);
    return [
      {
        name: `${group}:${artifact}`,
        group,
        type,
        scope,
        isOptional: optional === 'true',
        node: each,
        written: textOf(written),
        ...(node && value !== undefined && { version: { value, node } }),
      },
    ];
  });
}

/** Whether consumers get it too. */
export function isHandedOn({ scope, isOptional }: PomDependency): boolean {
  return (scope ?? 'compile') === 'compile' && !isOptional;
}

/** One element is no list. */
export function severalOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node?.kind === 'array' ? itemsOf(node) : node ? [node] : [];
}
