import { found } from '../api/api-change.ts';
import { has, type JavaPair } from './java-pair.ts';
import type { JavaDifference } from './kinds.ts';
import { isOpen, isOverridable } from './openness.ts';

const linking = 'compiled callers fail to link (`IncompatibleClassChangeError`)';

/** What became of the words before a method. */
export function methodModifierKinds(pair: JavaPair): readonly JavaDifference[] {
  return found(nowStatic(pair), nowAbstract(pair), noLongerDefault(pair), nowFinal(pair));
}

function nowStatic({ base, head }: JavaPair): JavaDifference | undefined {
  const [before, after] = [has(base.symbol, 'static'), has(head.symbol, 'static')];
  if (before === after) return undefined;
  return after
    ? { id: 'method-now-static', what: 'is static now', whom: linking }
    : { id: 'method-no-longer-static', what: 'is no longer static', whom: linking };
}

function nowAbstract({ base, head, owner, sides }: JavaPair): JavaDifference | false {
  return (
    !has(base.symbol, 'abstract') &&
    has(head.symbol, 'abstract') &&
    !has(base.symbol, 'default') &&
    head.symbol.visibility !== 'package' &&
    owner.head?.symbol.kind !== 'interface' &&
    owner.base !== undefined &&
    isOpen(owner.base, sides.base) && { id: 'method-now-abstract', what: 'is abstract now', whom: 'subclasses outside must implement it' }
  );
}

function noLongerDefault({ base, head, owner, sides }: JavaPair): JavaDifference | false {
  if (!has(base.symbol, 'default') || has(head.symbol, 'default') || !owner.head) return false;
  if (owner.head.symbol.kind === 'annotation')
    return {
      id: 'annotation-element-no-longer-default',
      what: 'has no default any more',
      whom: 'code that leaves it out no longer compiles',
    };
  return (
    !has(head.symbol, 'static') &&
    owner.base !== undefined &&
    isOpen(owner.base, sides.base) &&
    isOpen(owner.head, sides.head) && {
      id: 'method-no-longer-default',
      what: 'has no default any more',
      whom: 'implementations outside must add it',
    }
  );
}

function nowFinal({ base, head, owner, sides }: JavaPair): JavaDifference | false {
  return (
    has(head.symbol, 'final') &&
    !has(head.symbol, 'static') &&
    isOverridable(base.symbol, owner.base, sides.base) && {
      id: 'method-now-final',
      what: 'is final now',
      whom: 'subclasses that override it fail to load',
    }
  );
}
