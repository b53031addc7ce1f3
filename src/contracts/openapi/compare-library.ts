import { member } from '../../code/document-node.ts';
import { escaped, type SchemaPlace } from '../schema/schema-place.ts';
import type { ApiComparison } from './comparison.ts';
import type { Api } from './openapi-model.ts';

/** Whether a document has only schemas, for other documents to refer to. */
export function isLibrary({ paths, webhooks, schemas }: Api): boolean {
  return paths.size === 0 && webhooks.size === 0 && schemas.size > 0;
}

/** Compares schemas by name. Who uses them is not said, so what breaks those who write or those who read is a break. */
export function compareLibraries({ old, now, schemas, changes }: ApiComparison): void {
  for (const [name, was] of old.schemas) {
    const is = now.schemas.get(name);
    const pointer = pointerOf(now, name);
    if (!is)
      changes.add({
        change: 'api-schema-removed',
        impact: 'breaking',
        says: `the schema \`${name}\` is gone`,
        consequence: 'documents that refer to it have nothing in its place',
        element: pointer,
        old: was,
      });
    else
      for (const flow of ['in', 'out'] as const)
        schemas.compare([was], [is], { ...place, flow, pointer, subject: `the schema \`${name}\`` });
  }
  for (const [name, is] of now.schemas) {
    if (!old.schemas.has(name))
      changes.add({
        change: 'api-schema-added',
        impact: 'compatible',
        says: `the schema \`${name}\` is new`,
        element: pointerOf(now, name),
        now: is,
      });
  }
}

function pointerOf({ root }: Api, name: string): string {
  return `${member(root, 'components') ? '/components/schemas' : '/definitions'}/${escaped(name)}`;
}

/** The same prefix for both, so that what breaks both is told once. */
const place: Omit<SchemaPlace, 'flow' | 'pointer' | 'subject'> = {
  prefix: 'schema',
  within: '',
  asText: false,
  repeats: false,
  unstable: false,
  deprecated: false,
};
