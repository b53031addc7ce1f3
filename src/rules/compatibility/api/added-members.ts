import { groupBy } from '../../../base/group-by.ts';
import type { FindingDraft } from '../../../finding/draft.ts';
import { enclosing, reference } from '../../code-in-file.ts';
import type { ApiChange } from './api-change.ts';
import { breakProperties, displayName, kindName } from './contract.ts';

/** From so many new members on, it is told of their type and no more of each. */
const fewest = 4;
/** So many are named in the sentence, and so many beside it. */
const mostNamed = { inSentence: 2, beside: 10 };

const added: ReadonlySet<string> = new Set(['method-added-to-interface', 'method-abstract-added-to-class']);

interface Parted {
  readonly crowds: readonly (readonly ApiChange[])[];
  readonly others: readonly (readonly ApiChange[])[];
}

/** Members that a type asks for since the change, where they are many: whoever implements it is broken once. */
export function partAdded(declarations: readonly (readonly ApiChange[])[]): Parted {
  const crowds = [...groupBy(declarations, ownerOf)].flatMap(([owner, all]) => (owner && all.length >= fewest ? [all] : []));
  const told = new Set(crowds.flat());
  return { crowds: crowds.map((all) => all.flat()), others: declarations.filter((each) => !told.has(each)) };
}

/** The type around a member of which nothing is to be told but that it is new. */
function ownerOf(changes: readonly ApiChange[]): string | undefined {
  const [first] = changes;
  if (!first?.head.file.facts || changes.length > 1 || !added.has(first.difference.id)) return undefined;
  return enclosing(first.head.symbol, first.head.file.facts)[0]?.qualifiedName;
}

/** @param changes one of each member of one type */
export function addedDraft(changes: readonly ApiChange[]): FindingDraft | undefined {
  const [first] = changes;
  const owner = first?.head.file.facts && enclosing(first.head.symbol, first.head.file.facts)[0];
  if (!first || !owner) return undefined;
  const { file } = first.head;
  const names = changes.slice(0, mostNamed.inSentence).map(({ head }) => `\`${displayName(head)}\``);
  const related = changes
    .slice(0, mostNamed.beside)
    .map(({ head }) => ({ file: head.file, range: head.symbol.nameRange, caption: 'it asks for this' }));
  const what = owner.kind === 'interface' ? 'new methods without a default' : 'new abstract methods';
  return {
    message: `The public ${kindName(owner)} \`${owner.name}\` has ${changes.length} ${what}, ${names.join(', ')} and ${changes.length - names.length} more: ${first.difference.whom}.`,
    place: { file, range: owner.nameRange },
    subject: `${owner.qualifiedName} ${changes.map(({ head }) => displayName(head)).join(' ')}`,
    symbol: reference(owner),
    related,
    properties: { ...breakProperties(first.difference.id, true, { file, symbol: owner }), declarations: changes.length },
  };
}
