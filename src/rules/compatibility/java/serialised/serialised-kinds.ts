import type { SymbolFact } from '../../../../code/facts.ts';
import { has, type JavaPair } from '../java-pair.ts';
import type { JavaDifference } from '../kinds.ts';
import { creatorKinds } from './creator-kinds.ts';
import { memberKinds } from './member-kinds.ts';
import { isSerialised, nameKinds, plainName, writtenName } from './member-names.ts';
import { serialKinds } from './serial-form.ts';
import { constantKinds, singleValueKinds } from './single-value.ts';
import { typeKindsOf } from './type-kinds.ts';

/** What became of the form in which objects are stored and sent, whoever may see the code. */
export function serialisedKinds(pair: JavaPair): readonly JavaDifference[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  const others = pair.owner.head?.members.filter((each) => each !== head) ?? [];
  return [
    ...serialKinds(pair),
    ...nameKinds(base, head, others),
    ...(isType(base) ? typeKindsOf(base, head) : memberKinds(base, head)),
    ...dropped(pair),
    ...creatorKinds(pair),
    ...singleValueKinds(pair),
    ...constantKinds(pair),
  ];
}

function isType({ kind }: SymbolFact): boolean {
  return /^(?:class|interface|enum|record)$/.test(kind);
}

/** A field that is `transient` now, of a type that is written by its fields: with a getter it is written all the same. */
function dropped({ base, head, owner }: JavaPair): readonly JavaDifference[] {
  const [was, is] = [base.symbol, head.symbol];
  if (was.kind !== 'field' || has(was, 'transient') || has(was, 'static') || !has(is, 'transient') || !owner.head) return [];
  const { symbol, members } = owner.head;
  const isGiven = members.some((each) => each.kind === 'method' && plainName(each) === is.name && each.parameters?.length === 0);
  if (isGiven || ![symbol, ...members].some(isSerialised)) return [];
  return [
    {
      id: 'serialised-member-ignored',
      what: 'is `transient` and left out of what is written now',
      whom: `who reads \`${writtenName(was) ?? was.name}\` no longer finds it`,
      confidence: 'medium',
    },
  ];
}
