import { overlaps } from '../../../base/text-range.ts';
import type { CodeChange } from '../../../code/code-change.ts';
import type { Mutation, Trial } from '../../../code/trial.ts';
import type { FunctionUnderTest, Obligation } from './obligation.ts';

/** The function as its tests were seen to treat it, where they were run: what they notice is shown, whatever the sources make it look like. */
export function asTried(found: FunctionUnderTest, change: CodeChange): FunctionUnderTest {
  const trials = trialsOf(found, change);
  if (passesUndone(trials))
    return { ...found, gap: 'untested', obligations: found.obligations.map((each) => ({ ...each, shown: 'missing' })) };
  const obligations = found.obligations.map((each): Obligation => ({ ...each, shown: shownByTrials(each, trials) ?? each.shown }));
  return trials.length === 0 ? found : { ...found, obligations, gap: gapAsTried({ ...found, obligations }, trials) };
}

function passesUndone(trials: readonly Trial[]): boolean {
  return trials.some(({ tried, outcome }) => tried.kind !== 'mutated' && outcome === 'passed');
}

function gapAsTried({ gap, isNew, obligations }: FunctionUnderTest, trials: readonly Trial[]): FunctionUnderTest['gap'] {
  // That tests run it at all shows a new function, but not what an older one does differently now.
  const shows = ({ tried, outcome }: Trial): boolean =>
    outcome === 'failed' && (tried.kind === 'undone' || (isNew && tried.kind === 'emptied'));
  if (gap === 'untested') return trials.some(shows) ? undefined : gap;
  return gap === 'edge' && obligations.every(({ kind, shown }) => kind !== 'throws' || shown !== 'missing') ? undefined : gap;
}

/** Whether a test failed when the very error was left out; undefined where that was not tried. */
function shownByTrials({ kind, range }: Obligation, trials: readonly Trial[]): Obligation['shown'] | undefined {
  const trial = trials.find(({ tried, outcome }) => outcome !== 'unclear' && isLeftOut(tried) && overlaps(tried.range, range));
  if (kind !== 'throws' || !trial) return undefined;
  return trial.outcome === 'failed' ? 'shown' : 'missing';
}

function isLeftOut(tried: Trial['tried']): tried is Mutation {
  return tried.kind === 'mutated' && tried.replacement === ';';
}

/** What passed without the change, or with its error left out, is told by rules of its own, which know it better. */
export function isToldAsTried(found: FunctionUnderTest, change: CodeChange): boolean {
  const trials = trialsOf(found, change);
  return passesUndone(trials) || trials.some(({ tried, outcome }) => outcome === 'passed' && isLeftOut(tried));
}

function trialsOf({ at }: FunctionUnderTest, { trials = [] }: CodeChange): readonly Trial[] {
  return trials.filter((trial) => trial.at.symbol === at.symbol);
}
