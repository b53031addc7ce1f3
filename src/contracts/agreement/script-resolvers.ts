import type { SourceFile } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { annotationOf, argumentOf, argumentTexts } from '../../code/surface/annotation-values.ts';
import type { Resolver } from './missing-resolvers.ts';

const roots = ['Query', 'Mutation', 'Subscription'];

/** What answers the fields of the root types in a script: methods of NestJS and type-graphql, and maps of resolvers (Apollo, graphql-tools, Yoga). */
export function scriptResolvers(file: SourceFile): readonly Resolver[] {
  return (file.facts?.symbols ?? []).flatMap((symbol) => annotated(symbol, file) ?? inMap(symbol, file) ?? []);
}

function annotated(symbol: SymbolFact, file: SourceFile): Resolver | undefined {
  const annotation = symbol.kind === 'method' ? annotationOf(symbol.annotations, ...roots) : undefined;
  if (!annotation) return undefined;
  const type = annotation.name.slice(annotation.name.lastIndexOf('.') + 1);
  const options = [argumentOf(annotation, '0', 'value'), argumentOf(annotation, '1')].find((each) => each?.kind === 'object');
  const said = options?.kind === 'object' ? options.properties.find(({ key }) => key === 'name')?.value : undefined;
  const [first] = argumentTexts(annotation, ['value', '0'], { file, symbol });
  return resolver(type, first ?? (said?.kind === 'string' ? said.value : symbol.name), file, annotation.range);
}

/** `const resolvers = { Query: { orders: () => … } }`. */
function inMap(symbol: SymbolFact, file: SourceFile): Resolver | undefined {
  const type = ownerOf(symbol, file);
  const map = type && ownerOf(type, file);
  if (type?.kind !== 'field' || map?.kind !== 'variable' || !roots.includes(type.name)) return undefined;
  return resolver(type.name, symbol.name, file, symbol.nameRange);
}

function ownerOf({ parent }: SymbolFact, { facts }: SourceFile): SymbolFact | undefined {
  return parent === undefined ? undefined : facts?.symbols[parent];
}

function resolver(type: string, field: string, file: SourceFile, range: Resolver['range']): Resolver | undefined {
  return /^\w+$/.test(field) ? { key: `${type}.${field}`, type, field, file, range } : undefined;
}
