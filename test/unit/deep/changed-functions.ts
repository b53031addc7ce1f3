import { inMemoryChangeSet } from '../../../src/change/in-memory.ts';
import type { CodeChange, SymbolAt } from '../../../src/code/code-change.ts';
import { review } from '../../../src/review/review.ts';
import { rules } from '../../../src/rules/index.ts';
import { extractorOfCheckout, standardOf } from '../review/reviewing.ts';

const testRules = rules.filter(({ id }) => id.startsWith('tests/'));

/** A change of one file as a review describes it. */
export async function describedChange(path: string, base: string | undefined, head: string): Promise<CodeChange> {
  const extractor = extractorOfCheckout();
  const described: CodeChange[] = [];
  const changeSet = inMemoryChangeSet(base === undefined ? {} : { [path]: base }, { [path]: head });
  const request = { changeSet, standard: standardOf(testRules), rules: testRules, now: new Date('2026-08-10') };
  await review(
    {
      ...request,
      tryOut: (change) => {
        described.push(change);
        return Promise.resolve({ trials: [], notices: [] });
      },
    },
    extractor,
  );
  await extractor.dispose();
  const [change] = described;
  if (!change) throw new Error('nothing was described');
  return change;
}

/** A symbol of the change at head. */
export function headSymbol({ files }: CodeChange, name: string): SymbolAt {
  for (const { head } of files) {
    const symbol = head?.facts?.symbols.find((each) => each.name === name && !/^(?:class|module)$/.test(each.kind));
    if (head && symbol) return { file: head, symbol };
  }
  throw new Error(`${name} is not at head`);
}
