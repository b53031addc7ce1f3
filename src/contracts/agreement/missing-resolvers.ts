import { remembered } from '../../base/remembered.ts';
import type { ChangedFile, SourceFile } from '../../code/code-change.ts';
import type { ContractChange } from '../../code/contract-change.ts';
import { annotationOf, argumentTexts } from '../../code/surface/annotation-values.ts';
import type { ContractSurroundings } from '../contract-kind.ts';
import { unchangedFile } from '../document/documents.ts';
import { filesHolding } from './files-holding.ts';
import { scriptResolvers } from './script-resolvers.ts';
import type { SchemaField } from './schema-fields.ts';

/** What answers one field of a schema, as annotations, or maps of resolvers, say it. */
export interface Resolver {
  /** `Query.orders`. */
  readonly key: string;
  readonly type: string;
  readonly field: string;
  readonly file: SourceFile;
  readonly range: { readonly start: number; readonly end: number };
}

const roots: Readonly<Record<string, string>> = {
  QueryMapping: 'Query',
  MutationMapping: 'Mutation',
  SubscriptionMapping: 'Subscription',
  DgsQuery: 'Query',
  DgsMutation: 'Mutation',
  DgsSubscription: 'Subscription',
};

/** Fields of a schema whose resolver is gone from the code, although the schema still has them. */
export async function missingResolvers(
  files: readonly ChangedFile[],
  surroundings: ContractSurroundings,
): Promise<readonly ContractChange[]> {
  const at = (side: 'base' | 'head'): readonly Resolver[] => files.flatMap((file) => (file[side] ? resolversIn(file[side]) : []));
  const kept = new Set(at('head').map(({ key }) => key));
  const gone = at('base').filter((resolver) => !kept.has(resolver.key) && !isStillNamed(resolver, files));
  if (gone.length === 0 || files.some(({ head }) => (head?.facts?.errors.length ?? 0) > 0)) return [];
  const fields = gone.map(({ field }) => field);
  const texts = await surroundings.read('head', await filesHolding(fields, ['.graphqls', '.graphql', '.gql'], surroundings));
  const { schemaFields } = await import('./schema-fields.ts');
  const declared = [...texts].flatMap(([path, text]) => schemaFields(unchangedFile('head', path, text)));
  return gone.flatMap((resolver) => {
    const left = declared.find(({ type, field }) => type === resolver.type && field === resolver.field);
    return left ? [stillInSchema(resolver, left)] : [];
  });
}

/** In scripts resolvers are put together in many ways: one whose name a changed file still has may be among them. */
function isStillNamed({ field, file }: Resolver, files: readonly ChangedFile[]): boolean {
  const word = new RegExp(`\\b${field}\\b`);
  return file.facts?.language !== 'java' && files.some(({ head }) => head?.facts !== undefined && word.test(head.text));
}

const resolversIn = remembered((file: SourceFile): readonly Resolver[] => {
  if (file.role !== 'production') return [];
  return file.facts?.language === 'java' ? javaResolvers(file) : scriptResolvers(file);
});

function javaResolvers(file: SourceFile): readonly Resolver[] {
  return (file.facts?.symbols ?? []).flatMap((symbol): Resolver[] => {
    const annotation = annotationOf(symbol.annotations, ...Object.keys(roots));
    const name = annotation?.name.slice(annotation.name.lastIndexOf('.') + 1) ?? '';
    const type = roots[name];
    if (symbol.kind !== 'method' || !annotation || type === undefined) return [];
    const field = argumentTexts(annotation, ['value', 'name', 'field'], { file, symbol })[0] ?? symbol.name;
    return [{ key: `${type}.${field}`, type, field, file, range: annotation.range }];
  });
}

function stillInSchema(resolver: Resolver, { file, range }: SchemaField): ContractChange {
  return {
    contract: 'agreement',
    change: 'resolver-removed',
    impact: 'breaking',
    message: `The schema has \`${resolver.key}\`, but the method that answered it is gone: those who ask for it get nothing or an error.`,
    element: resolver.key,
    file,
    range,
    before: { file: resolver.file, range: resolver.range },
    deprecatedBefore: false,
  };
}
