import type { Expression } from '../../../code/expression.ts';
import type { SymbolFact } from '../../../code/facts.ts';
import { simpleTypeName } from '../../code-in-file.ts';
import { found } from '../api/api-change.ts';
import type { JavaPair } from './java-pair.ts';
import type { JavaDifference } from './kinds.ts';

/** Where an annotation without `@Target` may stand: at every declaration. */
const everywhere = [
  'TYPE',
  'FIELD',
  'METHOD',
  'PARAMETER',
  'CONSTRUCTOR',
  'LOCAL_VARIABLE',
  'ANNOTATION_TYPE',
  'PACKAGE',
  'TYPE_PARAMETER',
  'MODULE',
  'RECORD_COMPONENT',
];
const retentions = ['SOURCE', 'CLASS', 'RUNTIME'];

/** What became of an annotation type. */
export function annotationKinds({ base, head }: JavaPair): readonly JavaDifference[] {
  if (base.symbol.kind !== 'annotation' || head.symbol.kind !== 'annotation') return [];
  return found(
    targetRemoved(base.symbol, head.symbol),
    retentionReduced(base.symbol, head.symbol),
    noLongerRepeatable(base.symbol, head.symbol),
    isInherited(base.symbol) &&
      !isInherited(head.symbol) && {
        id: 'annotation-no-longer-inherited',
        what: 'is no longer inherited',
        whom: 'code that looks for it at a subclass no longer finds it',
      },
  );
}

function targetRemoved(base: SymbolFact, head: SymbolFact): JavaDifference | undefined {
  const [before, after] = [targets(base), targets(head)];
  const lost = before.filter((each) => !after.includes(each) && !isCovered(each, after));
  if (lost.length === 0) return undefined;
  return {
    id: 'annotation-target-removed',
    what: `may no longer stand at ${lost.map((each) => `\`${each}\``).join(', ')}`,
    whom: 'code that has it there no longer compiles',
  };
}

/** What stands at every type may stand at a declaration of one; what stands at types may stand at annotations. */
function isCovered(target: string, by: readonly string[]): boolean {
  if (target === 'ANNOTATION_TYPE') return by.includes('TYPE') || by.includes('TYPE_USE');
  return (target === 'TYPE' || target === 'TYPE_PARAMETER') && by.includes('TYPE_USE');
}

function targets(symbol: SymbolFact): readonly string[] {
  const value = annotationValue(symbol, 'Target');
  return value ? constants(value) : everywhere;
}

function retentionReduced(base: SymbolFact, head: SymbolFact): JavaDifference | false {
  const [before, after] = [retention(base), retention(head)];
  return (
    retentions.indexOf(after) < retentions.indexOf(before) && {
      id: 'annotation-retention-reduced',
      what: `is kept for \`${after}\` instead of \`${before}\``,
      whom: 'code that looks for it later no longer finds it',
    }
  );
}

function retention(symbol: SymbolFact): string {
  const value = annotationValue(symbol, 'Retention');
  return (value && constants(value)[0]) ?? 'CLASS';
}

function isInherited({ annotations }: SymbolFact): boolean {
  return annotations.some(({ name }) => simpleTypeName(name) === 'Inherited');
}

function noLongerRepeatable(base: SymbolFact, head: SymbolFact): JavaDifference | false {
  const isRepeatable = (symbol: SymbolFact): boolean => symbol.annotations.some(({ name }) => simpleTypeName(name) === 'Repeatable');
  return (
    isRepeatable(base) &&
    !isRepeatable(head) && {
      id: 'annotation-no-longer-repeatable',
      what: 'may no longer be repeated',
      whom: 'code that has it twice no longer compiles',
    }
  );
}

function annotationValue(symbol: SymbolFact, annotation: string): Expression | undefined {
  return symbol.annotations.find(({ name }) => simpleTypeName(name) === annotation)?.arguments.find(({ name }) => name === 'value')?.value;
}

/** The names of one constant or of an array of them. */
function constants(value: Expression): readonly string[] {
  if (value.kind === 'array') return value.elements.flatMap(constants);
  return value.kind === 'name' || value.kind === 'member' ? [value.name] : [];
}
