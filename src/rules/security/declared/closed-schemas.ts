import { member, nodesOf, scalarOf, type DocumentNode } from '../../../code/document-node.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

/** Schemas of JSON that refuse what they do not name. */
export const closedSchemas: DeclaredKind = {
  mayDeclare: ({ path, text }) =>
    path.endsWith('.json') && text.slice(0, 3000).includes('json-schema.org/') && text.includes('"additionalProperties"'),
  find: ({ document }) => (document?.roots ?? []).flatMap((root) => [...nodesOf(root)].flatMap(closed)),
  isStillThere: ({ key }, { text }) => text.includes(`"${key}"`),
};

function closed(node: DocumentNode): readonly DeclaredSafeguard[] {
  const [refusal, described] = [member(node, 'additionalProperties'), member(node, 'properties')];
  const value = scalarOf(refusal);
  const [key] = described?.kind === 'object' ? described.members.keys() : [];
  if (!refusal || key === undefined || typeof value !== 'boolean') return [];
  const what = 'the refusal of properties that the schema does not name';
  return [{ family: what, key, what, level: value ? 0 : 1, category: 'input-validation', severity: 'note', ...told(refusal) }];
}
