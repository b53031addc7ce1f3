import type { DocumentNode, ScalarNode } from '../../../code/document-node.ts';

/** What `uses` names: an action, a reusable workflow, or an image. */
export interface ActionUse {
  readonly node: ScalarNode;
  /** As written, without white space around it. */
  readonly text: string;
  readonly kind: 'action' | 'local' | 'image';
  /** In lower case, e.g. `actions/checkout`; of an image its name without tag. */
  readonly name: string;
  /** The part before the first slash, in lower case. */
  readonly owner: string;
  /** Tag, branch or commit; of an image its tag or digest. */
  readonly ref?: string | undefined;
  /** What the comment behind it says it is, e.g. `v4.2.2`. */
  readonly version?: string | undefined;
}

export function actionUse(node: DocumentNode | undefined): ActionUse | undefined {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return undefined;
  const text = node.value.trim();
  const image = /^docker:\/\/(.+)$/.exec(text)?.[1];
  const kind = image !== undefined ? 'image' : /^(?:\.{1,2}|\$)\//.test(text) ? 'local' : 'action';
  const [name = '', ref] = image === undefined ? text.split('@', 2) : imageParts(image);
  const folded = name.toLowerCase();
  return { node, text, kind, name: folded, owner: folded.split('/', 1)[0] ?? '', ref, version: versionBehind(node) };
}

function imageParts(image: string): [string, string | undefined] {
  const [name = '', digest] = image.split('@', 2);
  const tag = /:([^/:]+)$/.exec(name)?.[1];
  return [tag === undefined ? name : name.slice(0, -tag.length - 1), digest ?? tag];
}

export function isCommit(ref: string | undefined): boolean {
  return ref !== undefined && /^[\da-f]{40}(?:[\da-f]{24})?$/i.test(ref);
}

/** Owner and repository, without the folder inside it. */
export function repositoryOf({ name }: ActionUse): string {
  return name.split('/').slice(0, 2).join('/');
}

function versionBehind({ file, range }: ScalarNode): string | undefined {
  return /^[^\n]{0,20}#\s*(?:tag=)?(v?\d[\w.+-]{0,60})/.exec(file.text.slice(range.end, range.end + 100))?.[1];
}

/** The number of the major version that a use says it is; undefined where it does not say. */
export function majorVersion({ ref, version }: ActionUse): number | undefined {
  const major = /^v?(\d+)(?:\.|$|-)/.exec((isCommit(ref) ? version : ref) ?? '')?.[1];
  return major === undefined ? undefined : Number(major);
}
