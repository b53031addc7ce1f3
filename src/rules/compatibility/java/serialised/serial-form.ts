import { canonical } from '../../../../code/canonical.ts';
import type { SymbolFact } from '../../../../code/facts.ts';
import { found } from '../../api/api-change.ts';
import { has, shown, typeAt, type JavaPair } from '../java-pair.ts';
import type { DeclaredType, JavaSide } from '../java-side.ts';
import { erasure, isPrimitive } from '../java-type.ts';
import type { JavaDifference } from '../kinds.ts';
import { isSubtype } from '../subtyping.ts';

const uid = 'serialVersionUID';

/** What became of the form in which Java itself stores objects. */
export function serialKinds(pair: JavaPair): readonly JavaDifference[] {
  const { base, head, owner } = pair;
  if (base.symbol.name === uid) return versionChanged(base.symbol, head.symbol);
  if (!owner.base || !owner.head) return [];
  if (base.symbol.kind === 'class' && head.symbol.kind === 'class') return typeChanged(owner.base, owner.head, pair);
  return base.symbol.kind === 'field' && hasVersion(owner.base) && hasVersion(owner.head) ? fieldChanged(pair) : [];
}

function versionChanged(base: SymbolFact, head: SymbolFact): readonly JavaDifference[] {
  if (head.name !== base.name || !base.value || !head.value) return [];
  const [before, after] = [canonical(base.value), canonical(head.value)];
  if (before === after) return [];
  return [
    {
      id: 'serial-version-uid-changed',
      what: `is \`${after}\` instead of \`${before}\``,
      whom: 'objects that were stored or are sent by older code can no longer be read',
    },
  ];
}

function hasVersion({ members }: DeclaredType): boolean {
  return members.some(({ kind, name }) => kind === 'field' && name === uid);
}

function typeChanged(before: DeclaredType, after: DeclaredType, { sides }: JavaPair): readonly JavaDifference[] {
  const isOf = (type: DeclaredType, side: JavaSide, name: string): boolean => side.ancestors(type).types.some((each) => each.name === name);
  const wasSerialisable = isOf(before, sides.base, 'Serializable');
  const isSerialisable = isOf(after, sides.head, 'Serializable');
  const isExternal = (type: DeclaredType, side: JavaSide): boolean => isOf(type, side, 'Externalizable');
  return found<JavaDifference['id']>(
    hasVersion(before) &&
      !hasVersion(after) &&
      isSerialisable && {
        id: 'serial-version-uid-removed',
        what: `no longer says its \`${uid}\``,
        whom: 'the virtual machine computes another, and objects that were stored or are sent by older code can no longer be read',
      },
    wasSerialisable &&
      isSerialisable &&
      isExternal(before, sides.base) !== isExternal(after, sides.head) && {
        id: 'serial-form-changed',
        what: `is ${isExternal(after, sides.head) ? 'an `Externalizable`' : 'a plain `Serializable`'} now`,
        whom: 'objects that were stored or are sent by older code can no longer be read',
      },
  );
}

/** Only where the version says that nothing has changed. */
function fieldChanged(pair: JavaPair): readonly JavaDifference[] {
  const { base, head } = pair;
  if (!isStored(base.symbol)) return [];
  if (!isStored(head.symbol))
    return [
      {
        id: 'serial-field-dropped',
        what: `is \`${has(head.symbol, 'static') ? 'static' : 'transient'}\` now`,
        whom: 'what older code stored in it is lost without an error',
        confidence: 'medium',
      },
    ];
  return retyped(pair);
}

function isStored(symbol: SymbolFact): boolean {
  return !has(symbol, 'static') && !has(symbol, 'transient');
}

function retyped(pair: JavaPair): readonly JavaDifference[] {
  const { base, head, sides } = pair;
  if (base.symbol.type === undefined || head.symbol.type === undefined) return [];
  const [before, after] = [typeAt('base', base.symbol.type, pair), typeAt('head', head.symbol.type, pair)];
  if (erasure(before) === erasure(after)) return [];
  const fits = isPrimitive(before) || isPrimitive(after) ? false : isSubtype(before, after, sides.head);
  if (fits !== false) return [];
  return [
    {
      id: 'serial-field-type-changed',
      what: `is stored as \`${shown(head.symbol.type)}\` instead of \`${shown(base.symbol.type)}\`, under the same \`${uid}\``,
      whom: 'objects that were stored or are sent by older code can no longer be read',
    },
  ];
}
