import * as z from 'zod/mini';
import type { CodeChange, SymbolAt, SymbolChange } from '../../code/code-change.ts';
import { confidences, type FindingDraft } from '../../finding/draft.ts';
import { enclosing, reference } from '../code-in-file.ts';
import { defineChangeRule } from '../rule.ts';
import { addedDuty } from './added-duty.ts';
import { changedSignatureExamples } from './changed-signature-examples.ts';
import { breakProperties, contractOf, displayName, kindName, type ContractKind } from './contract.ts';
import { javaBreaks } from './java-signature.ts';
import { deprecatedDelegate } from './restore.ts';
import type { SignatureBreak } from './signature-break.ts';
import { typescriptBreaks } from './typescript-signature.ts';

export const changedSignature = defineChangeRule({
  id: 'compatibility/changed-signature',
  title: 'Something that consumers use wants to be used differently',
  reason:
    'Parameters, types, exceptions and modifiers are what consumers wrote their code against. When they change, that code no longer compiles, no longer links, or goes on with the wrong values.',
  remedy:
    'Add an overload or an optional parameter and keep the old form, deprecated and handing on to the new one. Where it has to change, plan it, announce it, and raise the major version.',
  severity: 'error',
  confidence: 'high',
  languages: ['java', 'typescript', 'javascript'],
  sources: [
    {
      title: 'Java Language Specification, chapter 13: Binary Compatibility',
      url: 'https://docs.oracle.com/javase/specs/jls/se21/html/jls-13.html',
    },
    { title: 'Semantic Versioning for TypeScript Types', url: 'https://www.semver-ts.org/' },
  ],
  limits:
    'Types are compared as they are written: whether one named type fits another is not known, and the finding is then less sure. Types that TypeScript infers are not compared. The new name of a parameter is no change.',
  examples: changedSignatureExamples,
  needs: ['exposure'],
  options: z.object({}),
  *check(change) {
    for (const each of change.symbols) {
      if (each.kind === 'paired' && isSameName(each)) yield* changedFinding(each, change);
      const duty = each.kind === 'added' ? addedDuty(each.head, change) : undefined;
      if (each.kind === 'added' && duty) yield dutyFinding(each.head, duty);
    }
  },
});

type Paired = Extract<SymbolChange, { kind: 'paired' }>;

/** Another name is a removal. A constructor keeps its name with its type. */
function isSameName({ base, head, declarationChanged, moved }: Paired): boolean {
  if (!declarationChanged && base.symbol.kind !== 'enum-constant') return false;
  return (
    !moved ||
    (base.symbol.name === head.symbol.name &&
      (base.file.facts?.language !== 'java' || base.symbol.qualifiedName === head.symbol.qualifiedName))
  );
}

function* changedFinding({ base, head }: Paired, change: CodeChange): Generator<FindingDraft> {
  const contract = contractOf(base, change);
  if (!contract || !contractOf(head, change) || isOverloadImplementation(base) || isOverloadImplementation(head)) return;
  const breaks = contract.kind === 'java-api' ? javaBreaks({ base, head }) : typescriptBreaks({ base, head });
  const [first] = breaks;
  if (!first) return;
  const fix = deprecatedDelegate(base, head);
  yield {
    message: `The public ${kindName(base.symbol)} \`${displayName(base)}\` ${breaks.map(({ what }) => what).join(' and ')}: ${[...new Set(breaks.map(({ whom }) => whom))].join('; ')}.`,
    place: {
      file: head.file,
      range: { start: head.symbol.nameRange.start, end: Math.max(head.symbol.nameRange.end, head.symbol.signatureRange.end) },
    },
    subject: `${base.symbol.qualifiedName}(${(base.symbol.parameters ?? []).map(({ type }) => type ?? '').join(',')}) ${breaks.map(({ id }) => id).join(' ')}`,
    symbol: reference(head.symbol),
    related: [{ file: base.file, range: base.symbol.nameRange, caption: 'it was declared so' }],
    ...(fix && contract.kind === 'java-api' && isOverloadable(breaks) && { fixes: [fix] }),
    ...lessSure(breaks),
    properties: breakProperties(contract.kind, first.id, true),
  };
}

/** In TypeScript the signatures without a body are the contract, the implementation behind them is not. */
function isOverloadImplementation({ file, symbol }: SymbolAt): boolean {
  if (file.facts?.language === 'java' || !symbol.bodyRange) return false;
  return (
    file.facts?.symbols.some(
      (each) =>
        each !== symbol &&
        each.qualifiedName === symbol.qualifiedName &&
        each.kind === symbol.kind &&
        !each.bodyRange &&
        each.parent === symbol.parent,
    ) ?? false
  );
}

/** The old form can stand beside the new one only where the parameters tell them apart. */
function isOverloadable(breaks: readonly SignatureBreak[]): boolean {
  return breaks.every(({ id }) => id === 'parameter-added' || id === 'parameter-removed' || id === 'parameters-reordered');
}

function lessSure(breaks: readonly SignatureBreak[]): Pick<FindingDraft, 'confidence'> {
  const surest = Math.min(...breaks.map(({ confidence }) => confidences.indexOf(confidence ?? 'high')));
  const confidence = confidences[surest];
  return confidence === undefined || confidence === 'high' ? {} : { confidence };
}

function dutyFinding(head: SymbolAt, duty: SignatureBreak): FindingDraft {
  const kind: ContractKind = head.file.facts?.language === 'java' ? 'java-api' : 'ts-api';
  const owner = head.file.facts && enclosing(head.symbol, head.file.facts)[0];
  return {
    message: `\`${displayName(head)}\` ${duty.what} of the public ${owner ? kindName(owner) : 'type'} \`${owner?.name ?? ''}\`: ${duty.whom}.`,
    place: { file: head.file, range: head.symbol.nameRange },
    subject: `${head.symbol.qualifiedName} ${duty.id}`,
    symbol: reference(head.symbol),
    ...lessSure([duty]),
    properties: breakProperties(kind, duty.id, true),
  };
}
