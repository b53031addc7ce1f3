import type { Expression } from '../../../../code/expression.ts';
import type { SymbolFact } from '../../../../code/facts.ts';
import { found } from '../../api/api-change.ts';
import type { JavaDifference } from '../kinds.ts';
import { annotationNamed, argumentNamed, className, textOf, textsOf, type Marked } from './annotations.ts';
import { formatChanged } from './member-kinds.ts';

const typeKinds: ReadonlySet<string> = new Set(['class', 'interface', 'enum', 'record']);

/** What became of how objects of a type are written as a whole. */
export function typeKindsOf(base: SymbolFact, head: SymbolFact): readonly JavaDifference[] {
  if (!typeKinds.has(base.kind) || (base.annotations.length === 0 && head.annotations.length === 0)) return [];
  return found<JavaDifference['id']>(
    namingChanged(base, head),
    formatChanged(base, head),
    ignoredMembers(base, head),
    ignoresUnknown(base) &&
      !ignoresUnknown(head) && {
        id: 'serialised-unknown-refused',
        what: 'refuses what it does not know now',
        whom: 'who sends more than it has is refused',
        confidence: 'medium',
      },
    markChanged(base, head),
    ...subtypeKinds(base, head),
    inclusionChanged(base, head),
  );
}

function namingChanged(base: Marked, head: Marked): JavaDifference | undefined {
  const [before, after] = [base, head].map((at) => className(argumentNamed(annotationNamed(at, 'JsonNaming'), 'value')));
  if (before === after) return undefined;
  const shown = (strategy: string | undefined): string => (strategy === undefined ? 'as they are called' : `by \`${strategy}\``);
  return {
    id: 'serialised-naming-changed',
    what: `has its members written ${shown(after)} instead of ${shown(before)}`,
    whom: 'who reads or sends the old names no longer finds them',
  };
}

function ignoredMembers(base: Marked, head: Marked): JavaDifference | undefined {
  const [before, after] = [base, head].map((at) => textsOf(argumentNamed(annotationNamed(at, 'JsonIgnoreProperties'), 'value'))) as [
    readonly string[],
    readonly string[],
  ];
  const gone = after.filter((each) => !before.includes(each));
  if (gone.length === 0) return undefined;
  const names = gone.map((each) => `\`${each}\``).join(', ');
  return {
    id: 'serialised-member-ignored',
    what: `is written without ${names} now`,
    whom: `who reads ${gone.length > 1 ? 'them' : 'it'} no longer finds ${gone.length > 1 ? 'them' : 'it'}`,
    confidence: 'medium',
  };
}

function ignoresUnknown(at: Marked): boolean {
  return argumentNamed(annotationNamed(at, 'JsonIgnoreProperties'), 'ignoreUnknown')?.kind === 'true';
}

/** How the type of an object is told in what is written. */
function markChanged(base: Marked, head: Marked): JavaDifference | undefined {
  const [before, after] = [base, head].map(typeMark);
  if (before === after) return undefined;
  return {
    id: 'serialised-type-mark-changed',
    what: `is told apart by ${after ?? 'nothing'} instead of ${before ?? 'nothing'}`,
    whom: 'who reads or sends objects of several types takes one for another, or fails',
  };
}

function typeMark(at: Marked): string | undefined {
  const info = annotationNamed(at, 'JsonTypeInfo');
  const name = textOf(argumentNamed(annotationNamed(at, 'JsonTypeName'), 'value'));
  if (!info) return name === undefined ? undefined : `the name \`${name}\``;
  const [use, include, property] = ['use', 'include', 'property'].map((each) => textOf(argumentNamed(info, each)));
  const way = include === undefined || include === 'PROPERTY' ? '' : ` as ${include}`;
  return `the ${use ?? 'type'} in \`${property ?? 'its usual property'}\`${way}${name === undefined ? '' : ` with the name \`${name}\``}`;
}

function subtypeKinds(base: Marked, head: Marked): readonly JavaDifference[] {
  const [before, after] = [subtypes(base), subtypes(head)];
  if (before.size === 0 || after.size === 0) return [];
  const changed = [...before].filter(([type, name]) => after.get(type) !== name);
  return changed.map(([type, name]) => ({
    id: 'serialised-subtype-changed',
    what: after.has(type)
      ? `names \`${type}\` \`${after.get(type) ?? ''}\` instead of \`${name}\``
      : `no longer knows \`${type}\` by the name \`${name}\``,
    whom: 'what was stored or is sent under the old name can no longer be read',
  }));
}

/** By type, the name of each subtype that has one. */
function subtypes(at: Marked): ReadonlyMap<string, string> {
  const value = argumentNamed(annotationNamed(at, 'JsonSubTypes'), 'value');
  const types = value?.kind === 'array' ? value.elements : value ? [value] : [];
  return new Map(
    types.flatMap((each): [string, string][] => {
      const said = new Map(nestedArguments(each));
      const [type, name] = [className(said.get('value')), textOf(said.get('name'))];
      return type === undefined || name === undefined ? [] : [[type, name]];
    }),
  );
}

/** Of an annotation in an annotation. */
function nestedArguments(annotation: Expression): readonly (readonly [string, Expression])[] {
  if (annotation.kind !== 'new') return [];
  return annotation.arguments.map((each) =>
    each.kind === 'assignment' && each.target.kind === 'name' ? [each.target.name, each.value] : ['value', each],
  );
}

function inclusionChanged(base: Marked, head: Marked): JavaDifference | undefined {
  const [before, after] = [base, head].map((at) => textOf(argumentNamed(annotationNamed(at, 'JsonInclude'), 'value')) ?? 'ALWAYS');
  if (before === after || after === 'ALWAYS' || after === undefined) return undefined;
  return {
    id: 'serialised-inclusion-changed',
    what: `is written with what is ${after} only, instead of ${before ?? 'ALWAYS'}`,
    whom: 'who reads it no longer finds every member',
  };
}
