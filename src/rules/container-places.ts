import type { SourceFile } from '../code/code-change.ts';
import { itemsOf, member, membersOf, textOf, type DocumentNode } from '../code/document-node.ts';

/** A container as Kubernetes or Compose describes it. */
export interface ContainerPlace {
  readonly kind: 'kubernetes' | 'compose';
  readonly name: string;
  readonly node: DocumentNode;
  /** What all containers of the pod share; of Kubernetes alone. */
  readonly pod?: DocumentNode | undefined;
  /** The object that it is a part of, e.g. `Deployment web`. */
  readonly owner: string;
}

const known = new WeakMap<SourceFile, readonly ContainerPlace[]>();

/** Every container that a file describes. */
export function containersIn(file: SourceFile): readonly ContainerPlace[] {
  const before = known.get(file);
  if (before) return before;
  const read = isCompose(file.path) ? composed(file) : mayBeManifest(file) ? podsIn(file).flatMap(ofPod) : [];
  known.set(file, read);
  return read;
}

export function isCompose(path: string): boolean {
  return /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]{1,60})?\.ya?ml$/.test(path);
}

/** Whether the text has what every object of Kubernetes has. */
export function mayBeManifest({ path, text }: SourceFile): boolean {
  return /\.ya?ml$/.test(path) && /^kind:/m.test(text) && /^apiVersion:/m.test(text);
}

/** An object of Kubernetes. */
export interface ClusterObject {
  readonly kind: string;
  /** As in messages: `Deployment web`. */
  readonly owner: string;
  readonly node: DocumentNode;
}

/** The objects that a manifest describes, those of lists one by one. */
export function objectsIn(file: SourceFile): readonly ClusterObject[] {
  if (!mayBeManifest(file)) return [];
  const roots = file.document?.roots ?? [];
  return roots
    .flatMap((root) => (textOf(member(root, 'kind')) === 'List' ? itemsOf(member(root, 'items')) : [root]))
    .flatMap((node) => {
      const kind = textOf(member(node, 'kind'));
      if (kind === undefined || !member(node, 'apiVersion')) return [];
      return [{ kind, owner: `${kind} ${textOf(member(node, 'metadata', 'name')) ?? ''}`.trim(), node }];
    });
}

/** The values of a chart of Helm: by convention its templates put them where a container has settings of the same names. */
export function chartValues(file: SourceFile): DocumentNode | undefined {
  if (!/(?:^|\/)values(?:[.-][\w.-]{1,40})?\.ya?ml$/.test(file.path)) return undefined;
  const [root] = file.document?.roots ?? [];
  return root && (member(root, 'image', 'repository') ?? member(root, 'securityContext') ?? member(root, 'podSecurityContext'))
    ? root
    : undefined;
}

interface Pod {
  readonly owner: string;
  readonly spec: DocumentNode;
}

/** The pods that the objects of a file start. */
export function podsIn(file: SourceFile): readonly Pod[] {
  return objectsIn(file).flatMap(({ owner, node }) => {
    const spec = ways.map((way) => member(node, ...way)).find((each) => member(each, 'containers'));
    return spec ? [{ owner, spec }] : [];
  });
}

const ways: readonly (readonly string[])[] = [['spec', 'template', 'spec'], ['spec', 'jobTemplate', 'spec', 'template', 'spec'], ['spec']];

function ofPod({ owner, spec }: Pod): ContainerPlace[] {
  return ['initContainers', 'containers'].flatMap((list) =>
    itemsOf(member(spec, list)).map((node) => ({
      kind: 'kubernetes' as const,
      name: textOf(member(node, 'name')) ?? '',
      node,
      pod: spec,
      owner,
    })),
  );
}

function composed(file: SourceFile): ContainerPlace[] {
  const services = membersOf(member(file.document?.roots[0], 'services'));
  return services.map(([name, node]) => ({ kind: 'compose' as const, name, node, owner: 'Compose' }));
}
