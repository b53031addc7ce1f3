import type { ContractChange } from '../../code/contract-change.ts';
import { isTrue, itemsOf, member, textOf, type DocumentNode } from '../../code/document-node.ts';
import type { SurfaceElement } from '../../code/surface/surface-element.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import type { SurfaceSides } from '../surface/side-elements.ts';
import { documentsWith, isServedBy, operationsOf, wordOf, type DescribedOperation } from './described-operations.ts';

type Asked = SurfaceElement & { readonly within: NonNullable<SurfaceElement['within']> };

/** `GET /orders/{} query parameter size`; what says how a call is made stands elsewhere in a document. */
const parameter = / (query parameter|header|cookie) (?!(?:accept|content-type|authorization)$)(\S+)$/;

/** Parameters that code asks for anew, while the OpenAPI document that has the operation says that they may be left out, or does not say them. */
export async function undescribedParameters(sides: SurfaceSides, surroundings: ContractSurroundings): Promise<readonly ContractChange[]> {
  const asked = [...sides.head].flatMap(([key, [element]]): Asked[] => {
    const { within } = element ?? {};
    if (element?.kind !== 'route-parameter' || !within || !element.required || !parameter.test(element.identity)) return [];
    return sides.base.get(key)?.[0]?.required === true ? [] : [{ ...element, within }];
  });
  const words = [...new Set(asked.flatMap(({ within }) => wordOf(within.identity) ?? []))];
  if (words.length === 0) return [];
  const operations = (await documentsWith(words, surroundings)).flatMap((root) =>
    operationsOf(root).map((operation) => ({ operation, root })),
  );
  return asked.flatMap((element) => {
    const found = operations.filter(({ operation }) => isServedBy(operation, element.within.identity));
    const [first] = found;
    return first && found.every(({ operation, root }) => isOptional(element, operation, root))
      ? [disagreement(element, first.operation)]
      : [];
  });
}

/** Not where a parameter of the operation cannot be looked up: it may be the one. */
function isOptional({ identity }: Asked, { node, item }: DescribedOperation, root: DocumentNode): boolean {
  const [, place = '', name = ''] = parameter.exec(identity) ?? [];
  const all = [...itemsOf(member(node, 'parameters')), ...itemsOf(member(item, 'parameters'))].map((each) => resolved(each, root));
  if (all.includes(undefined)) return false;
  return !all.some(
    (each) =>
      textOf(member(each, 'name'))?.toLowerCase() === name &&
      place.startsWith(textOf(member(each, 'in')) ?? '-') &&
      isTrue(member(each, 'required')),
  );
}

function resolved(node: DocumentNode, root: DocumentNode): DocumentNode | undefined {
  const reference = textOf(member(node, '$ref'));
  if (reference === undefined) return node;
  return reference.startsWith('#/') ? member(root, ...reference.slice(2).split('/')) : undefined;
}

function disagreement({ name, within, file, range }: Asked, { node }: DescribedOperation): ContractChange {
  return {
    contract: 'agreement',
    change: 'required-parameter-not-described',
    impact: 'risky',
    message: `\`${within.name}\` must be called with ${name} now, but \`${node.file.path}\` does not say so: callers who hold to the document are refused.`,
    element: `${within.name} ${name}`,
    file,
    range,
    before: { file: node.file, range: node.key ?? node.range },
    deprecatedBefore: false,
  };
}
