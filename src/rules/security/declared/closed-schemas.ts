import { itemsOf, member, nodesOf, scalarOf, textOf, type DocumentNode } from '../../../code/document-node.ts';
import { told, type DeclaredKind, type DeclaredSafeguard } from '../../safeguards/declared/declared-safeguard.ts';

/** Schemas of JSON that refuse what they do not name, and ask for what they name. */
export const closedSchemas: DeclaredKind = {
  mayDeclare: ({ path, text }) =>
    path.endsWith('.json') && text.slice(0, 3000).includes('json-schema.org/') && /"(?:additionalProperties|required)"/.test(text),
  find: ({ document }) =>
    (document?.roots ?? []).flatMap((root) => [...nodesOf(root)].flatMap((node) => [...closed(node), ...required(node)])),
  isStillThere: ({ key }, { text }) => text.includes(`"${key}"`),
};

/** A name in `required`, by the names beside it in `properties`. */
function required(node: DocumentNode): readonly DeclaredSafeguard[] {
  const described = member(node, 'properties');
  if (described?.kind !== 'object') return [];
  return itemsOf(member(node, 'required')).flatMap((each): readonly DeclaredSafeguard[] => {
    const name = textOf(each);
    if (name === undefined || !described.members.has(name)) return [];
    const what = `the need of \`${name}\``;
    return [{ family: what, key: name, what, level: 1, category: 'input-validation', severity: 'note', ...told(each) }];
  });
}

function closed(node: DocumentNode): readonly DeclaredSafeguard[] {
  const [refusal, described] = [member(node, 'additionalProperties'), member(node, 'properties')];
  const value = scalarOf(refusal);
  const [key] = described?.kind === 'object' ? described.members.keys() : [];
  if (!refusal || key === undefined || typeof value !== 'boolean') return [];
  const what = 'the refusal of properties that the schema does not name';
  return [{ family: what, key, what, level: value ? 0 : 1, category: 'input-validation', severity: 'note', ...told(refusal) }];
}
