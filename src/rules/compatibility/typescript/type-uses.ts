import type { ScriptSide } from './script-side.ts';
import type { SymbolFact } from '../../../code/facts.ts';

/** How a type is used by what the changed files declare for others. */
export interface TypeUses {
  /** Handed out: as a result or a constant. */
  readonly isGiven: boolean;
  /** Asked for: as a parameter. */
  readonly isTaken: boolean;
}

/** Where a name of a type stands in the signatures of the changed files. */
export function usesOf(name: string, side: ScriptSide): TypeUses {
  const symbols = side.files.flatMap(({ facts }) => facts?.symbols ?? []).filter(({ visibility }) => visibility === 'public');
  const word = new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  const mentions = (type: string | undefined): boolean => type !== undefined && word.test(type);
  return {
    isGiven: symbols.some((each) => isOutput(each) && mentions(each.type)),
    isTaken: symbols.some(({ parameters }) => parameters?.some(({ type }) => mentions(type)) ?? false),
  };
}

function isOutput({ kind, parameters, modifiers }: SymbolFact): boolean {
  return (
    parameters !== undefined || (kind === 'variable' && modifiers.includes('const')) || (kind === 'field' && modifiers.includes('readonly'))
  );
}
