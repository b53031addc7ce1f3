import type { SymbolFact } from '../../../code/facts.ts';
import { membersOf } from '../../../code/indexed-facts.ts';
import { annotationOf, argumentTexts } from '../../../code/surface/annotation-values.ts';
import type { SentField, SentType } from './type-fields.ts';

const naming = ['JsonProperty', 'JsonGetter', 'JsonSetter', 'JsonAlias', 'SerializedName', 'JsonbProperty'];

/**
 * Whether callers met a field of a Java type that it no longer has, by what writes and reads objects without being told more: by a method or a field
 * that all see, or as a component of a record. What carries a name of its own is told with that name.
 */
export function isGoneForCallers({ base, head }: { readonly base: SentType; readonly head: SentType }, { name }: SentField): boolean {
  if (base.file.facts?.language !== 'java') return false;
  const [were, are] = [membersIn(base), membersIn(head)];
  const own = were.filter((each) => propertyOf(each) === name);
  const isSeen =
    own.some(({ kind, visibility }) => visibility === 'public' && (kind === 'method' || kind === 'field')) || isComponent(base, name);
  const isNamed = own.some(({ annotations }) => annotationOf(annotations, ...naming));
  return isSeen && !isNamed && !are.some((each) => propertyOf(each) === name || isSaidAt(each, name, head));
}

function membersIn({ name, file, range }: SentType): readonly SymbolFact[] {
  const type = file.facts?.symbols.find((each) => each.name === name && each.nameRange.start === range.start);
  return type && file.facts ? membersOf(type, file.facts) : [];
}

function isComponent({ name: type, file, range }: SentType, name: string): boolean {
  const symbol = file.facts?.symbols.find((each) => each.name === type && each.nameRange.start === range.start);
  return symbol?.kind === 'record' && symbol.parameters?.some((each) => each.name === name) === true;
}

/** The property behind a field, or behind a method that gives or takes it. */
function propertyOf({ kind, name, modifiers }: SymbolFact): string | undefined {
  if (modifiers.includes('static')) return undefined;
  if (kind === 'field') return name;
  const property = kind === 'method' ? /^(?:get|is|set)([A-Z]\w*)$/.exec(name)?.[1] : undefined;
  return property && property.charAt(0).toLowerCase() + property.slice(1);
}

function isSaidAt(symbol: SymbolFact, name: string, { file }: SentType): boolean {
  const marks = symbol.annotations.filter((each) => annotationOf([each], ...naming));
  return marks.some((each) => symbol.name === name || argumentTexts(each, ['value', 'name', 'alternate'], { file, symbol }).includes(name));
}
