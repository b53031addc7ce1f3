import type { SymbolAt } from '../../../code/code-change.ts';
import type { AnnotationFact, ParameterFact } from '../../../code/facts.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import { changesNullnessLibrary, nullnessOf, type Nullness } from '../../null-annotations.ts';
import type { JavaPair } from './java-pair.ts';
import type { JavaDifference } from './kinds.ts';

/** What the annotations say about null: Kotlin’s compiler and checkers hold callers to it. */
export function nullabilityKinds(pair: JavaPair): readonly JavaDifference[] {
  const { base, head } = pair;
  const [old, now] = [base.symbol.parameters ?? [], head.symbol.parameters ?? []];
  const parameters =
    old.length === now.length
      ? now.flatMap((each, place) => parameterKinds(old[place] ?? each, each, isMarked(base) && isMarked(head)))
      : [];
  const [before, after] = [base.symbol, head.symbol].map(({ annotations, type }) => nullness(annotations, type));
  const isNowNullable =
    after === 'nullable' && before !== 'nullable' && !(before === 'unsaid' && isSaidLate(pair)) && isObject(head.symbol.type);
  return [
    ...parameters,
    ...(isNowNullable && (base.symbol.kind === 'method' || base.symbol.kind === 'field')
      ? [
          {
            id: 'return-now-nullable' as const,
            what: base.symbol.kind === 'method' ? 'may return null now' : 'may be null now',
            whom: 'callers that do not look for null fail',
            ...((changesNullnessLibrary(base.file, head.file) || (before === 'unsaid' && isSaidOnly(pair))) && {
              confidence: 'low' as const,
            }),
          },
        ]
      : []),
  ];
}

const nullMarks: ReadonlySet<string> = new Set(['NullMarked', 'NonNullApi', 'NonNullByDefault', 'ReturnValuesAreNonnullByDefault']);

/** Nothing was promised before, and now the whole type says of everything in it what it was all along. */
function isSaidLate({ base, head }: JavaPair): boolean {
  return isMarked(head) && !isMarked(base);
}

/** Nothing was promised, and the code that gives it is the same: it could be null all along, and only checkers learn of it. */
function isSaidOnly({ base, head }: JavaPair): boolean {
  return !isMarked(base) && codeOf(base) === codeOf(head);
}

function codeOf({ file, symbol }: SymbolAt): string {
  const code = symbol.bodyRange ?? symbol.value?.range;
  return code ? file.text.slice(code.start, code.end).replace(/\s+/g, ' ') : '';
}

function isMarked({ file, symbol }: SymbolAt): boolean {
  const around = file.facts ? [symbol, ...enclosing(symbol, file.facts)] : [symbol];
  return around.some(({ annotations }) => annotations.some(({ name }) => nullMarks.has(simpleTypeName(name))));
}

/** @param isMarked what says nothing of itself is not null there */
function parameterKinds(base: ParameterFact, head: ParameterFact, isMarked: boolean): readonly JavaDifference[] {
  const after = nullness(head.annotations, head.type);
  const isNonNull = after === 'non-null' || (after === 'unsaid' && isMarked && isObject(head.type));
  if (nullness(base.annotations, base.type) !== 'nullable' || !isNonNull) return [];
  return [{ id: 'parameter-now-non-null', what: `takes no null for \`${head.name}\` any more`, whom: 'callers that pass null fail' }];
}

function nullness(annotations: readonly AnnotationFact[], type: string | undefined): Nullness {
  const written = type?.match(/@[\w.]+/g)?.map((each) => each.slice(1)) ?? [];
  return nullnessOf([...annotations.map(({ name }) => name), ...written].map(simpleTypeName));
}

function isObject(type: string | undefined): boolean {
  return type !== undefined && !/^(?:boolean|byte|short|char|int|long|float|double|void)$/.test(type);
}
