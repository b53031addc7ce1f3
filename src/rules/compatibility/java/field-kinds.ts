import { found } from '../api/api-change.ts';
import { has, typeAt, type JavaPair } from './java-pair.ts';
import { erasure, isSameType } from './java-type.ts';
import type { JavaDifference } from './kinds.ts';
import { isSubtype } from './subtyping.ts';
import { inTurn } from './swaps.ts';

const linking = 'compiled code that uses it fails to link (`NoSuchFieldError`)';

/** What became of a field. */
export function fieldKinds(pair: JavaPair): readonly JavaDifference[] {
  return found(retyped(pair), nowStatic(pair), nowFinal(pair));
}

function nowStatic({ base, head }: JavaPair): JavaDifference | undefined {
  const [before, after] = [has(base.symbol, 'static'), has(head.symbol, 'static')];
  if (before === after) return undefined;
  return after
    ? { id: 'field-now-static', what: 'is static now', whom: linking }
    : { id: 'field-no-longer-static', what: 'is no longer static', whom: linking };
}

function nowFinal({ base, head }: JavaPair): JavaDifference | false {
  return (
    !has(base.symbol, 'final') &&
    has(head.symbol, 'final') && { id: 'field-now-final', what: 'is final now', whom: 'code that sets it breaks' }
  );
}

function retyped(pair: JavaPair): JavaDifference | undefined {
  const { base, head } = pair;
  if (base.symbol.type === undefined || head.symbol.type === undefined) return undefined;
  const [before, after] = [typeAt('base', base.symbol.type, pair), typeAt('head', head.symbol.type, pair)];
  if (isSameType(before, after)) return undefined;
  const turn = inTurn({ text: base.symbol.type, type: before }, { text: head.symbol.type, type: after });
  const what = `has the type \`${turn.after}\` instead of \`${turn.before}\``;
  if (erasure(before) !== erasure(after)) return { id: 'field-type-changed', what, whom: linking };
  if (pair.isNowGeneric) return undefined;
  const reads = isSubtype(after, before, pair.sides.head);
  const writes = has(base.symbol, 'final') ? true : isSubtype(before, after, pair.sides.head);
  if (reads === true && writes === true) return undefined;
  const isSure = reads === false || writes === false;
  return {
    id: 'field-generics-changed',
    what,
    whom: `code that ${reads === true ? 'sets' : 'reads'} it no longer compiles`,
    ...turn.swap,
    ...(!isSure && { confidence: 'medium' }),
  };
}
