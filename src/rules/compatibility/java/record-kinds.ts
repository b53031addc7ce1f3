import type { ParameterFact } from '../../../code/facts.ts';
import { found } from '../api/api-change.ts';
import { quotedNames, typeText } from '../api/parameter-changes.ts';
import { shown, typeAt, type JavaPair } from './java-pair.ts';
import { erasure, isSameType } from './java-type.ts';
import type { JavaDifference } from './kinds.ts';
import { isSubtype } from './subtyping.ts';

/** What became of the components of a record: they are its constructor, its accessors and its pattern. */
export function recordKinds(pair: JavaPair): readonly JavaDifference[] {
  const { base, head } = pair;
  if (base.symbol.kind !== 'record' || head.symbol.kind !== 'record') return [];
  const [old, now] = [base.symbol.parameters ?? [], head.symbol.parameters ?? []];
  const added = now.filter((each) => !old.some(({ name }) => name === each.name));
  const removed = old.filter((each) => !now.some(({ name }) => name === each.name));
  const retyped = old.flatMap((each) => {
    const other = now.find(({ name }) => name === each.name);
    const how = other && retypedHow(each, other, pair);
    return other && how ? [{ each, other, how }] : [];
  });
  const isReordered = added.length + removed.length + retyped.length === 0 && old.some(({ name }, place) => now[place]?.name !== name);
  const whom = 'code that creates it, or takes it apart in a pattern, no longer compiles';
  return [
    ...found<JavaDifference['id']>(
      removed.length > 0 && {
        id: 'record-component-removed',
        what: `no longer has ${quotedNames(removed)}`,
        whom: `${whom}, nor does code that reads it`,
      },
      added.length > 0 && { id: 'record-component-added', what: `has ${quotedNames(added)} too`, whom },
      isReordered && { id: 'record-component-changed', what: 'has its components in another order', whom },
    ),
    ...retyped.map(({ each, other, how }): JavaDifference => ({
      id: how === 'erasure' ? 'record-component-changed' : 'record-component-generics-changed',
      what: `has \`${shown(typeText(other))} ${other.name}\` instead of \`${shown(typeText(each))} ${each.name}\``,
      whom,
      ...(how === 'perhaps' && { confidence: 'medium' }),
    })),
  ];
}

/** A component is taken by the constructor and given back by its accessor: both ways it has to fit. */
function retypedHow(base: ParameterFact, head: ParameterFact, pair: JavaPair): 'erasure' | 'arguments' | 'perhaps' | undefined {
  const [before, after] = [typeAt('base', typeText(base), pair), typeAt('head', typeText(head), pair)];
  if (erasure(before) !== erasure(after)) return 'erasure';
  if (pair.isNowGeneric || isSameType(before, after)) return undefined;
  const fits = [isSubtype(after, before, pair.sides.head), isSubtype(before, after, pair.sides.head)];
  return fits.includes(false) ? 'arguments' : fits.includes(undefined) ? 'perhaps' : undefined;
}
