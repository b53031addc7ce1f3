import type { CodeChange, SymbolAt } from '../../code/code-change.ts';
import type { SymbolFact } from '../../code/facts.ts';
import { enclosing } from '../code-in-file.ts';
import { contractOf, isExtensible } from './contract.ts';
import type { SignatureBreak } from './signature-break.ts';

/** Why a new member is a burden for those who implement its type; undefined where it is none. */
export function addedDuty(at: SymbolAt, change: CodeChange): SignatureBreak | undefined {
  const { facts } = at.file;
  const owner = facts && enclosing(at.symbol, facts)[0];
  if (!owner || isNew(owner.qualifiedName, at, change) || !contractOf(at, change)) return undefined;
  return facts.language === 'java' ? javaDuty(at, owner) : scriptDuty(at, owner);
}

function javaDuty({ symbol, file }: SymbolAt, owner: SymbolFact): SignatureBreak | undefined {
  const has = (modifier: string): boolean => symbol.modifiers.includes(modifier);
  if (symbol.kind !== 'method' || symbol.bodyRange || has('default') || has('static') || has('implicit')) return undefined;
  if (owner.kind === 'annotation')
    return /\bdefault\b/.test(file.text.slice(symbol.signatureRange.start, symbol.range.end))
      ? undefined
      : {
          id: 'annotation-element-added',
          what: 'is a new element without a default',
          whom: 'code that uses the annotation no longer compiles',
        };
  if (owner.kind !== 'interface' && !(owner.kind === 'class' && has('abstract'))) return undefined;
  if (!isExtensible(owner, file)) return undefined;
  return {
    id: owner.kind === 'interface' ? 'interface-method-added' : 'abstract-method-added',
    what: `is a new ${owner.kind === 'interface' ? 'method without a default' : 'abstract method'}`,
    whom: `${owner.kind === 'interface' ? 'implementations' : 'subclasses'} outside no longer compile`,
  };
}

/** A type that only the package makes itself is not told from one that others make: so the finding is less sure. */
function scriptDuty({ symbol, file }: SymbolAt, owner: SymbolFact): SignatureBreak | undefined {
  const has = (modifier: string): boolean => symbol.modifiers.includes(modifier);
  if (owner.kind === 'class' && has('abstract') && isExtensible(owner, file))
    return { id: 'abstract-member-added', what: 'is a new abstract member', whom: 'subclasses outside no longer compile' };
  if ((owner.kind !== 'interface' && owner.kind !== 'type-alias') || has('optional')) return undefined;
  return {
    id: 'required-member-added',
    what: 'is a new required member',
    whom: 'code outside that makes or implements one no longer compiles',
    confidence: 'medium',
  };
}

function isNew(owner: string, { file }: SymbolAt, change: CodeChange): boolean {
  return !change.files.some(({ base, head }) => head === file && base?.facts?.symbols.some(({ qualifiedName }) => qualifiedName === owner));
}
