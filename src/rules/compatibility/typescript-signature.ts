import { canonical } from '../../code/canonical.ts';
import type { ParameterFact, SymbolFact } from '../../code/facts.ts';
import { enclosing, simpleTypeName } from '../code-in-file.ts';
import { comparable } from './comparable.ts';
import { isConstructible, isExtensible } from './contract.ts';
import { parameterChanges, quotedNames, type SignatureBreak, type SymbolPair } from './signature-break.ts';
import { isOpaque, isPlainlyDifferent, typeRelation, type Relation } from './typescript-types.ts';

const compile = 'callers no longer compile';
const implementors = 'code outside that makes or implements one no longer compiles';

/** What a changed declaration breaks in TypeScript and JavaScript, from the side of who calls, reads, writes or implements it. */
export function typescriptBreaks(written: SymbolPair): readonly SignatureBreak[] {
  const pair = comparable(written);
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  if (isValueAgain(base, head)) return [];
  if (base.kind === 'enum-constant') return enumValueBreaks(base, head);
  if (base.parameters && head.parameters) return [...parameterBreaks(base, head), ...returnBreaks(base, head), ...shared(pair)];
  if (base.kind === 'field' || base.kind === 'variable') return [...fieldBreaks(pair), ...shared(pair)];
  return [...typeBreaks(pair, written), ...shared(pair)];
}

/** A value of an enum is written into compiled code, stored and sent. */
function enumValueBreaks(base: SymbolFact, head: SymbolFact): readonly SignatureBreak[] {
  const [before, after] = [base.value && canonical(base.value), head.value && canonical(head.value)];
  if (before === after || base.value?.kind === 'array' || head.value?.kind === 'array') return [];
  return [
    {
      id: 'enum-value-changed',
      what: `is ${after ?? 'numbered'} instead of ${before ?? 'numbered'}`,
      whom: 'what was compiled, stored or sent with the old value no longer fits',
    },
  ];
}

/** A function that became a constant holding one, or the other way round, is called as before. */
function isValueAgain(base: SymbolFact, head: SymbolFact): boolean {
  const values = /^(function|variable|method|field)$/;
  return base.kind !== head.kind && values.test(base.kind) && values.test(head.kind);
}

function* changes(...found: readonly (SignatureBreak | false | undefined)[]): Generator<SignatureBreak> {
  for (const each of found) if (each) yield each;
}

function parameterBreaks(base: SymbolFact, head: SymbolFact): readonly SignatureBreak[] {
  const [old, now] = [base.parameters ?? [], head.parameters ?? []];
  const { added, removed, retyped, reordered } = parameterChanges(old, now);
  if (reordered)
    return [{ id: 'parameters-reordered', what: 'takes its parameters in another order', whom: 'callers hand over the wrong values' }];
  const required = added.filter(({ optional, rest }) => !optional && !rest);
  const inserted = added.filter((each) => now.indexOf(each) < now.length - added.length && (each.optional || each.rest));
  const nowRequired = now.filter(
    (each) => !each.optional && !each.rest && old.some((before) => before.name === each.name && before.optional),
  );
  return [
    ...changes(
      required.length > 0 && { id: 'required-parameter-added', what: `needs ${quotedNames(required)} now`, whom: compile },
      required.length === 0 &&
        inserted.length > 0 && {
          id: 'parameter-inserted',
          what: `takes ${quotedNames(inserted)} in between`,
          whom: 'callers hand over the wrong values',
        },
      removed.length > 0 && {
        id: 'parameter-removed',
        what: `no longer takes ${quotedNames(removed)}`,
        whom: `${compile}, or hand over what is ignored`,
      },
      nowRequired.length > 0 && {
        id: 'parameter-now-required',
        what: `needs ${quotedNames(nowRequired)}, which could be left out`,
        whom: `callers that leave it out break`,
      },
    ),
    ...retyped.flatMap(({ base: before, head: after }) => retypedBreak(before, after)),
  ];
}

function retypedBreak(before: ParameterFact, after: ParameterFact): readonly SignatureBreak[] {
  if (before.type === undefined || after.type === undefined) return [];
  const relation = before.rest === after.rest ? typeRelation(before.type, after.type) : 'unknown';
  if (relation === 'same' || relation === 'wider') return [];
  return [
    {
      id: 'parameter-type-changed',
      what: `takes \`${after.type}\` instead of \`${before.type}\` for \`${after.name}\``,
      whom: compile,
      ...unsure(relation, before.type, after.type),
    },
  ];
}

/** How sure two types are different that are only compared as they are written. */
function unsure(relation: Relation, base: string, head: string): Pick<SignatureBreak, 'confidence'> {
  if (relation !== 'unknown' || isPlainlyDifferent(base, head)) return {};
  return { confidence: isOpaque(base, head) ? 'low' : 'medium' };
}

function returnBreaks(base: SymbolFact, head: SymbolFact): readonly SignatureBreak[] {
  if (base.kind === 'constructor') return [];
  const async = (symbol: SymbolFact): boolean => symbol.modifiers.includes('async') || /^Promise\b/.test(symbol.type ?? '');
  if (
    !async(base) &&
    async(head) &&
    (base.type !== undefined || head.modifiers.includes('async')) &&
    base.type !== 'any' &&
    base.type !== 'unknown' &&
    !base.modifiers.includes('abstract') &&
    !/Promise|Awaitable|Thenable/.test(base.type ?? '')
  ) {
    return base.type === undefined && base.body === undefined
      ? []
      : [
          {
            id: 'now-asynchronous',
            what: 'is asynchronous now',
            whom: 'callers get a promise instead of the value',
            ...(base.type === undefined && { confidence: 'low' as const }),
          },
        ];
  }
  if (base.type === undefined || head.type === undefined) return [];
  const relation = typeRelation(base.type, head.type);
  if (relation === 'same' || relation === 'narrower') return [];
  return [
    {
      id: 'return-type-changed',
      what: `returns \`${head.type}\` instead of \`${base.type}\``,
      whom: compile,
      ...unsure(relation, base.type, head.type),
    },
  ];
}

/** What is declared in an interface or type is both read and written by others. */
function fieldBreaks({ base, head }: SymbolPair): readonly SignatureBreak[] {
  const owner = head.file.facts && enclosing(head.symbol, head.file.facts)[0];
  const open = owner !== undefined && owner.kind !== 'class' && owner.kind !== 'enum';
  const has = (symbol: SymbolFact, modifier: string): boolean => symbol.modifiers.includes(modifier);
  const [before, after] = [base.symbol, head.symbol];
  const relation = before.type !== undefined && after.type !== undefined ? typeRelation(before.type, after.type) : 'same';
  const retyped = relation === 'unknown' || relation === 'wider' || (relation === 'narrower' && open);
  return [
    ...changes(
      retyped && {
        id: 'property-type-changed',
        what: `has the type \`${after.type ?? ''}\` instead of \`${before.type ?? ''}\``,
        whom: `code that ${relation === 'narrower' ? 'sets' : 'reads'} it no longer compiles`,
        ...(relation === 'narrower' ? { confidence: 'low' as const } : unsure(relation, before.type ?? '', after.type ?? '')),
      },
      !has(before, 'optional') &&
        has(after, 'optional') && {
          id: 'property-now-optional',
          what: 'may be missing now',
          whom: 'code that reads it no longer compiles',
        },
      has(before, 'optional') &&
        !has(after, 'optional') &&
        open && { id: 'property-now-required', what: 'must be there now', whom: implementors },
      !has(before, 'readonly') &&
        has(after, 'readonly') &&
        base.symbol.kind === 'field' && {
          id: 'property-now-readonly',
          what: 'is read-only now',
          whom: 'code that sets it no longer compiles',
        },
    ),
  ];
}

function typeBreaks({ base, head }: SymbolPair, written: SymbolPair): readonly SignatureBreak[] {
  const [before, after] = [base.symbol, head.symbol];
  const names = (symbol: SymbolFact): readonly string[] => symbol.supertypes.map(({ type }) => simpleTypeName(type));
  const lost = names(before).filter((type) => !names(after).includes(type));
  const relation =
    before.kind === 'type-alias' &&
    after.kind === 'type-alias' &&
    before.type !== undefined &&
    after.type !== undefined &&
    !before.type.startsWith('{')
      ? typeRelation(before.type, after.type)
      : 'same';
  const swappable = /^(interface|type-alias)$/;
  const kindChanged = before.kind !== after.kind && !(swappable.test(before.kind) && swappable.test(after.kind));
  return [
    ...changes(
      kindChanged &&
        !(before.kind === 'interface' && after.kind === 'class') && {
          id: 'kind-changed',
          what: `is a ${after.kind.replace('-', ' ')} instead of a ${before.kind.replace('-', ' ')}`,
          whom: 'code that uses it may break',
        },
      before.kind === 'class' &&
        !before.modifiers.includes('abstract') &&
        after.modifiers.includes('abstract') &&
        isConstructible(written.base.symbol, base.file) && {
          id: 'class-now-abstract',
          what: 'is abstract now',
          whom: 'code that creates it no longer compiles',
        },
      lost.length > 0 &&
        !kindChanged && {
          id: 'supertype-removed',
          what: `is no longer a ${lost.map((type) => `\`${type}\``).join(', ')}`,
          whom: 'code that uses it as one breaks',
          confidence: 'low',
        },
      relation !== 'same' && {
        id: 'type-changed',
        what: `stands for ${relation === 'wider' ? 'more' : relation === 'narrower' ? 'less' : 'something else'} than before`,
        whom: relation === 'wider' ? 'code that handles every case no longer does' : compile,
        confidence: relation === 'wider' || isOpaque(before.type ?? '', after.type ?? '') ? 'low' : 'medium',
      },
    ),
  ];
}

function shared(pair: SymbolPair): readonly SignatureBreak[] {
  const [base, head] = [pair.base.symbol, pair.head.symbol];
  const owner = pair.head.file.facts && enclosing(head, pair.head.file.facts)[0];
  const added = head.typeParameters.slice(base.typeParameters.length).filter((each) => each.default === undefined);
  const fewer = head.typeParameters.length < base.typeParameters.length;
  const onType = base.kind !== 'function' && base.kind !== 'method';
  return [
    ...changes(
      onType &&
        added.length > 0 && {
          id: 'type-parameter-added',
          what: `needs the type argument \`${added[0]?.name ?? ''}\``,
          whom: 'code that names the type no longer compiles',
        },
      fewer && { id: 'type-parameter-removed', what: 'has fewer type parameters', whom: 'code that gives them no longer compiles' },
      base.modifiers.includes('static') !== head.modifiers.includes('static') && {
        id: 'static-changed',
        what: `is ${head.modifiers.includes('static') ? 'static now' : 'no longer static'}`,
        whom: 'callers break',
      },
      base.kind === 'method' &&
        owner !== undefined &&
        isExtensible(owner, pair.head.file) &&
        !base.modifiers.includes('abstract') &&
        head.modifiers.includes('abstract') && {
          id: 'method-now-abstract',
          what: 'is abstract now',
          whom: 'subclasses outside no longer compile',
        },
    ),
  ];
}
