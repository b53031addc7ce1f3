import type { SourceFile } from '../../../code/code-change.ts';
import { itemsOf, member, membersOf, scalarOf, textOf, textsOf, type DocumentNode } from '../../../code/document-node.ts';

/** A `resource` or `data` block of Terraform. */
export interface CloudResource {
  readonly type: string;
  /** As in messages and subjects: `aws_s3_bucket.logs`. */
  readonly name: string;
  readonly node: DocumentNode;
}

const known = new WeakMap<SourceFile, readonly CloudResource[]>();

export function resourcesIn(file: SourceFile): readonly CloudResource[] {
  const before = known.get(file);
  if (before) return before;
  const root = file.path.endsWith('.tf') ? file.document?.roots[0] : undefined;
  const blocks = ['resource', 'data'].flatMap((kind) => itemsOf(member(root, kind)));
  const read = blocks.map((node) => {
    const [type = '', name = ''] = textsOf(member(node, '@labels'));
    return { type, name: `${type}.${name}`, node };
  });
  known.set(file, read);
  return read;
}

/** The blocks of a kind inside another: `ingress { … }`. */
export function blocksIn(node: DocumentNode | undefined, name: string): readonly DocumentNode[] {
  return itemsOf(member(node, name)).filter(({ kind }) => kind === 'object');
}

/** The first setting of these names that has one of these values. */
export function settingIs(node: DocumentNode | undefined, names: readonly string[], values: readonly unknown[]): DocumentNode | undefined {
  return names.map((name) => member(node, name)).find((each) => each !== undefined && values.includes(scalarOf(each)));
}

const everyone = new Set(['0.0.0.0/0', '::/0', '*', 'Internet', 'Any', 'any']);

/** The item that means everyone, in one of these lists or texts. */
export function everyoneIn(node: DocumentNode | undefined, names: readonly string[]): DocumentNode | undefined {
  return names
    .flatMap((name) => {
      const found = member(node, name);
      return found?.kind === 'array' ? found.items : found ? [found] : [];
    })
    .find((each) => everyone.has(textOf(each) ?? ''));
}

const policyNames = [
  'policy',
  'assume_role_policy',
  'inline_policy',
  'access_policies',
  'access_policy',
  'repository_policy',
  'resource_policy',
];

/** Statements of a policy, however it is written: as JSON, as `jsonencode`, or as blocks. */
export function statementsOf({ node }: CloudResource): readonly DocumentNode[] {
  const policies = policyNames.flatMap((name) => {
    const blocks = blocksIn(node, name).flatMap((block) => member(block, 'policy') ?? []);
    return blocks.length > 0 ? blocks : (member(node, name) ?? []);
  });
  const encoded = policies.flatMap((policy) =>
    membersOf(policy).flatMap(([key, value]) =>
      key.toLowerCase() === 'statement' ? (value.kind === 'array' ? value.items : [value]) : [],
    ),
  );
  return [...encoded, ...blocksIn(node, 'statement')];
}

/** A member by its name in any case: `Action`, `actions`. */
export function either(node: DocumentNode, ...names: readonly string[]): DocumentNode | undefined {
  return names.map((name) => member(node, name)).find((each) => each !== undefined);
}
