import type { CodeChange, SymbolAt, SymbolChange } from '../../../code/code-change.ts';
import { enclosing, simpleTypeName } from '../../code-in-file.ts';
import type { ApiChange, SymbolPair } from '../api/api-change.ts';
import { contractOf } from '../api/contract.ts';
import { keepsOldForm } from '../api/inherited.ts';
import { annotationKinds } from './annotation-kinds.ts';
import { isCalledByContainer } from './container-calls.ts';
import { addedMemberKinds, addedSupertypeKinds } from './duty-kinds.ts';
import { fieldKinds } from './field-kinds.ts';
import { generatedMembers } from './generated-members.ts';
import { handedOnKinds } from './handed-on-kinds.ts';
import { hasHiddenSignature } from './hidden-signature.ts';
import { hierarchyKinds } from './hierarchy-kinds.ts';
import { javaPair, type JavaPair } from './java-pair.ts';
import { javaSides } from './java-sides.ts';
import { javaKinds, type JavaDifference } from './kinds.ts';
import { methodModifierKinds } from './method-kinds.ts';
import { nullabilityKinds } from './nullability-kinds.ts';
import { addedOverloadKinds } from './overload-kinds.ts';
import { parameterKinds } from './parameter-kinds.ts';
import { recordKinds } from './record-kinds.ts';
import { returnKinds } from './return-kinds.ts';
import { goneMembers } from './serialised/gone-members.ts';
import { serialisedKinds } from './serialised/serialised-kinds.ts';
import { isMovedBy } from './swaps.ts';
import { throwsKinds } from './throws-kinds.ts';
import { typeParameterKinds } from './type-parameter-kinds.ts';
import { valueKinds } from './value-kinds.ts';

type Paired = Extract<SymbolChange, { kind: 'paired' }>;
type Kinds = (pair: JavaPair) => readonly JavaDifference[];

const ofMethods: readonly Kinds[] = [parameterKinds, returnKinds, methodModifierKinds, throwsKinds, typeParameterKinds, nullabilityKinds];
const ofFields: readonly Kinds[] = [fieldKinds, nullabilityKinds];
const ofTypes: readonly Kinds[] = [hierarchyKinds, addedSupertypeKinds, typeParameterKinds, annotationKinds, recordKinds];

/** Everything that differs in the Java API of a change, but for what is gone or no longer seen. */
export function* javaChanges(change: CodeChange): Generator<ApiChange> {
  for (const each of change.symbols) {
    if (each.kind === 'paired' && isSame(each)) yield* pairChanges(each, change);
    else if (each.kind !== 'added' && each.base.file.facts?.language === 'java') yield* goneChanges(each, change);
    else if (each.kind === 'added' && each.head.file.facts?.language === 'java') yield* addedChanges(each.head, change);
  }
  yield* generatedChanges(change);
}

/** Of the members that are made for one field the first that differs is told. */
function* generatedChanges(change: CodeChange): Generator<ApiChange> {
  const sides = javaSides(change);
  for (const pairs of generatedMembers(change).kept) {
    for (const { base, head } of pairs) {
      const pair = javaPair({ base, head }, sides);
      const differences = [...parameterKinds(pair), ...returnKinds(pair), ...methodModifierKinds(pair)];
      if (differences.length === 0) continue;
      yield* asChanges(
        differences.map((each) => ({ ...each, ...lessBad({ base, head }) })),
        head,
        base,
      );
      break;
    }
  }
}

/** Objects that a builder makes, or that are filled after they were made, are hardly made by a constructor that takes all. */
function lessBad({ base, head }: SymbolPair): Pick<JavaDifference, 'confidence' | 'impact'> {
  if (isCalledByContainer(base) && isCalledByContainer(head)) return { confidence: 'low' };
  const owner = head.symbol.kind === 'constructor' && head.file.facts ? enclosing(head.symbol, head.file.facts)[0] : undefined;
  const marks = owner?.annotations.map(({ name }) => simpleTypeName(name)) ?? [];
  if (marks.some((each) => each === 'Builder' || each === 'SuperBuilder')) return { confidence: 'medium', impact: 'risky' };
  return marks.includes('NoArgsConstructor') ? { confidence: 'medium' } : {};
}

/** Another name is a removal. A constructor keeps its name with its type. */
function isSame({ base, head }: Paired): boolean {
  return (
    base.file.facts?.language === 'java' && head.file.facts?.language === 'java' && base.symbol.qualifiedName === head.symbol.qualifiedName
  );
}

function* pairChanges(each: Paired, change: CodeChange): Generator<ApiChange> {
  const { base, head } = each;
  if (base.file.role !== 'production' || isUntouchedMember(each)) return;
  const pair = javaPair(each, javaSides(change));
  yield* asChanges(serialisedKinds(pair), head, base);
  yield* asChanges(handedOnKinds(pair), head, base);
  if (!contractOf(base, change) || !contractOf(head, change) || keepsOldForm(each, change)) return;
  const differences = [...declaredKinds(each, pair), ...valueKinds(pair)].filter(({ swap }) => !swap || !isMovedBy(change, swap));
  const isHardlyUsed = (isCalledByContainer(base) && isCalledByContainer(head)) || hasHiddenSignature(base, javaSides(change).base);
  yield* asChanges(isHardlyUsed ? differences.map((each) => ({ ...each, confidence: 'low' as const })) : differences, head, base);
}

/** Members that only moved with what is around them. */
function isUntouchedMember(each: Paired): boolean {
  const { kind, bodyRange } = each.base.symbol;
  const isMember = kind === 'method' || kind === 'constructor' || kind === 'field';
  // Fields and elements of annotations have a value; of other members only the declaration counts, and to compare bodies is dear.
  return isMember && !each.declarationChanged && (kind === 'constructor' || bodyRange !== undefined || !each.bodyChanged);
}

function declaredKinds({ base, declarationChanged }: Paired, pair: JavaPair): readonly JavaDifference[] {
  const isMember = base.symbol.parameters !== undefined && base.symbol.kind !== 'record';
  if (isMember) return declarationChanged ? ofMethods.flatMap((kinds) => kinds(pair)) : [];
  if (base.symbol.kind === 'field') return declarationChanged ? ofFields.flatMap((kinds) => kinds(pair)) : [];
  return base.symbol.kind === 'enum-constant' ? [] : ofTypes.flatMap((kinds) => kinds(pair));
}

function* goneChanges(each: SymbolChange, change: CodeChange): Generator<ApiChange> {
  const gone = goneMembers(each, javaSides(change));
  const isTold = gone?.base.symbol.kind === 'enum-constant' && contractOf(gone.base, change) !== undefined;
  if (gone && !isTold) yield* asChanges([gone.difference], gone.head, gone.base);
}

function* addedChanges(head: SymbolAt, change: CodeChange): Generator<ApiChange> {
  const sides = javaSides(change);
  const owner = sides.head.of(head);
  if (!owner || owner.symbol === head.symbol || !contractOf(head, change)) return;
  yield* asChanges([...addedMemberKinds(head, owner, sides), ...addedOverloadKinds(head, owner, sides)], head);
}

function* asChanges(differences: readonly JavaDifference[], head: SymbolAt, base?: SymbolAt): Generator<ApiChange> {
  for (const difference of differences) yield { contract: 'java', kind: javaKinds[difference.id], difference, head, ...(base && { base }) };
}
