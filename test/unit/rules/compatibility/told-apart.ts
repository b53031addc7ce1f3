import assert from 'node:assert/strict';
import { inMemoryChangeSet } from '../../../../src/change/in-memory.ts';
import { review } from '../../../../src/review/review.ts';
import { rules } from '../../../../src/rules/index.ts';
import { standardOf } from '../../review/reviewing.ts';
import { sharedExtractor, type Texts } from '../rule-cases.ts';

/** One change of a contract: a text of the usual file, or files, at both sides, and the ids of all that is told of it. */
export type Told = readonly [name: string, base: string | Texts, head: string | Texts, changes: readonly string[], around?: Texts];

/** Where a text without a path stands, what stands around it, and what it begins with. */
export interface Setting {
  readonly path: string;
  readonly around: Texts;
  readonly heading?: string;
}

const compatibility = rules.filter(({ id }) => id.startsWith('compatibility/'));

/** Declares a test for each change: all rules of the group look at it, and what they tell is the whole of what is shown. */
export function toldApart(setting: Setting, cases: readonly Told[]): void {
  for (const [name, base, head, changes, around = {}] of cases)
    it(name, async () => {
      const [before, after] = [base, head].map((side) => texts(side, setting, around)) as [Texts, Texts];
      assert.deepEqual(await changesOf(before, after), [...changes].sort());
    });
}

function texts(side: string | Texts, { path, around, heading = '' }: Setting, further: Texts): Texts {
  return { ...around, ...further, ...(typeof side === 'string' ? { [path]: `${heading}${side}\n` } : side) };
}

/** The ids of what is shown, each once. */
async function changesOf(base: Texts, head: Texts): Promise<readonly string[]> {
  const request = {
    changeSet: inMemoryChangeSet(base, head, []),
    standard: standardOf(compatibility, { minimumConfidence: 'medium' }),
    rules: compatibility,
  };
  const { findings } = await review({ ...request, now: new Date('2026-08-10') }, sharedExtractor());
  const shown = findings.filter(({ state, confidence }) => state === 'new' && confidence !== 'low');
  return [...new Set(shown.flatMap(({ properties }) => idsIn(properties)))].sort();
}

function idsIn({ change, changes }: Readonly<Record<string, unknown>>): readonly string[] {
  return Array.isArray(changes) ? changes.map(String) : [String(change)];
}
