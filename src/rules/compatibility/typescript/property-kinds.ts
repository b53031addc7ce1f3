import type { SymbolAt } from '../../../code/code-change.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { found } from '../api/api-change.ts';
import type { ScriptChangeId, ScriptDifference } from './kinds.ts';
import { parseType } from './parse-type.ts';
import { has, placed, relationOf, spelledOut, unsure, type Relation, type ScriptPair } from './script-pair.ts';
import { memberOf } from './scope.ts';
import type { Names } from './type-reader.ts';
import { keyOf, orUndefined, type TypeMember } from './type.ts';
import { isFunctionProperty, isOnlyGiven, isOnlyTaken, isTaken } from './type-roles.ts';

/** What the package alone makes values of: of a module others only read. */
const closed: ReadonlySet<string> = new Set(['class', 'enum', 'variable', 'namespace']);

/** What became of a property, accessor or variable. What stands in an interface or type is both read and written by others. */
export function propertyKinds(pair: ScriptPair): readonly ScriptDifference[] {
  const head = pair.head.symbol;
  const [before, after] = membersOf(pair);
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

/** A method with type variables of its own that is a property now, or the other way round, is written as a function to be compared. */
function membersOf({ base, head, names }: ScriptPair): readonly [TypeMember, TypeMember] {
  const [before, after] = [memberOf(base.symbol, names.base), memberOf(head.symbol, names.head)];
  if (before.isMethod === after.isMethod) return [before, after];
  const asFunction = (member: TypeMember, { symbol }: SymbolAt, known: Names): TypeMember =>
    member.isMethod && symbol.typeParameters.length > 0 ? { ...member, type: parseType(shownType(symbol), known) } : member;
  return [asFunction(before, base, names.base), asFunction(after, head, names.head)];
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

function isUnsaid({ type, parameters, modifiers }: SymbolFact): boolean {
  return type === undefined && (parameters === undefined || modifiers.includes('getter'));
}

function shownType({ type, parameters, typeParameters, modifiers }: SymbolFact): string {
  if (!parameters || modifiers.includes('getter')) return type ?? '';
  const variables = typeParameters.map(
    ({ name, bound, default: fallback }) =>
      `${name}${bound === undefined ? '' : ` extends ${bound}`}${fallback === undefined ? '' : ` = ${fallback}`}`,
  );
  const list = parameters
    .map((each) => `${each.rest ? '...' : ''}${each.name}${each.optional ? '?' : ''}: ${each.type ?? 'any'}`)
    .join(', ');
  return `${variables.length === 0 ? '' : `<${variables.join(', ')}>`}(${list}) => ${type ?? 'any'}`;
}
