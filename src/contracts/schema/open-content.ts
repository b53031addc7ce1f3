import { membersOf, scalarOf, type DocumentNode } from '../../code/document-node.ts';
import { keyword, keywords, type SchemaView } from './schema-view.ts';

/** What an object may hold beyond what is named: anything, nothing, or what fits schemas. */
export type Additional = 'any' | 'none' | DocumentNode;

/** What `additionalProperties` says; `unevaluatedProperties: false` closes an object too. */
export function additionalOf(view: SchemaView): Additional {
  const nodes = keywords(view, 'additionalProperties').filter((node) => !allowsAll(node));
  const closed = nodes.some((node) => scalarOf(node) === false) || scalarOf(keyword(view, 'unevaluatedProperties')) === false;
  return closed ? 'none' : (nodes[0] ?? 'any');
}

/** What a property must fit that is not named: what its name's patterns say, else what is said of all others. */
export function coverOf(view: SchemaView, name: string): 'any' | 'none' | readonly DocumentNode[] {
  const matching = keywords(view, 'patternProperties')
    .flatMap(membersOf)
    .flatMap(([pattern, schema]) => (matches(pattern, name) ? [schema] : []));
  if (matching.length > 0) return matching.every(allowsAll) ? 'any' : matching;
  const additional = additionalOf(view);
  return typeof additional === 'string' ? additional : [additional];
}

/** The schemas `true` and `{}`. */
export function allowsAll(node: DocumentNode): boolean {
  return scalarOf(node) === true || (node.kind === 'object' && node.members.size === 0);
}

/** Patterns with groups are taken not to match: what they cost is not known before they are run. */
function matches(pattern: string, name: string): boolean {
  if (pattern.length > 200 || name.length > 100 || /[()]|\\\d|[*+}?].{0,200}[*+}].{0,200}[*+}]/.test(pattern)) return false;
  try {
    return new RegExp(pattern, 'u').test(name);
  } catch {
    return false;
  }
}
