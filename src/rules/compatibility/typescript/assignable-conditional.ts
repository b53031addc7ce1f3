import { allOf, type Answer, type Comparison } from './comparison.ts';
import { isLibraryType } from './library-types.ts';
import type { Placed } from './scope.ts';
import { keyOf, type ScriptType } from './type.ts';

/**
 * Two types of the form `A extends B ? C : D`, by their parts. Where both ask the same, it is what they answer;
 * where they ask otherwise, one may well be the other put in other words: only a plain question with plain answers tells that it is not.
 */
export function compareConditionals(from: Placed, to: Placed, state: Comparison): Answer {
  const [source, target] = [partsOf(from.type), partsOf(to.type)];
  const answersAt = (place: number): readonly [Placed, Placed] => [
    { ...from, type: source[place] ?? from.type },
    { ...to, type: target[place] ?? to.type },
  ];
  const isSame = (place: number): boolean => {
    const [own, other] = answersAt(place);
    return (
      keyOf(own.type) === keyOf(other.type) || (state.compare(own, other, state) === true && state.compare(other, own, state) === true)
    );
  };
  if (isSame(0) && isSame(1)) return allOf([2, 3].map((place) => state.compare(...answersAt(place), state)));
  return [...source, ...target].every(isPlain) ? false : undefined;
}

function partsOf(type: ScriptType): readonly ScriptType[] {
  return type.kind === 'computed' ? type.parts : [];
}

const plainNames: ReadonlySet<string> = new Set([
  'any',
  'unknown',
  'string',
  'number',
  'boolean',
  'bigint',
  'symbol',
  'null',
  'undefined',
  'never',
  'object',
]);

/** What stands for itself: nothing has to be worked out, or looked up elsewhere. */
function isPlain(type: ScriptType): boolean {
  switch (type.kind) {
    case 'variable':
    case 'literal':
      return true;
    case 'name':
      return plainNames.has(type.name) || (isLibraryType(type.name) && type.args.every(isPlain));
    case 'union':
    case 'intersection':
      return type.types.every(isPlain);
    case 'tuple':
      return type.elements.every((each) => isPlain(each.type));
    default:
      return false;
  }
}
