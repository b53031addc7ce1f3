import type { SymbolAt, SymbolChange } from '../../../../code/code-change.ts';
import type { SymbolFact } from '../../../../code/facts.ts';
import type { JavaSides } from '../java-pair.ts';
import type { DeclaredType } from '../java-side.ts';
import type { JavaDifference } from '../kinds.ts';
import { writtenConstant } from './single-value.ts';
import { isWritten, otherNames, plainName, writtenName } from './member-names.ts';

/** A member that is written under its own name or one that it was given. */
interface Gone {
  readonly base: SymbolAt;
  readonly head: SymbolAt;
  readonly difference: JavaDifference;
}

/** Members that an annotation has written, and that are gone or called otherwise: whoever may see the code. */
export function goneMembers(each: SymbolChange, sides: JavaSides): Gone | undefined {
  if (each.kind === 'added' || each.base.file.role !== 'production') return undefined;
  const { base } = each;
  const before = sides.base.of(base);
  const constant = each.kind === 'removed' ? goneConstant(base, before, sides) : undefined;
  if (constant || !isWritten(base.symbol)) return constant;
  const after = before && sides.head.named(before.symbol.qualifiedName);
  const name = nameOf(base.symbol);
  if (!before || !after || before.symbol === base.symbol || name === undefined || mayBeElsewhere(name, before, after)) return undefined;
  const now = each.kind === 'paired' && sides.head.of(each.head) === after ? nameOf(each.head.symbol) : undefined;
  return now === undefined
    ? { base, head: after, difference: gone(name) }
    : { base, head: each.kind === 'paired' ? each.head : after, difference: renamed(name, now) };
}

/** A constant that was written by what its type says, and that none is written as any more. */
function goneConstant(base: SymbolAt, before: DeclaredType | undefined, sides: JavaSides): Gone | undefined {
  const name = writtenConstant(base.symbol, before);
  const after = before && sides.head.named(before.symbol.qualifiedName);
  if (name === undefined || !after || after.members.some((each) => writtenConstant(each, after) === name)) return undefined;
  return { base, head: after, difference: gone(name) };
}

function nameOf(symbol: SymbolFact): string | undefined {
  return symbol.kind === 'field' || symbol.kind === 'method' ? (writtenName(symbol) ?? plainName(symbol)) : undefined;
}

/** Another member writes it, or a supertype that came may. */
function mayBeElsewhere(name: string, before: DeclaredType, after: DeclaredType): boolean {
  const isNew = after.symbol.supertypes.some(({ type }) => !before.symbol.supertypes.some((other) => other.type === type));
  const parameters = after.members.flatMap((member) => member.parameters ?? []);
  const isReadToo = [...after.members, ...parameters].some((each) => otherNames(each).includes(name));
  return (
    isNew || isReadToo || after.members.some((member) => nameOf(member) === name) || parameters.some((each) => writtenName(each) === name)
  );
}

function gone(name: string): JavaDifference {
  return {
    id: 'serialised-member-removed',
    what: 'is gone',
    whom: `who reads or sends \`${name}\` no longer finds it`,
    confidence: 'medium',
  };
}

function renamed(before: string, after: string): JavaDifference {
  return {
    id: 'serialised-name-changed',
    what: `is written as \`${after}\` instead of \`${before}\``,
    whom: 'who reads or sends the old name no longer finds it',
  };
}
