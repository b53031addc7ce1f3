import { found } from '../api/api-change.ts';
import type { ScriptChangeId, ScriptDifference } from './kinds.ts';
import { has, placed, relationOf, spelledOut, unsure, type Relation, type ScriptPair } from './script-pair.ts';
import { memberOf } from './scope.ts';
import { keyOf, orUndefined, type TypeMember } from './type.ts';
import { isFunctionProperty, isOnlyGiven, isOnlyTaken, isTaken } from './type-roles.ts';

/** What the package alone makes values of: of a module others only read. */
const closed: ReadonlySet<string> = new Set(['class', 'enum', 'variable', 'namespace']);

/** What became of a property, accessor or variable. What stands in an interface or type is both read and written by others. */
export function propertyKinds(pair: ScriptPair): readonly ScriptDifference[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  const [before, after] = [memberOf(base, pair.names.base), memberOf(head, pair.names.head)];
  const isOpen = pair.owner !== undefined && !closed.has(pair.owner.kind);
  const isReadonly = (has(head, 'readonly') && head.kind === 'field') || isOnlyRead(pair);
  return [
    ...retyped(before, after, isOpen, pair),
    ...found<ScriptChangeId>(
      !before.isOptional &&
        after.isOptional &&
        !(isOpen && isOnlyTaken(pair.owner.name, pair.sides.head)) && {
          id: 'property-became-optional',
          what: 'may be missing now',
          whom: 'code that reads it no longer compiles',
        },
      before.isOptional &&
        !after.isOptional &&
        pair.owner !== undefined &&
        !(isOpen && isOnlyGiven(pair.owner.name, pair.sides.head)) &&
        (isOpen
          ? {
              id: 'property-became-required',
              what: 'must be there now',
              whom: 'code outside that makes or implements one no longer compiles',
            }
          : { id: 'property-became-required', what: 'must be there now', whom: 'subclasses that leave it optional no longer compile' }),
      !before.isReadonly &&
        isReadonly && { id: 'property-became-readonly', what: 'is read-only now', whom: 'code that sets it no longer compiles' },
    ),
  ];
}

/** A field that is a getter without a setter now. */
function isOnlyRead({ base, head }: ScriptPair): boolean {
  if (base.symbol.kind !== 'field' || !has(head.symbol, 'getter')) return false;
  const { qualifiedName } = head.symbol;
  return !head.file.facts?.symbols.some((each) => each.qualifiedName === qualifiedName && has(each, 'setter'));
}

function retyped(before: TypeMember, after: TypeMember, isOpen: boolean, pair: ScriptPair): readonly ScriptDifference[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  if (keyOf(before.type) === keyOf(after.type) || isUnsaid(base) || isUnsaid(head)) return [];
  const isOptional = before.isOptional || after.isOptional;
  const relation = relationOf(
    placed('base', orUndefined(before.type, isOptional), pair),
    placed('head', orUndefined(after.type, isOptional), pair),
  );
  const isSetter = has(head, 'setter') && !has(head, 'getter');
  const isWritten = isSetter || ((isOpen || base.kind === 'field') && !before.isReadonly && !has(base, 'getter'));
  const isCalledBack = isOpen && isFunctionProperty(before) && pair.owner !== undefined && isTaken(pair.owner.name, pair.sides.head);
  const [gives, takes] = [isSetter || isCalledBack ? true : relation.gives, isWritten ? relation.takes : true];
  if (gives === true && takes === true) return [];
  const isVariable = base.kind === 'variable';
  return [
    {
      id: isVariable ? 'variable-type-changed' : 'property-type-changed',
      what: `has the type \`${shownType(head)}\` instead of \`${shownType(base)}\``,
      whom: `code that ${gives === true ? 'sets' : 'reads'} it no longer compiles`,
      ...sureness(gives, takes, isOpen, pair),
      // Who sets what the package makes is hardly anybody.
      ...(gives === true && !isVariable && isMadeHere(pair, isOpen) && { impact: 'risky' as const }),
    },
  ];
}

/** A setter is there to be used from outside. */
function isMadeHere({ head, owner, sides }: ScriptPair, isOpen: boolean): boolean {
  if (has(head.symbol, 'setter') || has(head.symbol, 'getter')) return false;
  return owner !== undefined && (!isOpen || isOnlyGiven(owner.name, sides.head));
}

/** Whether anybody outside writes what is only narrower now is not known; a class field is mostly read. */
function sureness(
  gives: Relation['gives'],
  takes: Relation['takes'],
  isOpen: boolean,
  pair: ScriptPair,
): Pick<ScriptDifference, 'confidence' | 'isUndecided'> {
  const [before, after] = [shownType(pair.base.symbol), shownType(pair.head.symbol)];
  if (gives !== false && takes !== false) return unsure(undefined, spelledOut('base', before, pair), spelledOut('head', after, pair));
  return gives === true && !isOpen ? { confidence: 'medium' } : {};
}

function isUnsaid({ type, parameters, modifiers }: ScriptPair['base']['symbol']): boolean {
  return type === undefined && (parameters === undefined || modifiers.includes('getter'));
}

function shownType({ type, parameters }: ScriptPair['base']['symbol']): string {
  if (!parameters) return type ?? '';
  const list = parameters
    .map((each) => `${each.rest ? '...' : ''}${each.name}${each.optional ? '?' : ''}: ${each.type ?? 'any'}`)
    .join(', ');
  return type === undefined || parameters.length > 0 ? `(${list}) => ${type ?? 'any'}` : type;
}
