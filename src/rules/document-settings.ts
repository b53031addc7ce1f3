import type { SourceFile } from '../code/code-change.ts';
import { isCollection, type DocumentNode, type ScalarNode } from '../code/document-node.ts';

/** A setting by its whole name, e.g. `server.ssl.enabled`; an item of a list has its number in it. */
export type Settings = ReadonlyMap<string, ScalarNode>;

const most = 20_000;

/** Every setting of a document, the same whether it is written as a tree or as dotted names. Later documents of a file add what is not said before. */
export function settingsOf(file: SourceFile | undefined): Settings {
  const settings = new Map<string, ScalarNode>();
  const visit = (node: DocumentNode, name: string, depth: number): void => {
    if (settings.size >= most || depth > 40) return;
    if (node.kind === 'scalar') {
      if (!settings.has(name)) settings.set(name, node);
      return;
    }
    const children =
      node.kind === 'object' ? [...node.members] : node.items.map((item, index): [string, DocumentNode] => [String(index), item]);
    for (const [key, child] of children) visit(child, name === '' ? key : `${name}.${key}`, depth + 1);
  };
  for (const root of file?.document?.roots ?? []) if (isCollection(root)) visit(root, '', 0);
  return settings;
}

/** As Spring compares names: `showDetails`, `show-details` and `SHOW_DETAILS` are one. */
export function relaxedName(name: string): string {
  return name.replace(/[-_]/g, '').toLowerCase();
}
